# Counts, trends and words of the demonstration corpus.
$ tifa add --quiet $demo
22 documents added

$ tifa count --by year,level '军民融合 level:report'
tifa: note: the corpus has no documents of 7 of the years 2006 to 2025: 2007-2008, 2010, 2013-2015, 2019
tifa: note: the filters let 7 of 22 documents through, of 7 of the 20 years 2006 to 2025
tifa: note: few documents: all 16 hits stand in 3
year  level   hits  documents  of    %    95 %  words  per 10,000  95 %  top %
2006  report     0          0   1    0    0…79    170        0.00     -      -
2012  report     4          1   1  100  21…100    155      258.06     -    100  █████████████▎
2016  report     6          1   1  100  21…100    144      416.67     -    100  ████████████████████
2018  report     6          1   1  100  21…100    148      405.41     -    100  ████████████████████
2021  report     0          0   1    0    0…79    157        0.00     -      -
2023  report     0          0   1    0    0…79    148        0.00     -      -
2025  report     0          0   1    0    0…79    170        0.00     -      -
hits 16, documents 3, of 7, words 1092

$ tifa count --by concept --format csv 新质生产力
tifa: note: few documents: all 6 hits stand in 4
concept,hits,documents,of,share,share_low,share_high,words,rate,rate_low,rate_high,top_share
nqpf,6,4,22,0.1818181818,0.07306884583,0.3851660744,6201,9.675858732,1.743071292,22.46802627,0.5
st-first,1,1,22,0.04545454545,0.008069427621,0.2179804584,6201,1.612643122,0,5.696382797,1

$ tifa count --by decade 科技
tifa: --by decade: use year, agency, level, type, document or concept
(exit status 2)

$ tifa count --by year,year,year,year 科技
tifa: --by: up to 3 at once
(exit status 2)

$ COLUMNS=72 tifa trend --in level:report 军民融合 '{nqpf}'
tifa: note: 军民融合: few documents: all 16 hits stand in 3
tifa: note: {nqpf}: few documents: all 3 hits stand in 1
tifa: note: the corpus has no documents of 7 of the years 2006 to 2025: 2007-2008, 2010, 2013-2015, 2019
tifa: note: the filters let 7 of 22 documents through, of 7 of the 20 years 2006 to 2025
Hits per 10,000 words
军民融合
    500 │                              ▂▂    ▁▁
        │                              ██    ██
        │                  ▅▅          ██    ██
        │                  ██          ██    ██
      0 ┼   ·· ·· ·· ·· ·· ██ ·· ·· ·· ██ ·· ██ ·· ··    ··    ··
{nqpf}
    500 │
        │
        │
        │                                                         ▇▇
      0 ┼   ·· ·· ·· ·· ··    ·· ·· ··    ··    ·· ··    ··    ·· ██
         2006  2008  2010  2012  2014  2016  2018  2020  2022  2024

question  hits  documents  of  first       last        now             since  at most %  tau  p
军民融合    16          3   7  2012-01-10  2018-01-25  not detectable      3        100    -  -
{nqpf}       3          1   7  2025-01-18  2025-01-18  present             0          -    -  -

Levels of the share of documents
question  from    to  documents  of    %    95 %
军民融合  2006  2006          0   1    0    0…79
军民融合  2012  2018          3   3  100  44…100
军民融合  2021  2025          0   3    0    0…56
{nqpf}    2006  2023          0   6    0    0…39
{nqpf}    2025  2025          1   1  100  21…100

$ tifa trend --format json --in level:report 军民融合 | grep -v point
{"version":1,"kind":"finding","question":"军民融合","hits":16,"documents":3,"of":7,"first":"2012-01-10","last":"2018-01-25","state":"not detectable","documents_since":3,"bound":1.0,"tau":null,"p":null,"slope":null,"slope_low":null,"slope_high":null}
{"version":1,"kind":"level","question":"军民融合","from":2006,"to":2006,"documents":0,"of":1,"share":0.0,"share_low":0.0,"share_high":0.7934506856}
{"version":1,"kind":"level","question":"军民融合","from":2012,"to":2018,"documents":3,"of":3,"share":1.0,"share_low":0.4385029682,"share_high":1.0}
{"version":1,"kind":"level","question":"军民融合","from":2021,"to":2025,"documents":0,"of":3,"share":0.0,"share_low":0.0,"share_high":0.5614970318}

$ tifa trend --svg chart.svg 军民融合 >/dev/null; grep -c '<circle' chart.svg
tifa: note: the corpus has no documents of 13 of the years 1999 to 2025: 2000-2005, 2007-2008, 2010, 2013-2015, 2019
14

$ tifa trend 没有这个词
tifa: note: the corpus has no documents of 13 of the years 1999 to 2025: 2000-2005, 2007-2008, 2010, 2013-2015, 2019
Hits per 10,000 words
没有这个词
      1 │
        │
        │
        │
      0 ┼   ·· ·· ·· ·· ·· ··    ·· ··    ··       ·· ·· ··          ··
            2000  2002  2004  2006  2008  2010  2012  2014  2016  2018  2020  2022  2024

question    hits  documents  of  first  last  now    since  at most %   tau  p
没有这个词     0          0  22  -      -     never     22         14  0.00  1

Levels of the share of documents
question    from    to  documents  of  %  95 %
没有这个词  1999  2025          0  22  0  0…15
(exit status 1)

$ COLUMNS=100 tifa collocates --limit 5 创新
word  together  left  right  docs  top %  frequency  expected  log-lik.  logDice    MI     t  dP(w|n)  dP(n|w)
促进        13     5      9     6     31         22       2.3      31.4    11.88  2.51  2.97   0.0189   0.4892
协调         6     3      3     3     33          6       0.6      27.3    10.99  3.27  2.20   0.0095   0.8974
省份         6     0      6     6     17          6       0.6      27.3    10.99  3.27  2.20   0.0095   0.8974
建设        12     7      8     9     17         26       2.7      21.8    11.71  2.16  2.69   0.0164   0.3596
全省         5     4      1     5     20          6       0.6      17.5    10.72  3.01  1.96   0.0077   0.7306
places 91, words in places 91, words in windows 632, words 6201

$ tifa collocates --format json --least 2 --limit 1 '军民融合 year:2016..'
{"version":1,"word":"推动","together":6,"left":5,"right":3,"documents":5,"top_share":0.3333333333,"frequency":15,"expected":0.4324151185,"log_likelihood":23.13363931,"log_dice":12.37550914,"mi":3.794473631,"t":2.27295701,"delta_p_word":0.04246555262,"delta_p_node":0.3723650386,"facts":{"places":22,"words_in_places":22,"words_in_windows":135,"words":4705}}

$ tifa collocates --window x 创新
tifa: --window x: use a number of words up to 100, or two as 0,3 for left and right
(exit status 2)

$ COLUMNS=100 tifa keywords --limit 3 level:report
word  here  per 10,000  docs  top %  there  per 10,000  docs  log ratio         95 %     G2        q
代表    14      128.21     7     14      0        0.00     0       7.03   2.96…11.10  48.78  8.9e-10
工作    22      201.47     7     18     18       35.23     5       2.52    1.62…3.41  28.59  1.3e-05
推进    12      109.89     6     25      3        5.87     3       4.23    2.40…6.05  27.93  1.3e-05
the      0        0.00     0      -     54      105.70     2      -4.53  -8.55…-0.51  21.02  8.8e-05
应当     0        0.00     0      -     54      105.70     8      -4.53  -8.55…-0.51  21.02  8.8e-05
and      0        0.00     0      -     32       62.63     2      -3.77   -7.80…0.25  12.43   0.0048
words here 1092, words there 5109, words tested 309, documents here 7, documents there 15

$ tifa keywords level:nothing
tifa: keywords: there are no documents that answer the question
(exit status 2)

$ tifa frequencies --limit 3 --kind latin --format csv
word,kind,frequency,rate,documents,share,share_low,share_high,top_share
the,latin,54,87.08272859,2,0.09090909091,0.02529542899,0.2781494684,0.8518518519
and,latin,32,51.60457991,2,0.09090909091,0.02529542899,0.2781494684,0.6875
of,latin,26,41.92872117,2,0.09090909091,0.02529542899,0.2781494684,0.7307692308

$ tifa frequencies --sort size
tifa: size: there is no such column; use one of word, kind, frequency, rate, documents, share, share_low, share_high, top_share
(exit status 2)

$ printf '的\n和\n' >stop; tifa frequencies --stop stop --limit 2 --format csv
word,kind,frequency,rate,documents,share,share_low,share_high,top_share
澜江省,word,58,93.53330108,19,0.8636363636,0.6666501283,0.9525099629,0.1551724138
the,latin,54,87.08272859,2,0.09090909091,0.02529542899,0.2781494684,0.8518518519

$ tifa frequencies --concepts --limit 3 --format csv level:report
concept,label,en,category,frequency,rate,documents,share,share_low,share_high,top_share
mcf,军民融合,military-civil fusion,strategy,16,146.5201465,3,0.4285714286,0.1582198553,0.7495416355,0.375
dt-workreport,政府工作报告,Government Work Report,doctype,7,64.1025641,7,1,0.6456695649,1,0.1428571429
people-congress,人民代表大会,people's congress,agency,7,64.1025641,7,1,0.6456695649,1,0.1428571429

$ tifa ngrams --length 2-5 --limit 4 --format csv level:report
ngram,n,frequency,rate,documents
各位代表,2,7,64.1025641,7
向大会报告政府工作,5,7,64.1025641,7
和列席人员提出意见,5,7,64.1025641,7
在澜江省,2,7,64.1025641,7

$ tifa ngrams --length 9 科技
tifa: ngrams: lengths 9 to 9: use 2 to 8 words
(exit status 2)

$ COLUMNS=110 tifa dispersion 军民融合
no.  title                        date        hits  words  per 10,000  from beginning to end
  5  澜江省“十二五”科学…发展规划  2011-09        3    177      169.49                                █ █ █
 13  政府工作报告（摘录）         2012-01-10     4    155      258.06                                   ████
 14  政府工作报告（摘录）         2016-01-20     6    144      416.67                        ▄       ██▄
  4  澜江省“十三五”科技创新规划   2016-10-18     6    128      468.75          █    █████
 15  政府工作报告（摘录）         2018-01-25     6    148      405.41                        █       █▄▄
  7  澜江省人民代表大会…》的决定  2018-09-20     1    297       33.67                    █
 10  澜江省科技创新促进条例       2018-09-20     1    671       14.90              █
  1  Lanjiang Science P…, No. 14  2024-03-15     1    702       14.25      █
 20  Lanjiang issues gu…projects  2025-05-14     1    219       45.66               █
hits 29, documents 9, of 22, words 6201, dp 0.7408, dp norm 0.7564, juilland d 0.6019

$ tifa cooccur --with mcf --limit 2 --format csv
concept,label,other,other_label,together,documents,units,other_units,expected,log_likelihood,log_dice,mi,t
mcf,军民融合,mcf-zone,军民融合创新示范区,4,4,13,5,0.1625,23.7949551,12.830075,4.621488377,1.91875
mcf,军民融合,defence-industry,国防科技工业,3,3,13,8,0.26,10.96099462,12.19264508,3.528378972,1.581939738

$ tifa cooccur --unit page
tifa: --unit page: use sentence, paragraph or document
(exit status 2)

# Filters alone find documents, which have no words around them.
$ tifa collocates level:report
tifa: collocates: the question is of filters alone, which find documents; add a phrase or concept, for example: 科技 level:plan
(exit status 2)

$ tifa dispersion level:report
tifa: dispersion: the question is of filters alone, which find documents; add a phrase or concept, for example: 科技 level:plan
(exit status 2)

$ tifa trend 军民融合 level:report
tifa: trend: the question is of filters alone, which find documents; add a phrase or concept, for example: 科技 level:plan
(exit status 2)

$ tifa cooccur --with mcff
tifa: mcff: the dictionary has no concept with that id or label; the nearest: mcf (军民融合)
(exit status 2)

