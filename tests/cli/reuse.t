# What of the regulation of 2018 stands in that of 1999 and 2011.
$ tifa reuse $demo/regulation/*条例_2018.md $demo/regulation/*_2011.txt $demo/regulation/*_1999.txt | head -n 12

$ tifa reuse --format csv $demo/regulation/*条例_2018.md $demo/regulation/*_2011.txt | tr -d '\r' | head -n 3

# Nothing, and no text.
$ printf '第一条 甲。\n' >one.md; tifa reuse one.md $demo/regulation/*_2011.txt

$ tifa reuse one.md missing.md

