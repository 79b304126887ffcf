# The first five minutes with the demonstration corpus.
$ tifa --corpus c.tifa add $demo/reports
added DEMO/reports/澜江省政府工作报告_2006.md: 政府工作报告（摘录）, 2006-01-16
added DEMO/reports/澜江省政府工作报告_2012.md: 政府工作报告（摘录）, 2012-01-10
added DEMO/reports/澜江省政府工作报告_2016.md: 政府工作报告（摘录）, 2016-01-20
added DEMO/reports/澜江省政府工作报告_2018.md: 政府工作报告（摘录）, 2018-01-25
added DEMO/reports/澜江省政府工作报告_2021.md: 政府工作报告（摘录）, 2021-01-26
added DEMO/reports/澜江省政府工作报告_2023.md: 政府工作报告（摘录）, 2023-01-14
added DEMO/reports/澜江省政府工作报告_2025.md: 政府工作报告（摘录）, 2025-01-18
7 documents added

$ tifa --corpus c.tifa add $demo/reports | tail -n 1
0 documents added, 7 files known already

$ tifa --corpus c.tifa list
   1  2006-01-16 政府工作报告（摘录）                                      澜江省人民政府
   2  2012-01-10 政府工作报告（摘录）                                      澜江省人民政府
   3  2016-01-20 政府工作报告（摘录）                                      澜江省人民政府
   4  2018-01-25 政府工作报告（摘录）                                      澜江省人民政府
   5  2021-01-26 政府工作报告（摘录）                                      澜江省人民政府
   6  2023-01-14 政府工作报告（摘录）                                      澜江省人民政府
   7  2025-01-18 政府工作报告（摘录）                                      澜江省人民政府

$ tifa --corpus c.tifa find 新质生产力
1 2025-01-18    一年来，我省因地制宜发展 新质生产力，低空经济、具身智能、… 7 政府工作报告（摘录）
2 2025-01-18        （一）以科技创新引领 新质生产力发展。推动科技创新和产… 7 政府工作报告（摘录）
3 2025-01-18  能力，深化跨军地改革，促进 新质生产力同新质战斗力高效融合、… 7 政府工作报告（摘录）

$ tifa --corpus c.tifa find --limit 2 --context 8 --format json 军民融合 | cut -c1-150
tifa: there are more; --offset 2 goes on, tifa count says how many
{"version":1,"document":2,"title":"政府工作报告（摘录）","date":"2012-01-10","agency":"澜江省人民政府","article":null,"page":null,"st
{"version":1,"document":2,"title":"政府工作报告（摘录）","date":"2012-01-10","agency":"澜江省人民政府","article":null,"page":null,"st

$ tifa --corpus c.tifa find --format csv 卡脖子 | cut -d, -f1-4
document,title,date,agency
5,政府工作报告（摘录）,2021-01-26,澜江省人民政府
5,政府工作报告（摘录）,2021-01-26,澜江省人民政府

$ tifa --corpus c.tifa find 没有这个词
(exit status 1)

$ tifa --corpus c.tifa count --by year 军民融合
year        hits  documents
2006           0     0 of 1    
2012           4     1 of 1    ██████████████████████████████████████████
2016           6     1 of 1    ███████████████████████████████████████████████████████████████
2018           6     1 of 1    ███████████████████████████████████████████████████████████████
2021           0     0 of 1    
2023           0     0 of 1    
2025           0     0 of 1    
total         16

$ tifa --corpus c.tifa count --by document --format json 自主创新
{"version":1,"title":"政府工作报告（摘录）","hits":3,"document":1}
{"version":1,"title":"政府工作报告（摘录）","hits":3,"document":2}

$ tifa --corpus c.tifa count 军民融合
16

$ tifa --corpus c.tifa count 軍民融合
16

$ tifa --corpus c.tifa check
7 documents, 86 passages, 524 different words, 216 concept tags
remark: dates from 2006 to 2025; years without a document: 2007-2011, 2013-2015, 2017, 2019-2020, 2022, 2024
no damage found

