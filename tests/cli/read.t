$ tifa read --facts $demo/notices/*18号*.md | head -n 24
title      澜江省科学技术厅　澜江省教育厅关于印发《澜江省科学数据安全管理办法》的通知  (heading)
date       2022-03-12  (signature)
issuer     澜江省科学技术厅、澜江省教育厅  (title)
number     澜科发〔2022〕18号  (head)
lang       zh-Hans  (text)
format     markdown  (content)
level      normative  (text)
type       通知  (title)
signed     2022-03-12  (signature)
effective  2022-05-01  (text)
repeals    《澜江省科学数据共享暂行办法》  (text)
status     有效期五年  (text)
addressees 各市科学技术局、教育局，各高等学校、科研院所，各有关单位  (head)
signature  澜江省科学技术厅、澜江省教育厅  (signature)
carrier    澜江省科学技术厅　澜江省教育厅关于印发《澜江省科学数据安全管理办法》的通知  (title)

澜江省科学技术厅　澜江省教育厅关于印发《澜江省科学数据安全管理办法》的通知
澜科发〔2022〕18号
各市科学技术局、教育局，各高等学校、科研院所，各有关单位：
为规范科学数据管理，保障数据安全，促进开放共享，根据《中华人民共和国数据安全法》和国家有关规定，我们制定了《澜江省科学数据安全管理办法》，现印发给你们，请结合实际认真贯彻执行。执行中遇到的问题，请及时向省科学技术厅反映。
《澜江省科学数据共享暂行办法》（澜科发〔2014〕9号）同时废止。
附件：澜江省科学数据安全管理办法
澜江省科学技术厅　　澜江省教育厅
2022年3月12日

$ tifa read --format json $demo/web/gaoxin*.html | cut -c1-420
{"version":1,"title":"关于做好2009年度高新技术企业认定工作的通知","date":"2009-03-16","issuer":"澜江省科学技术厅","number":"澜科高〔2009〕5号","lang":"zh-Hans","format":"html","pages":null,"level":"normative","type":"通知","signed":"2009-03-16","published":"2009-03-18","effective":null,"repeals":null,"status":null,"addressees":"各市科学技术局，各国家高新技术产业开�

$ tifa tag $demo/web/*.en.html | head -n 5
      81       98  research security              research-security        研究安全 / research security
     100      112  研究安全                       research-security        研究安全 / research security
     231      243  universities                   edu-he                   高等学校 / higher education institutions
     257      270  due diligence                  due-diligence            尽职调查 / due diligence
     272      284  尽职调查                       due-diligence            尽职调查 / due diligence

$ printf '推动军民融合，发展新质生产力。' | tifa tag --format json -
{"version":1,"start":6,"end":18,"text":"军民融合","concept":"mcf","label":"军民融合","en":"military-civil fusion","nested":false,"member":null}
{"version":1,"start":27,"end":42,"text":"新质生产力","concept":"nqpf","label":"新质生产力","en":"new quality productive forces","nested":false,"member":null}

$ printf '没有概念的一句话。' | tifa tag -
(exit status 1)

$ tifa read --ocr - < $TIFA_SOURCE/tests/scans/simplified.png
为加快科技创新，推动高质量发展，根据国家有关规定，现承有关事项通知如下，请各市、各部门认真贯彻执行。
tifa: -: page 1: recognised from an image (OCR); compare with the original before you quote

$ tifa read - < $TIFA_SOURCE/tests/scans/simplified.png
tifa: standard input: is an image: no text layer, only images; read it with --ocr to recognise the text
(exit status 2)

