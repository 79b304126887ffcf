# Questions kept under a name.
$ tifa --corpus c.tifa add --quiet $demo/reports
7 documents added

$ tifa --corpus c.tifa save
tifa: save: no question is kept in c.tifa; tifa save NAME QUERY keeps one
(exit status 1)

$ tifa --corpus c.tifa save 融合 '军民 融合'

$ tifa --corpus c.tifa save talent '{cat:talent}|人才'

$ tifa --corpus c.tifa save
talent  {cat:talent}|人才
融合    军民 融合

$ tifa --corpus c.tifa save --format json | sed 's/20[0-9T:Z-]*/TIME/'
{"version":1,"name":"talent","question":"{cat:talent}|人才","created":"TIME"}
{"version":1,"name":"融合","question":"军民 融合","created":"TIME"}

$ tifa --corpus c.tifa save 'a b' 科技
tifa: a b: no name for a question; use at most 64 letters, digits, - _ and .
(exit status 2)

$ tifa --corpus c.tifa save broken '"科技'
tifa: question: column 1: this quotation mark is never closed; add "
  "科技
  ^
(exit status 2)

$ tifa --corpus c.tifa save alone
tifa: save: name and question are needed: tifa save NAME QUERY; --remove stands alone
(exit status 2)

$ tifa --corpus c.tifa save --remove 融合

$ tifa --corpus c.tifa save --remove 融合
tifa: 融合: no question is saved under that name; tifa save lists them
(exit status 2)

