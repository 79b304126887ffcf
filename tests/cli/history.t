# How a phrase came, spread and went.
$ tifa --corpus c.tifa add --quiet $demo
22 documents added

$ tifa --corpus c.tifa history 军民融合
29 places in 9 of 22 documents with a date
first province   2011-09     澜江省“十二五”科学和技术发展规划, document 5
                 第三节　推动军民融合式发展
first unknown    2024-03-15  Lanjiang Science Policy Monitor, No. 14, document 1, page 1
                 the province’s work reports for military-civil fusion (军民融合) find it first in
                 2012, at its peak in 2016, and for the
last             2025-05-14  Lanjiang issues guidance on research security in international projects, document 20
                 自主创新) and, between 2012 and 2018, of military-civil fusion (军民融合). Neither
                 formulation appears in the new guidance. In their

year     hits  documents       share, 95 %  central province local  new issuers
2011        3     1 of 2       9.5 to  90.5 %       0        1     0        1
2012        4     1 of 1      20.7 to 100.0 %       0        1     0        0
2016       12     2 of 2      34.2 to 100.0 %       0        2     0        0
2017        0     0 of 1       0.0 to  79.3 %       0        0     0        0
2018        8     3 of 3      43.9 to 100.0 %       0        3     0        1
2020        0     0 of 1       0.0 to  79.3 %       0        0     0        0
2021        0     0 of 2       0.0 to  65.8 %       0        0     0        0
2022        0     0 of 1       0.0 to  79.3 %       0        0     0        0
2023        0     0 of 2       0.0 to  65.8 %       0        0     0        0
2024        1     1 of 2       9.5 to  90.5 %       0        0     0        0
2025        1     1 of 2       9.5 to  90.5 %       0        0     0        0

澜江省人民政府 政府工作报告, 3 of 7 items (2006-2025): 2012, 2016, 2018
澜江省人民政府 澜江省…五科技创新规划, 1 of 2 items (2016-2021): 2016

came into 澜江省科技创新促进条例 with the version of 2018-09-20, document 10
went out of 澜江省科技创新促进条例 with the version of 2024-11-20, document 11

no fading can be detected: the share of documents falls in no year for sure

$ tifa --corpus c.tifa history --format json '{mcf}' | head -c 300
{"version":1,"hits":31,"documents":9,"of":22,"undated":0,"firsts":{"province":{"document":5,"title":"澜江省“十二五”科学和技术发展规划","date":"2011-09","issuer":"澜江省人民政府","article":null,"page":null,"start":1122,"end":1134,"quote":"第三节　推动军民融合式发
$ tifa --corpus c.tifa history --format csv 卡脖子 | head -n 3
year,hits,documents,of,low,high,central,province,local,unknown,new_issuers
1999,0,0,1,0,0.7934506856,0,0,0,0,0
2000,0,0,0,,,0,0,0,0,0

$ tifa --corpus c.tifa history 没有这个词
0 places in 0 of 22 documents with a date
(exit status 1)

$ tifa --corpus c.tifa count 'asof:2012 科技创新'
9

$ tifa --corpus c.tifa history level:report
tifa: history: the question is of filters alone, which find documents; add a phrase or concept, for example: 科技 level:plan
(exit status 2)

