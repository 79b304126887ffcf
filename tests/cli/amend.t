# What the decision of 2018 makes of the regulation of 2011 differs from the published version in the line under the title alone.
$ tifa amend $demo/regulation/*_2011.txt $demo/regulation/关于修改*.md >now.txt

$ head -n 5 now.txt
澜江省科技创新促进条例
（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过）
第一章　总　则
第一条　为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。
第二条　在本省行政区域内从事研究开发、成果转化、科学普及以及与之相关的服务和管理活动，适用本条例。

$ tifa compare now.txt $demo/regulation/*条例_2018.md
--- 澜江省科技创新促进条例, 2011-07-29
+++ 澜江省科技创新促进条例, 2018-09-20
23 unchanged, 1 modified

p_1  modified
    （2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过{+　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正+}）

1 change of number, typography or notes only is not shown; see --all

# An order that does not fit, and a text that orders nothing.
$ printf '# 关于修改《条例》的决定\n\n一、将第一条中的“甲”修改为“乙”。\n\n二、删去第九条。\n' >decision.md; printf '# 条例\n\n第一条 甲。\n\n第二条 丙。\n' >old.md

$ tifa amend old.md decision.md
条例
第一条 乙。
第二条 丙。
tifa: decision.md: decision: 删去第九条。...: does not fit the law; see to it by hand
(exit status 2)

$ tifa amend old.md old.md
tifa: decision: it orders no change that could be read; is it a 修改决定 or 修正案?
(exit status 2)

$ tifa compare --decision old.md old.md decision.md
tifa: decision: it orders no change that could be read; is it a 修改决定 or 修正案?
(exit status 2)

# A decision on another law changes nothing.
$ tifa amend $demo/regulation/*_1999.txt $demo/regulation/*决定_2018.md
tifa: decision: amends 《澜江省科技创新促进条例》, not 《澜江省民营科技企业管理办法》; name the law that it is about
(exit status 2)

