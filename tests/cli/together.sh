#!/usr/bin/env bash
# Readers go on while a corpus is written, and each sees one commit; two that write take turns.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

mkdir one two
for i in $(seq 120); do
  for folder in one two; do
    printf '%s第%d号通知\n\n推动科技创新。科技%s强国。\n科技自立%d。\n' $folder "$i" "新词$folder$i" "$i" >"$folder/$i.txt"
  done
done
tifa --corpus c.tifa add --quiet "$demo" >/dev/null
first=$(tifa --corpus c.tifa count 推动科技创新)

tifa --corpus c.tifa add --quiet --commit-every 3 one >one.out 2>&1 &
writer=$!
tifa --corpus c.tifa add --quiet --commit-every 3 two >two.out 2>&1 &
other=$!
reads=0 before=0
while kill -0 $writer 2>/dev/null || kill -0 $other 2>/dev/null; do
  tifa --corpus c.tifa find --limit 0 科技 --format json >hits || die "a reader failed"
  # Of each notice all three places are there or none.
  counts=$({ grep -oE '"title":"(one|two)第[0-9]+号通知"' hits || true; } | sort | uniq -c | awk '{ print $1 }' | sort -u)
  [ -z "$counts" ] || [ "$counts" = 3 ] || die "a reader saw a half-written file: $counts places"
  now=$(wc -l <hits)
  [ "$now" -ge "$before" ] || die "a reader saw an older state than the one before"
  before=$now reads=$((reads + 1))
done
wait $writer || { cat one.out; die "the first writer failed"; }
wait $other || { cat two.out; die "the second writer failed"; }
expect 0 tifa --corpus c.tifa check
[ "$(tifa --corpus c.tifa count 推动科技创新)" = $((first + 240)) ] || die "not all files are there"
# Each has its own word, and no two words the same number.
[ "$(tifa --corpus c.tifa count 新词one77强国)" = 1 ] || die "a word is missing"
if command -v sqlite3 >/dev/null; then
  [ "$(sqlite3 c.tifa "SELECT count(*) - count(DISTINCT text) FROM term")" = 0 ] || die "a term has two numbers"
fi
echo "$reads readers while two wrote"
