#!/usr/bin/env bash
# A full disk is a clear error, and what was added before stays.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

mkdir small
if ! mount -t tmpfs -o size=3m tmpfs small 2>/dev/null; then
  echo "SKIPPED: may not mount a small file system here"
  exit 77
fi
trap 'cd /; umount "$folder/small"; rm -rf "$folder"' EXIT
printf '推动科技创新。\n' >good.txt
expect 0 tifa --corpus small/c.tifa add good.txt
for i in $(seq 400); do echo "第$i段：科技创新$RANDOM 与发展$RANDOM 的第$RANDOM 个方案，文字各不相同。"; done >long.txt
for i in $(seq 40); do sed "s/第/第$i-/" long.txt >"long$i.txt"; done
expect 2 tifa --corpus small/c.tifa add --commit-every 1 long*.txt
said "free some space"
expect 0 tifa --corpus small/c.tifa list
grep -q good.txt <(tifa --corpus small/c.tifa list --format json) || die "what was there before is gone"
reported=$(grep -c '^added' out || true)
echo "the disk was full after more files; the corpus still answers"
