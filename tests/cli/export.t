# Documents for other programs.
$ printf '中华人民共和国数据安全法\n（2021年6月10日第十三届全国人民代表大会常务委员会第二十九次会议通过）\n第一条 国家推动 5G 和军民融合，A&B <x>。\n' > law.txt

$ tifa --corpus c.tifa add --quiet law.txt
1 documents added

$ tifa --corpus c.tifa export --format bibtex
@legislation{d1,
  title = {中华人民共和国数据安全法},
  shorttitle = {数据安全法},
  author = {{全国人民代表大会常务委员会}},
  date = {2021-06-10},
  type = {法},
  language = {zh-CN}
}

$ tifa --corpus c.tifa export --format ris | tr -d '\r'
TY  - STAT
TI  - 中华人民共和国数据安全法
ST  - 数据安全法
AU  - 全国人民代表大会常务委员会
DA  - 2021/06/10/
PY  - 2021
LA  - zh-CN
ID  - d1
ER  - 


$ tifa --corpus c.tifa export --format csl
[
{"id":"d1","type":"legislation","title":"中华人民共和国数据安全法","title-short":"数据安全法","author":[{"literal":"全国人民代表大会常务委员会"}],"issued":{"date-parts":[[2021,6,10]]},"genre":"法","language":"zh-CN"}
]

$ tifa --corpus c.tifa export --format vrt | sed -n '1p;/第一条/,$p'
<text id="d1" year="2021" title="中华人民共和国数据安全法" date="2021-06-10" issuer="全国人民代表大会常务委员会" number="" level="law" type="法" lang="zh-Hans" path="law.txt">
第一条	NUM	|
国家	NOUN	|
推动	VERB	|
5G	X	|five-g|
和	CCONJ	|
军民融合	NOUN	|mcf|
，	PUNCT	|
A&amp;B	X	|
&lt;	SYM	|
x	X	|
&gt;	SYM	|
。	PUNCT	|
</s>
</p>
</text>

$ tifa --corpus c.tifa export --format conllu | grep -v '^#' | tail -n 20
6	全国人民代表大会常务委员会	_	NOUN	_	_	_	_	_	Concept=B-npc|SpaceAfter=No
7	第二十九	_	NUM	_	_	_	_	_	SpaceAfter=No
8	次	_	NOUN	_	_	_	_	_	SpaceAfter=No
9	会议	_	NOUN	_	_	_	_	_	SpaceAfter=No
10	通过	_	VERB	_	_	_	_	_	SpaceAfter=No
11	）	_	PUNCT	_	_	_	_	_	_

1	第一条	_	NUM	_	_	_	_	_	_
2	国家	_	NOUN	_	_	_	_	_	SpaceAfter=No
3	推动	_	VERB	_	_	_	_	_	_
4	5G	_	X	_	_	_	_	_	Concept=B-five-g
5	和	_	CCONJ	_	_	_	_	_	SpaceAfter=No
6	军民融合	_	NOUN	_	_	_	_	_	Concept=B-mcf|SpaceAfter=No
7	，	_	PUNCT	_	_	_	_	_	SpaceAfter=No
8	A&B	_	X	_	_	_	_	_	_
9	<	_	SYM	_	_	_	_	_	SpaceAfter=No
10	x	_	X	_	_	_	_	_	SpaceAfter=No
11	>	_	SYM	_	_	_	_	_	SpaceAfter=No
12	。	_	PUNCT	_	_	_	_	_	_


# newpar id = d1-p3
# sent_id = d1-138-1
# text = 第一条 国家推动 5G 和军民融合，A&B <x>。
# The words and blanks of CoNLL-U give the sentence again.
$ tifa --corpus c.tifa add --quiet $demo
22 documents added

$ tifa --corpus c.tifa export --output all.conllu

$ awk -F '\t' '/^# text = /{ text = substr($0, 10); made = "" } /^[0-9]/{ made = made $2 ($10 ~ /SpaceAfter=No/ ? "" : " "); ids += $1 } /^$/{ a = made; b = text; gsub(/[ \t　]/, "", a); gsub(/[ \t　]/, "", b); n++; if (a != b) print b } END { print (n > 300 ? "many" : n), "sentences" }' all.conllu
many sentences

$ tifa --corpus c.tifa export 没有这个词 --format vrt
(exit status 1)

$ tifa --corpus c.tifa export
tifa: export: --format vrt, conllu, bibtex, ris or csl says what for
(exit status 2)

$ tifa --corpus c.tifa export --format csv
tifa: --format csv: a bibliography cannot be printed so; use one of bibtex, ris, csl
(exit status 2)

