#!/usr/bin/env bash
# tifa add is killed at 50 random moments. What it had reported as added is there, the corpus is sound, and adding again
# completes the work.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

mkdir files
for i in $(seq 30); do printf '第%d号通知\n\n推动科技创新，发展新质生产力。这是第%d个文件。\n' "$i" "$i" >"files/$i.txt"; done
RANDOM=${KILL_SEED:-20}

start=$(date +%s%N)
expect 0 tifa --corpus whole.tifa add --commit-every 3 files
whole=$((($(date +%s%N) - start) / 1000000))
expected=$(tifa --corpus whole.tifa list --format json | wc -l)
[ "$expected" = 30 ] || die "$expected documents of 30"

cut=0
for round in $(seq 50); do
  rm -f c.tifa c.tifa-wal c.tifa-shm
  tifa --corpus c.tifa add --commit-every 3 files >reported 2>errors &
  adding=$!
  sleep "$(printf '0.%03d' $((RANDOM % (whole > 999 ? 999 : whole))))"
  kill -9 $adding 2>/dev/null || true
  wait $adding 2>/dev/null && continue || cut=$((cut + 1))
  [ -f c.tifa ] || continue
  if tifa --corpus c.tifa list --format json >listed 2>errors; then
    { grep -oE '^added [^:]+' reported || true; } | cut -d' ' -f2 | while read -r path; do
      grep -qF "\"$path\"" listed || die "round $round: $path was reported as added and is not there"
    done
    expect 0 tifa --corpus c.tifa check
  else # killed before the empty corpus was whole
    [ ! -s reported ] || die "round $round: reported something, but there is no corpus"
  fi
  expect 0 tifa --corpus c.tifa add files
  [ "$(tifa --corpus c.tifa list --format json | wc -l)" = 30 ] || die "round $round: not complete after adding again"
  expect 0 tifa --corpus c.tifa check
  [ "$(tifa --corpus c.tifa count 新质生产力)" = 30 ] || die "round $round: a wrong count"
done
[ $cut -ge 25 ] || die "only $cut of 50 runs were still going when they were killed"
echo "$cut of 50 runs were killed while they worked; nothing reported was lost"
