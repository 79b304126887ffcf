# A corpus carries a dictionary of the user's own.
$ printf 'id\tzh\tcategory\nlan-river\t澜江\tplace\n' >own.tsv; printf '澜江省推动科技创新。\n' >a.txt; tifa --corpus c.tifa add a.txt
added a.txt: a, no date
1 documents added

$ tifa --corpus c.tifa count '{lan-river}'
tifa: question: column 2: lan-river: the dictionary has no concept with that id or label; tifa concept list shows all
  {lan-river}
   ^
(exit status 2)

$ tifa --corpus c.tifa concept adopt own.tsv
tifa: c.tifa: now run tifa rebuild, which cuts and tags its documents anew

$ tifa --corpus c.tifa count '{lan-river}'
tifa: c.tifa: its tags were made with other means than those in force now; tifa rebuild makes all anew
0
(exit status 1)

$ tifa --corpus c.tifa rebuild --tags; tifa --corpus c.tifa count '{lan-river}'
1

$ tifa --corpus c.tifa check
1 documents, 1 passages, 4 different words, 2 concept tags
remark: tagged with a dictionary of its own, too: own.tsv
remark: 1 documents without a date: they are in no count by year
remark: 1 documents without an agency: they are in no count by agency
no damage found

$ printf 'id\tzh\nbad id\t澜\n' >bad.tsv; tifa --corpus c.tifa concept adopt bad.tsv
tifa: bad.tsv: line 2, column 1: "bad id" is no id: an id is of a-z, 0-9 and hyphens; tifa concept check names all faults
(exit status 2)

$ tifa --corpus c.tifa concept drop own.tsv; tifa --corpus c.tifa rebuild --tags; tifa --corpus c.tifa count '{lan-river}'
tifa: question: column 2: lan-river: the dictionary has no concept with that id or label; tifa concept list shows all
  {lan-river}
   ^
(exit status 2)

$ tifa --corpus c.tifa concept drop own.tsv
tifa: own.tsv: the corpus has no dictionary of that name; tifa check names them
(exit status 2)

