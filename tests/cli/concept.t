# The dictionary explains itself. A dictionary of this test's own, so that the shipped one may grow.
$ printf 'id\tzh\tzh_alt\tzh_hant\tpinyin\ten\ten_alt\tcategory\tgloss\tbroader\trelated\trenamed_to\tvalid_from\tvalid_to\tguards\tfacets\tsource\n' >own.tsv

$ printf 'own-purse\t澜江财政部\t澜江财部\t瀾江財政部\tLánjiāng cáizhèngbù\tLanjiang Treasury\tLTX\townbody\tThe treasury of a province that exists in tests only, with a gloss that is too long for one line.\t\town-bank\town-chest@2018-03\t1998\t2018\t澜江财政部=门-|队-|-省!本省;澜江财部=near 预算|near 决算;LTX=case\taccess\tDecree 1\n' >>own.tsv

$ printf 'own-chest\t澜江钱库\t\t\t\tLanjiang Chest\t\townbody\tIts successor.\town-bank\t\t\t2018\t\t澜江钱库=@2018..\t\t\n' >>own.tsv

$ printf 'own-bank\t澜江银行\t澜江…3行\t\t\tBank of Lanjiang\t\townbank\t\t\t\t\t\t\t\t\t\n' >>own.tsv

$ tifa concept check own.tsv
0 errors, 0 warnings

$ tifa concept list --dictionary own.tsv ownbody
own-purse            ownbody     澜江财政部                 Lanjiang Treasury
own-chest            ownbody     澜江钱库                   Lanjiang Chest

$ tifa concept list --dictionary own.tsv --format csv ownbank
concept,category,zh,en,gloss,facets,file,line
own-bank,ownbank,澜江银行,Bank of Lanjiang,,,own.tsv,4

$ tifa concept list --dictionary own.tsv no-category 2>&1 | cut -c 1-80
tifa: no-category: there is no such category; the categories are agency, tech, c

$ tifa concept show --dictionary own.tsv own-purse Lanjiang.Chest 澜江农商行
own-purse  澜江财政部 / Lanjiang Treasury
  category     ownbody
  gloss        The treasury of a province that exists in tests only, with a gloss that is too long
               for one line.
  Chinese      澜江财政部                    not where 门 or 队 stands right behind
                                             not where 省 (but not 本省) stands right before
  also         澜江财部                      only where 预算 or 决算 stands in the same paragraph
  traditional  瀾江財政部                    not where 门 or 队 stands right behind
                                             not where 省 (but not 本省) stands right before
  pinyin       Lánjiāng cáizhèngbù
  English      Lanjiang Treasury
  also         LTX                           only in these capitals, and not among words all in
                                             capitals
  related      own-bank  澜江银行 / Bank of Lanjiang
  renamed to   own-chest  澜江钱库 / Lanjiang Chest, 2018-03
  valid        from 1998 to 2018
  facets       access
  source       Decree 1
  stands in    own.tsv, line 2

tifa: Lanjiang.Chest: the dictionary has no concept with that id or label; tifa concept list shows all
own-bank  澜江银行 / Bank of Lanjiang
  category     ownbank
  Chinese      澜江银行
  also         澜江…3行
  English      Bank of Lanjiang
  narrower     own-chest  澜江钱库 / Lanjiang Chest
  related      own-purse  澜江财政部 / Lanjiang Treasury
  stands in    own.tsv, line 4

(exit status 2)

$ tifa concept show --dictionary own.tsv --format json own-chest
{"version":1,"concept":"own-chest","category":"ownbody","zh":"澜江钱库","en":"Lanjiang Chest","gloss":"Its successor.","facets":"","file":"own.tsv","line":3,"valid_from":"2018","valid_to":"","guards":"澜江钱库=@2018..","flags":"","source":"","labels":[{"text":"澜江钱库","kind":"zh","rules":["only in texts dated 2018.."]},{"text":"Lanjiang Chest","kind":"en","rules":[]}],"relations":[{"relation":"broader","concept":"own-bank","zh":"澜江银行","en":"Bank of Lanjiang","date":null},{"relation":"renamed from","concept":"own-purse","zh":"澜江财政部","en":"Lanjiang Treasury","date":"2018-03"}]}

$ tifa concept show --dictionary own.tsv own-prsue
tifa: own-prsue: the dictionary has no concept with that id or label; the nearest: own-purse (澜江财政部)
(exit status 2)

$ tifa concept show --format csv mcf
tifa: --format csv: a concept cannot be printed so; use one of text, json
(exit status 2)

# Why a place is tagged or not: guard, guard that asks, date, capitals, longer label, never.
$ tifa concept why --dictionary own.tsv '澜江财政部门预算，澜江财政部、澜江财部。省澜江财政部，本省澜江财政部。' own-purse
                                [澜江财政部]门预算，澜江财政部、澜江财部。省澜江财政部，本省澜…
    not tagged own-purse, label 澜江财政部: guard 门-: 门 stands right behind
              澜江财政部门预算，[澜江财政部]、澜江财部。省澜江财政部，本省澜江财政部。
    tagged own-purse, label 澜江财政部
  澜江财政部门预算，澜江财政部、[澜江财部]。省澜江财政部，本省澜江财政部。
    tagged own-purse, label 澜江财部: 预算 stands there, as a guard asks
门预算，澜江财政部、澜江财部。省[澜江财政部]，本省澜江财政部。
    not tagged own-purse, label 澜江财政部: guard -省!本省: 省 stands right before
部、澜江财部。省澜江财政部，本省[澜江财政部]。
    tagged own-purse, label 澜江财政部

$ printf '澜江财部。\n澜江钱库与澜江银行。\n' | tifa concept why --dictionary own.tsv --date 2010 --refused - own-purse own-chest own-bank
                                [澜江财部]。
    not tagged own-purse, label 澜江财部: guard near 预算|near 决算: what it asks for does not
        stand there
                                [澜江钱库]与澜江银行。
    not tagged own-chest, label 澜江钱库: guard @2018..: the text is of another time

$ printf 'LTX, THE LTX OFFICE, ltx' | tifa concept why --dictionary own.tsv --format csv - own-purse
start,end,text,concept,label,tagged,why,guard,evidence,reason
0,3,LTX,own-purse,LTX,false,capitals,,,stands among words all in capitals
9,12,LTX,own-purse,LTX,false,capitals,,,stands among words all in capitals
21,24,ltx,own-purse,LTX,false,case,,,other capitals than the label's

$ echo 澜江钱库 | tifa concept why --dictionary own.tsv --format json - own-chest
{"version":1,"start":0,"end":12,"text":"澜江钱库","concept":"own-chest","label":"澜江钱库","tagged":true,"why":"tagged","guard":null,"evidence":"","reason":"nothing speaks against it"}

$ echo 澜江财政部门 | tifa tag --why --dictionary own.tsv - | grep own-
    not tagged own-purse, label 澜江财政部: guard 门-: 门 stands right behind

$ tifa concept why nosuchfile.pdf
tifa: nosuchfile.pdf: taken as a text, for there is no file of that name; no label stands in it
(exit status 1)

$ tifa concept why --date 2018-13 科技
tifa: --date 2018-13: not a date; write 2021, 2021-03 or 2021-03-12
(exit status 2)

# Faults have file, line, column and reason.
$ printf 'id\tzh\tbroader\tguards\nbad id\t澜江一库\t\t\nown-two\t澜江二库\tno-such\t澜江二库=+门-|门-\nown-three\t澜江三库\town-four\t\nown-four\t澜江三库\town-three\t澜江九库=word\nown-five\tx\377\t\t\n' >faulty.tsv

$ tifa concept check --alone faulty.tsv
faulty.tsv: line 2, column 1: error: "bad id" is no id: an id is of a-z, 0-9 and hyphens
faulty.tsv: line 3, column 3: warning: there is no concept "no-such"
faulty.tsv: line 3, column 4: warning: guard "+门-" of "澜江二库" asks for what guard "门-" refuses
faulty.tsv: line 5, column 2: error: the label "澜江三库" is also one of own-three (faulty.tsv, line 4); take it out of one, or flag both rows amb
faulty.tsv: line 5, column 3: warning: runs in a circle: "own-three" is also narrower
faulty.tsv: line 5, column 4: error: "澜江九库" is no label of this concept
faulty.tsv: line 6, column 2: error: is not UTF-8: byte 0xFF; save the file as UTF-8
4 errors, 3 warnings
(exit status 2)

$ tifa concept check --format csv faulty.tsv
file,line,column,level,reason
faulty.tsv,2,1,error,"""bad id"" is no id: an id is of a-z, 0-9 and hyphens"
faulty.tsv,3,3,warning,"there is no concept ""no-such"""
faulty.tsv,3,4,warning,"guard ""+门-"" of ""澜江二库"" asks for what guard ""门-"" refuses"
faulty.tsv,5,2,error,"the label ""澜江三库"" is also one of own-three (faulty.tsv, line 4); take it out of one, or flag both rows amb"
faulty.tsv,5,3,warning,"runs in a circle: ""own-three"" is also narrower"
faulty.tsv,5,4,error,"""澜江九库"" is no label of this concept"
faulty.tsv,6,2,error,is not UTF-8: byte 0xFF; save the file as UTF-8
(exit status 2)

$ tifa concept list --dictionary faulty.tsv
tifa: faulty.tsv: line 6, column 2: is not UTF-8: byte 0xFF; save the file as UTF-8 (and 3 more); tifa concept check names all faults
(exit status 2)

$ mkdir empty; tifa concept check empty
tifa: empty: holds no dictionary (*.tsv)
(exit status 2)

# Forms come back whole.
$ for form in csv turtle rdfxml; do tifa concept export --to $form own.tsv | tifa concept import --from $form - | cmp - <(tifa concept export own.tsv) && echo "$form comes back"; done
csv comes back
turtle comes back
rdfxml comes back

$ tifa concept export --to turtle own.tsv | head -n 12
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix tifa: <urn:tifa:term:> .

<urn:tifa:concept:own-purse>
	a skos:Concept ;
	skos:notation "own-purse" ;
	skos:prefLabel "澜江财政部"@zh-Hans ;
	skos:altLabel "澜江财部"@zh-Hans ;
	skos:prefLabel "瀾江財政部"@zh-Hant ;
	skos:altLabel "Lánjiāng cáizhèngbù"@zh-Latn-pinyin ;
	skos:prefLabel "Lanjiang Treasury"@en ;

$ tifa concept export --to word
tifa: --to word: there is no such form; use tsv, csv, turtle or rdfxml
(exit status 2)

$ tifa concept import own.doc
tifa: own.doc: its name does not tell the form; say --from tsv, csv, turtle or rdfxml
(exit status 2)

$ printf '<rdf:RDF' >cut.rdf; tifa concept import cut.rdf
tifa: cut.rdf: Error on line 1 char 9: Document ended unexpectedly inside an element name
(exit status 2)

$ printf 'id,zh\n,科\n' | tifa concept import --from csv -
tifa: standard input: imported, but it cannot be used before its errors are mended (1); tifa concept check names them
id	zh
	科

# Phrases of the corpus.
$ tifa --corpus c.tifa add --quiet $demo/reports $demo/plans
10 documents added

$ tifa --corpus c.tifa concept discover -n 3
  times  texts  phrase
      7      7  我代表省人民政府                       现在， 我代表省人民政府，向大会报告政府工作…
      7      7  向大会报告政府工作         我代表省人民政府， 向大会报告政府工作，请予审议，并请省…
      7      7  澜江省省长                                    澜江省省长　陆远舟

$ tifa --corpus c.tifa concept discover -n 1 --shortest 2 --times 3 --format json | grep -oE '"(phrase|count|documents|match)":[^,]*'
"phrase":"我代表省人民政府"
"count":7
"documents":7
"match":"我代表省人民政府"

$ tifa --corpus none.tifa concept discover
tifa: none.tifa: there is no such corpus; make one with: tifa --corpus none.tifa add FILE...
(exit status 2)

$ tifa concept >printed 2>&1 || echo "exit status $?"; tifa concept --help | cmp - printed && head -n 1 printed
exit status 2
Usage: tifa concept COMMAND ...

$ tifa concept shwo
tifa: concept shwo: there is no such command; tifa concept --help lists them
(exit status 2)

$ tifa words --words own.words
tifa: own.words: there is no such file; check the name
(exit status 2)

$ printf '# words of a test\n澜江财政部\n' >own.words; echo 澜江财政部门 | tifa words --words own.words
澜江财政部 门

$ printf '澜\n' >own.words; echo 澜江 | tifa words --words own.words
tifa: own.words: own words: 澜: has fewer than two characters
(exit status 2)

