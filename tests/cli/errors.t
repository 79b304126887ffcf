# Every mistake is told with its place and with what to do.
$ tifa find 科技
tifa: corpus.tifa: there is no such corpus; make one with: tifa --corpus corpus.tifa add FILE...
(exit status 2)

$ tifa --corpus c.tifa add missing.txt
tifa: missing.txt: there is no such file; check the name
0 documents added, 1 FAILED (see above)
(exit status 2)

$ tifa --corpus c.tifa find
tifa: find: something is missing; usage: tifa find QUERY
(exit status 2)

$ tifa --corpus c.tifa find '"科技'
tifa: question: column 1: this quotation mark is never closed; add "
  "科技
  ^
(exit status 2)

$ tifa --corpus c.tifa find --each 2 科技
tifa: --each 2: holds for groups; add --group KEY, as --group year
(exit status 2)

$ tifa --corpus c.tifa find year:2020 科技
tifa: the corpus has no documents; add some with tifa add FOLDER
(exit status 1)

$ tifa --corpus c.tifa find ''
tifa: question: empty; ask for example: 科技创新, "dual circulation" or {mcf}
(exit status 2)

$ tifa --corpus c.tifa find '{no-such-concept}'
tifa: question: column 2: no-such-concept: the dictionary has no concept with that id or label; tifa concept list shows all
  {no-such-concept}
   ^
(exit status 2)

$ tifa --corpus c.tifa count --by moon 科技
tifa: --by moon: use year, agency, level, type, document or concept
(exit status 2)

$ tifa --corpus c.tifa find --format xml 科技
tifa: --format xml: there is no such format; use text, json, csv, html, xlsx, docx, markdown, vrt, conllu, bibtex, ris or csl
(exit status 2)

$ tifa --corpus c.tifa check --format html
tifa: --format html: a check cannot be printed so; use one of text, json
(exit status 2)

$ tifa --corpus c.tifa show 7
tifa: 7: no document of the corpus is called that; see tifa list
(exit status 2)

$ tifa nonsense
tifa: nonsense: there is no such command; tifa --help lists them
(exit status 2)

$ echo 'no corpus' > other.txt; tifa --corpus other.txt list
tifa: other.txt: file is not a database; the file is damaged or no corpus: take a copy and try tifa check, then tifa rebuild
(exit status 2)

# A folder with scans, and an archive of several documents.
$ mkdir scans; echo 科技创新 > scans/a.txt; printf '\211PNG\r\n\032\n' > scans/1.png; cp scans/1.png scans/2.PNG; tifa --corpus s.tifa add -q scans
1 documents added, 2 images passed over (--ocr reads them)

$ printf '科技创新\n' > m1.txt; printf '军民融合\n' > m2.txt; tar cf two.tar m1.txt m2.txt; tifa tag two.tar
m1.txt
       0       12  科技创新                       sci-tech-innovation      科技创新 / science, technology and innovation

m2.txt
       0       12  军民融合                       mcf                      军民融合 / military-civil fusion

$ tifa compare two.tar m1.txt
tifa: two.tar: holds 2 documents (m1.txt, m2.txt); unpack it and name the one you mean
(exit status 2)

$ tifa tag --format csv two.tar
start,end,text,concept,label,en,nested,member
0,12,科技创新,sci-tech-innovation,科技创新,"science, technology and innovation",false,m1.txt
0,12,军民融合,mcf,军民融合,military-civil fusion,false,m2.txt

