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

# A corpus carries words of its own.
$ printf '# ours\n科技创新券\n' >own.words; printf '发放科技创新券。\n' >a.txt; tifa --corpus c.tifa add a.txt; tifa --corpus c.tifa words --adopt own.words
added a.txt: a, no date
1 documents added
tifa: c.tifa: now run tifa rebuild, which cuts its documents anew

$ tifa --corpus c.tifa check
1 documents, 1 passages, 4 different words, 1 concept tags
remark: cut with words of its own, too: 1
remark: the words were cut with another lexicon or model than the installed one; run tifa rebuild
remark: 1 documents without a date: they are in no count by year
remark: 1 documents without an agency: they are in no count by agency
no damage found

$ tifa --corpus c.tifa rebuild; tifa --corpus c.tifa check
1 documents, 1 passages, 3 different words, 1 concept tags
remark: cut with words of its own, too: 1
remark: 1 documents without a date: they are in no count by year
remark: 1 documents without an agency: they are in no count by agency
no damage found

$ printf '券\n' >bad.words; tifa --corpus c.tifa words --adopt bad.words
tifa: bad.words: own words: 券: has fewer than two characters
(exit status 2)

$ tifa --corpus c.tifa words --drop; tifa --corpus c.tifa rebuild; tifa --corpus c.tifa check
tifa: c.tifa: now run tifa rebuild, which cuts its documents anew
1 documents, 1 passages, 4 different words, 1 concept tags
remark: 1 documents without a date: they are in no count by year
remark: 1 documents without an agency: they are in no count by agency
no damage found

