# What two revisions did to the demonstration's regulation.
$ tifa compare $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md
--- 澜江省科技创新促进条例, 2011-07-29
+++ 澜江省科技创新促进条例, 2018-09-20
10 unchanged, 4 renumbered, 9 modified, 1 added, 1 deleted

p_1  modified
    （2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过{+　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正+}）

§1  modified
    第一条　为了促进科技创新，提高自主创新能力，{+实施创新驱动发展战略，加快+}建设创新型省份，[-加快转变经济发展方式-]{+推动高质量发展+}，根据《中华人民共和国科学技术进步{+法》《中华人民共和国促进科技成果转化+}法》和有关法律、行政法规，结合本省实际，制定本条例。

§4  modified
    第四条　省人民政府应当将科技创新纳入国民经济和社会发展规划，建立工作协调机制，[-每两年-]{+每年+}向省人民代表大会常务委员会报告一次科技创新工作。
    市、县人民政府应当根据本地产业基础确定科技创新的重点领域，安排专门机构和人员为企业提供服务。

§5  modified
    第五条　省科学技术主管部门负责统筹协调全省的科技创新工作。发展和改革、经济和信息化、教育、财政、人力资源和社会保障、[-国土-]{+自然+}资源、[-质量技术监督-]{+市场监督管理、知识产权+}等部门按照各自职责做好有关工作。

§8 → (none)  deleted
    [-第八条　鼓励企业对引进的技术进行消化、吸收和再创新。使用财政性资金引进重大技术、成套设备的单位，应当制定消化吸收方案，并报省经济和信息化部门备案。-]

§9 → §8  modified
    第八条　本省[-坚持军民结合-]{+推动军民融合深度发展+}，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件{+，促进军用技术和民用技术双向转移转化+}。

§11 → §10  modified
    第十条　使用财政性资金购置的单台（套）价格在[-五-]{+三+}十万元以上的大型科学仪器设备，[-应当-]{+必须+}自验收合格之日起[-六十日内-]{+三十日内+}纳入省共享服务平台，向社会开放使用。

§12 → §11  modified
    第十一条　职务科技成果转让后，成果完成单位应当从转让净收入中提取不低于百分之[-二十-]{+七十+}的比例，奖励完成成果和转化成果的人员{+。
    高等学校和科学技术研究开发机构对其持有的科技成果，可以自主决定转让、许可或者作价投资，不需审批或者备案+}。

(none) → §16  added
    {+第十六条　科学技术主管部门应当建立科研诚信档案。有抄袭、剽窃、伪造数据等严重失信行为的，五年内不得申请财政性资金资助的科技项目。+}

§18  modified
    第十八条　对从事基础研究、应用研究和技术推广的人员实行分类评价，{+突出创新能力、质量和贡献，+}不得把论文[-数量作为唯一标准-]{+、职称、学历、奖项作为限制性条件+}。

6 changes of number, typography or notes only are not shown; see --all

$ tifa compare --format json $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | grep -o '"summary":{[^}]*}'
"summary":{"unchanged":10,"renumbered":4,"modified":9,"moved":0,"moved+modified":0,"split":0,"merged":0,"added":1,"deleted":1}

$ tifa compare $demo/regulation/*_2011.txt $demo/regulation/*_2011.txt
--- 澜江省科技创新促进条例, 2011-07-29
+++ 澜江省科技创新促进条例, 2011-07-29
24 unchanged

(exit status 1)

$ tifa compare $demo/regulation/*_2011.txt missing.md
tifa: missing.md: no such file, and no corpus corpus.tifa to look it up in
(exit status 2)

