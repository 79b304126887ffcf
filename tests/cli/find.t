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
tifa: note: the corpus has no documents of 13 of the years 2006 to 2025: 2007-2011, 2013-2015, 2017, 2019-2020, 2022, 2024
tifa: note: few documents: all 16 hits stand in 3
year  hits  documents  of    %    95 %  words  per 10,000  95 %  top %
2006     0          0   1    0    0…79    170        0.00     -      -
2012     4          1   1  100  21…100    155      258.06     -    100  ██████████████████▋
2016     6          1   1  100  21…100    144      416.67     -    100  ████████████████████████████
2018     6          1   1  100  21…100    148      405.41     -    100  ████████████████████████████
2021     0          0   1    0    0…79    157        0.00     -      -
2023     0          0   1    0    0…79    148        0.00     -      -
2025     0          0   1    0    0…79    170        0.00     -      -
hits 16, documents 3, of 7, words 1092

$ tifa --corpus c.tifa count --by document --format json 自主创新
{"version":1,"document":1,"title":"政府工作报告（摘录）","date":"2006-01-16","hits":3,"words":170,"rate":176.4705882,"facts":{"hits":6,"documents":2,"of":7,"words":1092},"notes":["few documents: all 6 hits stand in 2"]}
{"version":1,"document":2,"title":"政府工作报告（摘录）","date":"2012-01-10","hits":3,"words":155,"rate":193.5483871}

$ tifa --corpus c.tifa count 军民融合
16

$ tifa --corpus c.tifa count 軍民融合
16

$ tifa --corpus c.tifa check
7 documents, 86 passages, 525 different words, 217 concept tags
remark: dates from 2006 to 2025; years without a document: 2007-2011, 2013-2015, 2017, 2019-2020, 2022, 2024
no damage found

