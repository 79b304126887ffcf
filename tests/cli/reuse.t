# What of the regulation of 2018 stands in that of 1999 and 2011.
$ tifa reuse $demo/regulation/*条例_2018.md $demo/regulation/*_2011.txt $demo/regulation/*_1999.txt | head -n 12
澜江省科技创新促进条例: 82 % of it stands in other texts

  82 %    41 sentences  澜江省科技创新促进条例, 2011-07-29
   2 %     1 sentence   澜江省民营科技企业管理办法, 1999-09-23

p_2  from 澜江省科技创新促进条例, 2011-07-29: p_2
    + （2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正）
    - （2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过）

art_1  from 澜江省科技创新促进条例, 2011-07-29: art_1
    + 为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。
    - 为了促进科技创新，提高自主创新能力，建设创新型省份，加快转变经济发展方式，根据《中华人民共和国科学技术进步法》和有关法律、行政法规，结合本省实际，制定本条例。

$ tifa reuse --format csv $demo/regulation/*条例_2018.md $demo/regulation/*_2011.txt | tr -d '\r' | head -n 3
place,start,end,text,source,source_date,source_place,source_start,source_end,source_text,likeness
p_2,34,303,（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过　根据2018年9月20日澜江省第十三届人民代表大会常务委员会第五次会议《关于修改〈澜江省科技创新促进条例〉的决定》修正）,澜江省科技创新促进条例,2011-07-29,p_2,34,137,（2011年7月29日澜江省第十一届人民代表大会常务委员会第二十五次会议通过）,0.7494651105
art_1,338,659,为了促进科技创新，提高自主创新能力，实施创新驱动发展战略，加快建设创新型省份，推动高质量发展，根据《中华人民共和国科学技术进步法》《中华人民共和国促进科技成果转化法》和有关法律、行政法规，结合本省实际，制定本条例。,澜江省科技创新促进条例,2011-07-29,art_1,172,409,为了促进科技创新，提高自主创新能力，建设创新型省份，加快转变经济发展方式，根据《中华人民共和国科学技术进步法》和有关法律、行政法规，结合本省实际，制定本条例。,0.788333351

# Nothing, and no text.
$ printf '第一条 甲。\n' >one.md; tifa reuse one.md $demo/regulation/*_2011.txt
one: no sentence of it stands in another text
(exit status 1)

$ tifa reuse one.md missing.md
tifa: missing.md: no such file, and no corpus corpus.tifa to look it up in
(exit status 2)

