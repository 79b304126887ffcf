#!/usr/bin/env bash
# Every bad file is named with its reason and what to do; the good one beside it is added; the exit status is 2.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

printf '推动科技创新。\n' >good.txt
printf '' >empty.txt
printf '%%PDF-1.7\n1 0 obj\n<< /Type /Catalog' >cut.pdf
head -c 4096 /dev/urandom >noise.pdf
printf 'MZ\220\0\3\0\0\0' >program.txt
printf '\320\317\021\340\241\261\032\341 word' >old.doc
head -c 210000000 /dev/zero | tr '\0' 'a' >huge.txt
cp "$demo"/newsletter/*.pdf whole.pdf
head -c $(($(stat -c %s whole.pdf) / 2)) whole.pdf >half.pdf
mkfifo pipe.txt
mkdir -p locked && printf 'x' >secret.txt && chmod 000 secret.txt

for file in empty.txt cut.pdf noise.pdf program.txt old.doc huge.txt half.pdf pipe.txt missing.txt; do
  rm -f c.tifa*
  expect 2 tifa --corpus c.tifa add "$file" good.txt
  said "tifa: $file"
  grep -qE "^tifa: $file: .{10,}" err || { cat err; die "$file: no reason"; }
  [ "$(tifa --corpus c.tifa count 科技)" = 1 ] || die "$file kept good.txt out"
  grep -qF "1 FAILED" out || die "$file: the summary does not say that one failed"
done
if [ "$(id -u)" != 0 ]; then
  expect 2 tifa --corpus c2.tifa add secret.txt
  said "secret.txt"
fi

# Odd, but readable: text comes out.
{ printf '<html><body>'; for _ in $(seq 300); do printf '<div>'; done; printf '深处的科技政策文本，仍然可以读到。</div></body></html>'; } >deep.html
printf '<html><head><meta charset="iso-8859-1"></head><body><p>声明了错误编码的网页，讲科技创新与国际合作。</p></body></html>' |
  iconv -f UTF-8 -t GB18030 >liar.html
printf '科技\0创新\n' >nul.txt
printf '科技\377\376创新与发展\n' >bytes.txt
printf '\xEF\xBB\xBF科技有序\r\n发展\r\n' >bom.txt
cp whole.pdf 'named wrongly.html'
for file in deep.html liar.html nul.txt bytes.txt bom.txt 'named wrongly.html'; do
  rm -f c.tifa*
  expect 0 tifa --corpus c.tifa add "$file"
  [ "$file" = 'named wrongly.html' ] || [ "$(tifa --corpus c.tifa count 科技)" = 1 ] || die "$file: its text was not read"
done

# The same file twice is one document.
expect 0 tifa --corpus d.tifa add good.txt
expect 0 tifa --corpus d.tifa add good.txt
[ "$(tifa --corpus d.tifa list --format json | wc -l)" = 1 ] || die "added twice"
grep -qF '0 documents added, 1 files known already' out || { cat out; die "not said to be known"; }
echo "15 bad and odd files, each told and survived"
