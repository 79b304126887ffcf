# Counts, trends and words of the demonstration corpus.
$ tifa add --quiet $demo
$ tifa count --by year,level '军民融合 level:report'
$ tifa count --by concept --format csv 新质生产力
$ tifa count --by decade 科技
$ tifa count --by year,year,year,year 科技
$ COLUMNS=72 tifa trend --in level:report 军民融合 '{nqpf}'
$ tifa trend --format json --in level:report 军民融合 | grep -v point
$ tifa trend --svg chart.svg 军民融合 >/dev/null; grep -c '<circle' chart.svg
$ tifa trend 没有这个词
$ COLUMNS=100 tifa collocates --limit 5 创新
$ tifa collocates --format json --least 2 --limit 1 '军民融合 year:2016..'
$ tifa collocates --window x 创新
$ COLUMNS=100 tifa keywords --limit 3 level:report
$ tifa keywords level:nothing
$ tifa frequencies --limit 3 --kind latin --format csv
$ tifa frequencies --sort size
$ printf '的\n和\n' >stop; tifa frequencies --stop stop --limit 2 --format csv
$ tifa frequencies --concepts --limit 3 --format csv level:report
$ tifa ngrams --length 2-5 --limit 4 --format csv level:report
$ tifa ngrams --length 9 科技
$ COLUMNS=110 tifa dispersion 军民融合
$ tifa cooccur --with mcf --limit 2 --format csv
$ tifa cooccur --unit page
