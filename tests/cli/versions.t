# Instruments, their versions, and what was in force when.
$ tifa --corpus c.tifa add --quiet $demo
22 documents added

$ tifa --corpus c.tifa versions --at 2026-01-01
澜江省科技创新促进条例
  2011-07-29  replaced          2011-10-01  to 2018-11-01  document 9  通过
  2018-09-20  replaced          2018-11-01  to 2025-01-01  document 10  修正
  2024-11-20  in force          2025-01-01                 document 11  修订
  amended by 澜江省人民代表大会常务委员会关于修改《澜江省科技创新促进条例》的决定, 2018-11-01 (by title, document 7)
  repeals 澜江省民营科技企业管理办法, 2011-10-01 (by clause, document 9)

$ tifa --corpus c.tifa versions --at 2019 澜江省科技创新促进条例
澜江省科技创新促进条例
  2011-07-29  replaced          2011-10-01  to 2018-11-01  document 9  通过
              24 articles
  2018-09-20  in force          2018-11-01  to 2025-01-01  document 10  修正
              24 articles
              9 modified, 1 added, 1 deleted, 0 moved, 0 split or merged, 4 only renumbered, 10 unchanged, since 2011-07-29
  2024-11-20  not yet in force  2025-01-01                 document 11  修订
              31 articles
              14 modified, 7 added, 1 deleted, 1 moved, 6 split or merged, 4 only renumbered, 0 unchanged, since 2018-09-20
  amended by 澜江省人民代表大会常务委员会关于修改《澜江省科技创新促进条例》的决定, 2018-11-01 (by title, document 7)
  repeals 澜江省民营科技企业管理办法, 2011-10-01 (by clause, document 9)

$ tifa --corpus c.tifa versions --at 2019 --format json 澜江省科技创新促进条例 | head -c 600
{"version":1,"title":"澜江省科技创新促进条例","series":null,"is_rule":true,"note":null,"versions":[{"title":"澜江省科技创新促进条例","date":"2011-07-29","deed":"通过","draft":null,"document":9,"status":"replaced","status_sure":true,"from":"2011-10-01","from_sure":true,"from_reason":"its clause says so","until":"2018-11-01","until_sure":true,"until_reason":"the next version begins","end":"replaced","ended_by":10,"said":"title","note":null,"documents":[9],"articles":24},{"title":"澜江省科技创新促进条例","date":"2018-09-20","deed":"修正","draft":null,"document
$ tifa --corpus c.tifa versions --at 2019 --format csv | cut -d, -f1-8
title,date,deed,draft,document,status,status_sure,from
澜江省科技创新促进条例,2011-07-29,通过,,9,replaced,true,2011-10-01
澜江省科技创新促进条例,2018-09-20,修正,,10,in force,true,2018-11-01
澜江省科技创新促进条例,2024-11-20,修订,,11,not yet in force,true,2025-01-01

$ tifa --corpus c.tifa versions --series
澜江省人民政府 政府工作报告 (a series: its items are no versions of one another)
  2006-01-16  政府工作报告（摘录）, document 12
  2012-01-10  政府工作报告（摘录）, document 13
  2016-01-20  政府工作报告（摘录）, document 14
  2018-01-25  政府工作报告（摘录）, document 15
  2021-01-26  政府工作报告（摘录）, document 16
  2023-01-14  政府工作报告（摘录）, document 17
  2025-01-18  政府工作报告（摘录）, document 18
澜江省人民政府 澜江省…五科技创新规划 (a series: its items are no versions of one another)
  2016-10-18  澜江省“十三五”科技创新规划, document 4
  2021-08-30  澜江省“十四五”科技创新规划, document 6

$ tifa --corpus c.tifa asof 2019
2016-10-18? 澜江省“十三五”科技创新规划, 2016-10-18 印发, document 4
2018-11-01  澜江省科技创新促进条例, 2018-09-20 修正, document 10
2009-03-16? 关于做好2009年度高新技术企业认定工作的通知, 2009-03-16, document 19
2017-08-15? 關於加強研究資料安全管理的通告, 2017-08-15, document 21

$ tifa --corpus c.tifa asof 2019 澜江省科技创新促进条例
2018-11-01  澜江省科技创新促进条例, 2018-09-20 修正, document 10

$ tifa --corpus c.tifa asof --text 2019 澜江省科技创新促进条例 | head -n 4
澜江省科技创新促进条例
（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正）
第一章　总　则
第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。

$ tifa --corpus c.tifa asof 1990
tifa: asof 1990: nothing in the corpus was in force then
(exit status 1)

$ tifa --corpus c.tifa link 4 5

$ tifa --corpus c.tifa versions --at 2016-12-31 4
澜江省“十三五”科技创新规划
  2011-09     expired?          2011-09?    to 2016-01-01? document 5  印发
              from: its text does not say
              until: the period it plans for ends
              belongs here because people said so
  2016-10-18  in force?         2016-10-18? to 2021-01-01? document 4  印发
              2 modified, 9 added, 13 deleted, 0 moved, 0 split or merged, 0 only renumbered, 0 unchanged, since 2011-09
              from: its text does not say
              until: the period it plans for ends
              belongs here because people said so
澜江省人民政府 澜江省…五科技创新规划 (a series: its items are no versions of one another)
  2011-09     澜江省“十三五”科技创新规划, document 5
  2021-08-30  澜江省“十四五”科技创新规划, document 6

$ tifa --corpus c.tifa unlink 4 5
tifa: the link is taken back

$ tifa --corpus c.tifa unlink 11 10
tifa: kept: the two are not related, whatever their titles say

$ tifa --corpus c.tifa versions --at 2026-01-01
澜江省科技创新促进条例
  2011-07-29  replaced          2011-10-01  to 2018-09-20? document 9  通过
  2018-09-20  in force          2018-09-20?                document 10  修正
  repeals 澜江省民营科技企业管理办法, 2011-10-01 (by clause, document 9)

$ tifa --corpus c.tifa link --as successor 8 9

$ tifa --corpus c.tifa link --as successor 9 8
tifa: link: document 8 was said to come after 9 already; unlink those first
(exit status 2)

$ tifa --corpus c.tifa link 3 3
tifa: link: 3 is one document; name two
(exit status 2)

$ tifa --corpus c.tifa link --as cousin 3 4
tifa: --as cousin: use version, successor, amends or translation
(exit status 2)

$ tifa --corpus c.tifa versions 没有这个文件
tifa: 没有这个文件: no document of the corpus is called that; see tifa list
(exit status 2)

$ tifa --corpus c.tifa asof tomorrow
tifa: asof tomorrow: not a date; write 2021, 2021-03 or 2021-03-12
(exit status 2)

$ tifa --corpus c.tifa asof --text 2019
tifa: asof: --text prints one text; name its document
(exit status 2)

