# What two revisions did to the demonstration's regulation.
$ tifa compare $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md
--- 澜江省科技创新促进条例, 2011-07-29
+++ 澜江省科技创新促进条例, 2018-09-20
10 unchanged, 4 renumbered, 9 modified, 1 added, 1 deleted

p_1  modified
    （2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过{+　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正+}）

§1  modified
    第一条　为了促进科技创新，提高自主创新能力，{+实施创新驱动发展战略，加快+}建设创新型省份，[-加快转变经济发展方式-]{+推动高质量发展+}，根据《中华人民共和国科学技术进步法{+》《中华人民共和国促进科技成果转化法+}》和有关法律、行政法规，结合本省实际，制定本条例。

§4  modified
    第四条　省人民政府应当将科技创新纳入国民经济和社会发展规划，建立工作协调机制，[-每两年-]{+每年+}向省人民代表大会常务委员会报告一次科技创新工作。
    市、县人民政府应当根据本地产业基础确定科技创新的重点领域，安排专门机构和人员为企业提供服务。

§5  modified
    第五条　省科学技术主管部门负责统筹协调全省的科技创新工作。发展和改革、经济和信息化、教育、财政、人力资源和社会保障、[-国土资源、质量技术监督-]{+自然资源、市场监督管理、知识产权+}等部门按照各自职责做好有关工作。

§8 → (none)  deleted
    [-第八条　鼓励企业对引进的技术进行消化、吸收和再创新。使用财政性资金引进重大技术、成套设备的单位，应当制定消化吸收方案，并报省经济和信息化部门备案。-]

§9 → §8  modified
    第八条　本省[-坚持军民结合-]{+推动军民融合深度发展+}，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件{+，促进军用技术和民用技术双向转移转化+}。

§11 → §10  modified
    第十条　使用财政性资金购置的单台（套）价格在[-五十万-]{+三十万+}元以上的大型科学仪器设备，[-应当-]{+必须+}自验收合格之日起[-六十-]{+三十+}日内纳入省共享服务平台，向社会开放使用。

§12 → §11  modified
    第十一条　职务科技成果转让后，成果完成单位应当从转让净收入中提取不低于[-百分之二十-]{+百分之七十+}的比例，奖励完成成果和转化成果的人员。
    {+高等学校和科学技术研究开发机构对其持有的科技成果，可以自主决定转让、许可或者作价投资，不需审批或者备案。+}

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
The texts are the same.

(exit status 1)

$ tifa compare $demo/regulation/*_2011.txt missing.md
tifa: missing.md: no such file, and no corpus corpus.tifa to look it up in
(exit status 2)

# As a table for spreadsheets.
$ tifa compare --format csv $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | tr -d '\r' | head -n 4
old,new,unit,kind,subtype,likeness,old_text,new_text
h_1,h_1,heading,unchanged,,1,澜江省科技创新促进条例,澜江省科技创新促进条例
p_1,p_1,paragraph,modified,substantive,0.749465,（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过）,（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正）
chp_1,chp_1,heading,unchanged,,1,第一章　总　则,第一章　总　则

# The decision that made the version of 2018 says what the comparison shows; what 2024 changed it did not order.
$ tifa compare --decision $demo/regulation/关于修改*.md $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | sed -n '/^The decision/,$p'
The decision: 14 confirmed, 0 disputed, 0 open

将第一条修改为：“为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动…
    confirmed  §1  replace: the new words stand there
将第四条第一款中的“每两年”修改为“每年”。
    confirmed  §4  reword: the words are changed
将第五条中的“国土资源、质量技术监督”修改为“自然资源、市场监督管理、知识产权”。
    confirmed  §5  reword: the words are changed
删去第八条。
    confirmed  §8 → (none)  delete: the article is gone
将第九条改为第八条，修改为：“本省推动军民融合深度发展，支持国防科技工业单位与地方企业、高等学校开展…
    confirmed  §9 → §8  replace: the new words stand there
将第十一条改为第十条，并将其中的“五十万元”修改为“三十万元”，“应当自验收合格之日起六十日内”修改为“必…
    confirmed  §11 → §10  renumber: the articles are linked
    confirmed  §11 → §10  reword: the words are changed
    confirmed  §11 → §10  reword: the words are changed
将第十二条改为第十一条，并将其中的“百分之二十”修改为“百分之七十”；增加一款，作为第二款：“高等学校和…
    confirmed  §12 → §11  renumber: the articles are linked
    confirmed  §12 → §11  reword: the words are changed
    confirmed  §12 → §11  insert: the new words stand there
增加一条，作为第十六条：“科学技术主管部门应当建立科研诚信档案。有抄袭、剽窃、伪造数据等严重失信行为…
    confirmed  (none) → §16  insert: the new words stand there
将第十八条修改为：“对从事基础研究、应用研究和技术推广的人员实行分类评价，突出创新能力、质量和贡献，…
    confirmed  §18  replace: the new words stand there
将第二十二条中的“第十一条”修改为“第十条”。
    confirmed  §22  reword: the words are changed

$ tifa compare --decision $demo/regulation/关于修改*.md $demo/regulation/*条例_2018.md $demo/regulation/*_2024.html | sed -n '/^The decision/,/^删去/p; /^(no order)/,+1p'
The decision: 1 confirmed, 28 disputed, 0 open

将第一条修改为：“为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动…
    disputed   §1  replace: the new words do not stand there
将第四条第一款中的“每两年”修改为“每年”。
    disputed   §4 → §5  reword: the old words do not stand there
将第五条中的“国土资源、质量技术监督”修改为“自然资源、市场监督管理、知识产权”。
    disputed   §5 → §7  reword: the old words do not stand there
删去第八条。
(no order)
    disputed   (none) → §2: no order of the decision explains this change

$ tifa compare --format json --decision $demo/regulation/关于修改*.md $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | grep -o '{"finding":[^}]*}[^}]*}' | head -n 3 | tail -n 1
{"finding":"confirmed","reason":"the words are changed","old":"5","new":"5","order":{"kind":"reword","place":{"article":"5"},"new_place":null,"old_words":"国土资源、质量技术监督","new_words":"自然资源、市场监督管理、知识产权","instrument":null,"text":"将第五条中的“国土资源、质量技术监督”修改为“自然资源、市场监督管理、知识产权”。"}

$ tifa compare --format html --decision $demo/regulation/关于修改*.md $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | grep -A 8 'What changed'
<h2>What changed</h2>
<ul class="counts">
<li><b>10</b> unchanged <span lang="zh-Hans">未修改</span></li>
<li><b>4</b> renumbered <span lang="zh-Hans">重新编号</span>: <a href="#c18">Art. 13 → 12</a>, <a href="#c19">Art. 14 → 13</a>, <a href="#c20">Art. 15 → 14</a>, <a href="#c21">Art. 16 → 15</a></li>
<li><b>9</b> modified <span lang="zh-Hans">修改</span>: <a href="#c4">Art. 1</a>, <a href="#c7">Art. 4</a>, <a href="#c8">Art. 5</a>, <a href="#c13">Art. 9 → 8</a>, <a href="#c14">Art. 10 → 9</a>, <a href="#c15">Art. 11 → 10</a>, <a href="#c17">Art. 12 → 11</a>, <a href="#c25">Art. 18</a>, <a href="#c30">Art. 22</a></li>
<li><b>1</b> added <span lang="zh-Hans">增加</span>: <a href="#c22">Art. 16</a></li>
<li><b>1</b> deleted <span lang="zh-Hans">删除</span>: <a href="#c12">Art. 8</a></li>
<li><b></b> outside of articles: <a href="#c2">Paragraph 1</a> modified</li>
<li><b></b> <a href="#decision">the decision</a> <span lang="zh-Hans">修改决定</span>: 14 confirmed <span lang="zh-Hans">相符</span>, 0 disputed <span lang="zh-Hans">不符</span>, 0 open <span lang="zh-Hans">待核</span></li>

$ tifa compare --format csv --decision $demo/regulation/关于修改*.md $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md
tifa: --format csv: a decision cannot be printed so; use one of text, json, html
(exit status 2)

# What the changes mean, each with its quotations.
$ tifa compare --meaning $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | sed -n '4,/^p_1/p'

duty: 3 added, 2 dropped, 1 strengthened; number: 1 raised, 1 lowered; deadline: 1 added, 1 dropped, 1 lowered; agency: 1 added, 1 replaced; concept: 7 gained, 2 lost

permission added  §12 → §11
    + 高等学校和科学技术研究开发机构对其持有的科技成果，{+可以+}自主决定转让、许可或者作价投资，不需审批或者备案。

obligation added  (none) → §16  by 科学技术主管部门
    + 第十六条　科学技术主管部门{+应当+}建立科研诚信档案。

prohibition added  (none) → §16
    + 有抄袭、剽窃、伪造数据等严重失信行为的，五年内{+不得+}申请财政性资金资助的科技项目。

encouragement dropped  §8 → (none)
    - 第八条　[-鼓励-]企业对引进的技术进行消化、吸收和再创新。

obligation dropped  §8 → (none)
    - 使用财政性资金引进重大技术、成套设备的单位，[-应当-]制定消化吸收方案，并报省经济和信息化部门备案。

duty strengthened  §11 → §10
    - 第十一条　使用财政性资金购置的单台（套）价格在五十万元以上的大型科学仪器设备，[-应当-]自验收合格之日起六十日内纳入省共享服务平台，向社会开放使用。
    + 第十条　使用财政性资金购置的单台（套）价格在三十万元以上的大型科学仪器设备，{+必须+}自验收合格之日起三十日内纳入省共享服务平台，向社会开放使用。

number raised  §12 → §11
    - 第十二条　职务科技成果转让后，成果完成单位应当从转让净收入中提取不低于[-百分之二十-]的比例，奖励完成成果和转化成果的人员。
    + 第十一条　职务科技成果转让后，成果完成单位应当从转让净收入中提取不低于{+百分之七十+}的比例，奖励完成成果和转化成果的人员。

number lowered  §11 → §10
    - 第十一条　使用财政性资金购置的单台（套）价格在[-五十万元-]以上的大型科学仪器设备，应当自验收合格之日起六十日内纳入省共享服务平台，向社会开放使用。
    + 第十条　使用财政性资金购置的单台（套）价格在{+三十万元+}以上的大型科学仪器设备，必须自验收合格之日起三十日内纳入省共享服务平台，向社会开放使用。

deadline added  (none) → §16
    + 有抄袭、剽窃、伪造数据等严重失信行为的，{+五年+}内不得申请财政性资金资助的科技项目。

deadline dropped  §4
    - 第四条　省人民政府应当将科技创新纳入国民经济和社会发展规划，建立工作协调机制，每[-两年-]向省人民代表大会常务委员会报告一次科技创新工作。
    + 第四条　省人民政府应当将科技创新纳入国民经济和社会发展规划，建立工作协调机制，每年向省人民代表大会常务委员会报告一次科技创新工作。

deadline lowered  §11 → §10
    - 第十一条　使用财政性资金购置的单台（套）价格在五十万元以上的大型科学仪器设备，应当自验收合格之日起[-六十日-]内纳入省共享服务平台，向社会开放使用。
    + 第十条　使用财政性资金购置的单台（套）价格在三十万元以上的大型科学仪器设备，必须自验收合格之日起{+三十日+}内纳入省共享服务平台，向社会开放使用。

agency added  §12 → §11
    + 高等学校和{+科学技术研究开发机构+}对其持有的科技成果，可以自主决定转让、许可或者作价投资，不需审批或者备案。

agency replaced  §5
    - 发展和改革、经济和信息化、教育、财政、人力资源和社会保障、国土资源、[-质量技术监督等部门-]按照各自职责做好有关工作。
    + 发展和改革、经济和信息化、教育、财政、人力资源和社会保障、自然资源、市场监督管理、{+知识产权等部门+}按照各自职责做好有关工作。

concept gained  §1  innovation-driven
    + 第一条　为了促进科技创新，提高自主创新能力，实施{+创新驱动发展战略+}，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。

concept gained  §1  hq-development
    + 第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，{+推动高质量发展+}，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。

concept gained  §1  law-transfer
    + 第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《{+中华人民共和国促进科技成果转化法+}》和有关法律、行政法规，结合本省实际，制定本条例。

concept gained  §9 → §8  mcf
    - 第九条　本省坚持军民结合，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件。
    + 第八条　本省推动{+军民融合深度发展+}，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件，促进军用技术和民用技术双向转移转化。

concept gained  (none) → §16  op-integrity
    + 第十六条　科学技术主管部门应当建立{+科研诚信+}档案。

concept gained  (none) → §16  rule-misconduct
    + 有抄袭、{+剽窃+}、伪造数据等严重失信行为的，五年内不得申请财政性资金资助的科技项目。

concept gained  (none) → §16  credit-system
    + 有抄袭、剽窃、伪造数据等{+严重失信+}行为的，五年内不得申请财政性资金资助的科技项目。

concept lost  §8 → (none)  major-equipment
    - 使用财政性资金引进重大技术、[-成套设备-]的单位，应当制定消化吸收方案，并报省经济和信息化部门备案。

concept lost  §9 → §8  mcf-old
    - 第九条　本省坚持[-军民结合-]，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件。
    + 第八条　本省推动军民融合深度发展，支持国防科技工业单位与地方企业、高等学校开展技术合作，共用试验条件，促进军用技术和民用技术双向转移转化。

p_1  modified

$ tifa compare --meaning --format csv $demo/regulation/*_2011.txt $demo/regulation/*条例_2018.md | tr -d '\r' | head -n 3
kind,shift,duty,old,new,old_words,new_words,actor,object,concept,old_quote,new_quote
concept,added,,1,1,,创新驱动发展战略,,,innovation-driven,,第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。
concept,added,,1,1,,推动高质量发展,,,hq-development,,第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。

