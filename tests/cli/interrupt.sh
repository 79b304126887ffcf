#!/usr/bin/env bash
# Ctrl-C ends tifa add and tifa rebuild at once: what was said to be added is there, nothing is broken, and the same
# command goes on where it stopped.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

mkdir files
for i in $(seq 400); do printf '第%d号通知\n\n推动科技创新，发展新质生产力。这是第%d个文件。\n' "$i" "$i" >"files/$i.txt"; done

# interrupt COMMAND...: runs it, waits until it has said or done something, and sends what Ctrl-C sends. The output is in
# out and err, the exit status in status.
interrupt() {
  local wait_for=$1
  shift
  : >out
  # A shell starts its background jobs deaf to this signal; env makes them listen again.
  env --default-signal=INT "$@" >out 2>err &
  local job=$!
  for _ in $(seq 1000); do
    eval "$wait_for" && break
    sleep 0.01
  done
  kill -INT $job 2>/dev/null || true
  status=0
  wait $job || status=$?
}

interrupt 'grep -q ^added out' tifa --corpus c.tifa add --commit-every 5 files
[ $status = 130 ] || { cat out err; die "exit status $status of an interrupted add"; }
said "interrupted; what was added is safe, and the same command adds the rest"
reported=$(grep -c ^added out)
grep -qx "$reported documents added" out || die "the summary does not say $reported documents"
[ "$reported" -lt 400 ] || die "all was added before the signal came"
[ "$(tifa --corpus c.tifa list --format json | wc -l)" = "$reported" ] || die "not $reported documents in the corpus"
expect 0 tifa --corpus c.tifa check
expect 0 tifa --corpus c.tifa add --quiet files
[ "$(tifa --corpus c.tifa count 新质生产力)" = 400 ] || die "not complete after adding again"

interrupt 'sleep 0.3' tifa --corpus c.tifa rebuild
if [ $status != 0 ]; then # it may have been done
  [ $status = 130 ] || { cat err; die "exit status $status of an interrupted rebuild"; }
  said "given up; it is as it was before"
fi
expect 0 tifa --corpus c.tifa check
[ "$(tifa --corpus c.tifa count 新质生产力)" = 400 ] || die "a wrong count after the rebuild was interrupted"
