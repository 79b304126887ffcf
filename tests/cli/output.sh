#!/usr/bin/env bash
# Results that are kept: a file has its name only when it is whole, says how it came about, and a workbook holds all text as
# text.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"
export SOURCE_DATE_EPOCH=1700000000 TIFA_CORPUS=c.tifa
tifa add --quiet "$demo" >/dev/null

# part WORKBOOK NAME: a file of the archive that a workbook is.
part() { python3 -c 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))' "$@"; }

expect 0 tifa find 军民融合 --output hits.xlsx
part hits.xlsx xl/sharedStrings.xml | grep -qF '<t>军民融合</t>' || die "the workbook has no hit"
part hits.xlsx xl/sharedStrings.xml | grep -qF '<t>2023-11-14</t>' || die "the workbook does not say when it was made"
printf '=HYPERLINK("http://x") 军民融合\n' >formula.txt
tifa add --quiet formula.txt >/dev/null
expect 0 tifa find 军民融合 -o formula.xlsx
! part formula.xlsx xl/worksheets/sheet1.xml | grep -qE '<f>|<hyperlink' || die "a cell became a formula or a link"

expect 0 tifa find 军民融合 -o hits.csv
grep -qx 'Command: tifa find 军民融合 -o hits.csv' hits.csv.method.txt || die "the note does not tell the command"
expect 0 tifa count --by year 军民融合 -o hits.html
grep -q '<dt>Program</dt>' hits.html || die "the page has no method"
expect 0 tifa count --by year 军民融合 -o again.html
diff <(sed s/again/hits/ again.html) hits.html || die "the same question gave another page"

expect 2 tifa find '"军民' -o broken.csv
said 'never closed'
[ -z "$(ls broken* 2>/dev/null)" ] || die "a file was left: $(ls broken*)"
expect 2 tifa find 军民融合 -o no/folder.csv
said 'no/folder.csv: cannot be written'
echo "kept results are whole, and say how they came about"
