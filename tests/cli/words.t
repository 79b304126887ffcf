$ printf '国务院发布2035年远景目标。\n\nAI技术和COVID-19。\n' | tifa words
国务院 发布 2035年远景目标 。

AI技术 和 COVID-19 。

$ printf 'Dual-circulation isn'"'"'t new.\n' | tifa words --format json
{"version":1,"tokens":[{"start":0,"end":16,"kind":"latin","text":"Dual-circulation"},{"start":17,"end":22,"kind":"latin","text":"isn't"},{"start":23,"end":26,"kind":"latin","text":"new"},{"start":26,"end":27,"kind":"punctuation","text":"."}]}

$ printf '\xb9\xfa\xce\xf1\xd4\xba\n国务院\n' | tifa words
� � � � Ժ
国务院
tifa: line 1 is not UTF-8, nor are 0 others; tifa read finds out the encoding of a file: tifa read FILE | tifa words
(exit status 2)

$ printf 'AI技术。\n' | tifa words --pos --format json
{"version":1,"tokens":[{"start":0,"end":8,"kind":"latin","text":"AI技术","pos":"NOUN"},{"start":8,"end":11,"kind":"punctuation","text":"。","pos":"PUNCT"}]}

