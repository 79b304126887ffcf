#!/usr/bin/env bash
# Ctrl-C while results are printed ends the program at once by the signal; a reader who has had enough ends it quietly.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

for ((i = 0; i < 2000; i++)); do echo "第${i}段说的是科技的发展。"; done >long.txt
tifa --corpus c.tifa add --quiet long.txt >/dev/null
question=(tifa --corpus c.tifa find --context p --format json 的)
[ "$("${question[@]}" | wc -c)" -gt 200000 ] || die "the answer is too short to be interrupted"

# Nobody reads the pipe, so the program stands still in the middle of its answer.
mkfifo pipe
exec 3<>pipe
env --default-signal=INT "${question[@]}" >pipe 2>err &
answering=$!
sleep 1
kill -INT $answering
status=0
wait $answering || status=$?
[ $status = 130 ] || die "interrupted, but the exit status is $status"
[ ! -s err ] || die "interrupted, but it said: $(cat err)"
exec 3>&-

status=0
"${question[@]}" 2>err | head -n 1 >/dev/null || status=${PIPESTATUS[0]}
[ $status = 141 ] || [ $status = 0 ] || die "nobody reads on, but the exit status is $status"
[ ! -s err ] || die "nobody reads on, but it said: $(cat err)"

# A terminal gets its colour back, also from a pager that does not die. script(1) is the terminal.
command -v script >/dev/null || { echo "SKIPPED: no script"; exit 77; }
cat >pager <<'SH'
#!/bin/sh
trap '' INT
head -c 100 >/dev/null
kill -INT "$PPID"
cat >/dev/null
sleep 0.5
echo pager ended
SH
chmod +x pager
PAGER=$folder/pager script -qec "tifa --corpus c.tifa find --color always --context p 的; echo status \$?" /dev/null >seen 2>&1 </dev/null || true
tr -d '\r' <seen | grep -A1 'pager ended' | grep -q 'status' || { cat -v seen; die "the pager was not waited for"; }
echo "interrupted as it should be"
