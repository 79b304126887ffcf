# Places sorted, sampled, grouped, cited, and asked for again.
$ tifa --corpus c.tifa add --quiet $demo/reports $demo/regulation
12 documents added

$ tifa --corpus c.tifa find --sort R1 --limit 4 科技创新
 1 2012-01-10 值增长百分之十九。《澜江省 科技创新促进条例》颁布施行，自主… 2 政府工作报告（摘录）
 2 2025-01-18 之三点三。修订后的《澜江省 科技创新促进条例》自今年1月1日起… 7 政府工作报告（摘录）
 3 2018-09-20 常务委员会关于修改《澜江省 科技创新促进条例》的决定          8 澜江省人民代表大…的决定
 4 2018-09-20 第五次会议决定，对《澜江省 科技创新促进条例》作如下修改：    8 澜江省人民代表大…的决定
tifa: 35 places in all; there are more places; --offset 4 goes on

$ tifa --corpus c.tifa find --sort -date,match --limit 2 '科技创新|军民融合'
 1 2025-01-18 之三点三。修订后的《澜江省 科技创新促进条例》自今年1月1日起… 7 政府工作报告（摘录）
 2 2025-01-18                   （一）以 科技创新引领新质生产力发展。推动… 7 政府工作报告（摘录）
tifa: 53 places in all; there are more places; --offset 2 goes on

$ tifa --corpus c.tifa find --group R1 --each 0 --limit 5 科技
    hits  documents
      34          6  创新
      12          3  企业
       7          7  工业
       6          3  报告
       6          4  成果
tifa: 111 places in all; there are more groups; --offset 5 goes on

$ tifa --corpus c.tifa find --group year --each 1 科技创新
2011  8 in 1 document
1 2011-07-29                      澜江省 科技创新促进条例                  10 澜江省科技创新促进条例
2012  1 in 1 document
2 2012-01-10  值增长百分之十九。《澜江省 科技创新促进条例》颁布施行，自主… 2 政府工作报告（摘录）
2018  13 in 2 documents
3 2018-09-20  常务委员会关于修改《澜江省 科技创新促进条例》的决定          8 澜江省人民代表大…的决定
2024  9 in 1 document
4 2024-11-20  五次会议《关于修改〈澜江省 科技创新促进条例〉的决定》修正　… 12 澜江省科技创新促进条例
2025  4 in 1 document
5 2025-01-18  之三点三。修订后的《澜江省 科技创新促进条例》自今年1月1日起… 7 政府工作报告（摘录）

$ tifa --corpus c.tifa find --sample 3 --seed 2 --layout list 科技
7:1162-1168	科技
12:4017-4023	科技
12:4541-4547	科技
tifa: 3 of 111 places, chosen at random with seed 2

$ tifa --corpus c.tifa find --sample 4 --seed 2 --layout list 科技
7:1162-1168	科技
9:1250-1256	科技
12:4017-4023	科技
12:4541-4547	科技
tifa: 4 of 111 places, chosen at random with seed 2

$ tifa --corpus c.tifa find --context s --limit 2 军民融合
1  政府工作报告（摘录）, 澜江省人民政府, 2012-01-10  [2:1003-1015]
    （三）推动【军民融合】式发展。

2  政府工作报告（摘录）, 澜江省人民政府, 2012-01-10  [2:1054-1066]
    在东河新区规划建设【军民融合】产业园，首批安排六个军民融合项目，探索军民融合的地方模式。

tifa: there are more; --offset 2 goes on, tifa count says how many

$ COLUMNS=60 tifa --corpus c.tifa find --context 3w --limit 2 军民融合
1           三）推动 军民融合式发展。在      2 政府工作…录）
2       新区规划建设 军民融合产业园，首批安… 2 政府工作…录）
tifa: there are more; --offset 2 goes on, tifa count says how many

$ tifa --corpus c.tifa quote 2
tifa: quoted from: tifa find --context=3w --limit=2 军民融合
在东河新区规划建设军民融合产业园，首批安排六个军民融合项目，探索军民融合的地方模式。
    — 政府工作报告（摘录）, 澜江省人民政府, 2012-01-10
      DEMO/reports/澜江省政府工作报告_2012.md  [2:1054-1066]


$ tifa --corpus c.tifa quote 99
tifa: quoted from: tifa find --context=3w --limit=2 军民融合
tifa: quote 99: the last question (军民融合) has no such place
(exit status 1)

$ tifa --corpus c.tifa find --sort -date --offset 1 --limit 1 --layout list 军民融合
11:1934-1946	军民融合
tifa: 18 places in all; there are more places; --offset 2 goes on

$ tifa --corpus c.tifa quote 2 | tail -n 2 | grep -o '\[.*\]'
tifa: quoted from: tifa find --sort=-date --limit=1 --offset=1 军民融合
[11:1934-1946]

$ tifa --corpus c.tifa quote --format json 2:1054-1066 | grep -o '"match.*"title'
"match":"军民融合","source":"政府工作报告（摘录）, 澜江省人民政府, 2012-01-10","address":"2:1054-1066","title

$ tifa --corpus c.tifa quote 3:41-47
tifa: 3:41-47: ends inside a character
(exit status 2)

$ tifa --corpus c.tifa quote 3:41-99999
tifa: 3:41-99999: no place inside one paragraph of that document; addresses are those that tifa find shows
(exit status 2)

$ tifa --corpus c.tifa log | cut -c25-
      35  find --sort=R1 --limit=4 科技创新
      53  find --sort=-date,match --limit=2 '科技创新|军民融合'
     111  find --group=R1 --each=0 --limit=5 科技
      35  find --group=year --each=1 科技创新
     111  find --sample=3 --seed=2 科技
     111  find --sample=4 --seed=2 科技
       ?  find --context=s --limit=2 军民融合
       ?  find --context=3w --limit=2 军民融合
      18  find --sort=-date --limit=1 --offset=1 军民融合

$ tifa --corpus c.tifa log --again 1
the same answer

$ tifa --corpus c.tifa remove 3

$ tifa --corpus c.tifa log --again 1
the same answer
documents: 12 then, 11 now; 0 added since, 1 removed

# A question is known although nobody reads its answer to the end; several places at once.
$ tifa --corpus c.tifa find 科技 >/dev/full
tifa: output: No space left on device
(exit status 2)

$ tifa --corpus c.tifa quote --context 4 2-3,1
tifa: quoted from: tifa find 科技
加强国际科技合作。
    — 政府工作报告（摘录）, 澜江省人民政府, 2006-01-16
      DEMO/reports/澜江省政府工作报告_2006.md  [1:1417-1423]

《澜江省科技创新促进
    — 政府工作报告（摘录）, 澜江省人民政府, 2012-01-10
      DEMO/reports/澜江省政府工作报告_2012.md  [2:434-440]

支持国防科技工业单位
    — 政府工作报告（摘录）, 澜江省人民政府, 2006-01-16
      DEMO/reports/澜江省政府工作报告_2006.md  [1:1242-1248]


$ tifa --corpus c.tifa quote 0 3-
tifa: quote 0: not numbers of places; write 3, or several as 1,3,5-7
(exit status 2)

# A quotation in Markdown, with the same article of a linked translation.
$ printf '澜江条例\n\n第一条　为了促进科技，制定本条例。\n\n第二条　推动*军民融合*。\n' >zh.txt; printf 'Lanjiang Rules\n\nArticle 1 To promote science.\n\nArticle 2 The province promotes fusion [MCF].\n' >en.txt

$ tifa --corpus two.tifa add --quiet zh.txt en.txt && tifa --corpus two.tifa link --as translation 2 1
2 documents added

$ tifa --corpus two.tifa find 军民融合 >/dev/null; tifa --corpus two.tifa quote --format markdown 1
tifa: quoted from: tifa find 军民融合
> 第二条　推动\*军民融合\*。
>
> — 澜江条例, 国务院, §2 (document 1:84-96)

> Article 2 The province promotes fusion \[MCF\].
>
> — Lanjiang Rules, in the other language (document 2)


$ tifa --corpus two.tifa quote --context 3 1
tifa: quoted from: tifa find 军民融合
推动*军民融合*。
    — 澜江条例, 国务院, §2
      zh.txt  [1:84-96]

Article 2 The province promotes fusion [MCF].
    — Lanjiang Rules, in the other language  [2]


# Statistics are logged, too, and asked again.
$ tifa --corpus c.tifa collocates --least 5 --format csv -n 2 创新 | head -n 1
word,together,left,right,documents,top_share,frequency,expected,log_likelihood,log_dice,mi,t,delta_p_word,delta_p_node

$ tifa --corpus c.tifa log | tail -n 2 | cut -c25-
       ?  find 科技
      70  collocates --least 5 -n 2 创新

$ tifa --corpus c.tifa log 11 2>&1 | tail -n 3
协调         6     3      3     3     33          6       0.8      24.1    11.34  2.89  2.12   0.0125   0.8663
places 70, words in places 70, words in windows 481, words 3630
the same answer

$ tifa --corpus c.tifa log --again 10
the answer was not read to its end then
(exit status 1)

$ tifa --corpus c.tifa log --again 99
tifa: log 99: the log has no such question; tifa log shows them
(exit status 2)

$ TIFA_LOG= tifa --corpus c.tifa log
(exit status 1)

$ tifa --corpus c.tifa find --sort R0 科技
tifa: --sort R0: no such key; use L1 to L9 or R1 to R9 (words), cL1 or cR1 (characters), left, right, match, date, year, document, title, agency, number, type, level, language or article
(exit status 2)

$ tifa --corpus c.tifa find --context 3x 科技
tifa: --context 3x: use 40 (characters), 5w (words), s or 2s (sentences), p (the paragraph) or a (the article)
(exit status 2)

$ tifa --corpus c.tifa find --group R1,L1 科技
tifa: --group R1,L1: use one key
(exit status 2)

