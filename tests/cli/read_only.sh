#!/usr/bin/env bash
# A corpus on a medium that cannot be written is read like any other, and adding to it is a clear error.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

mkdir 'a medium'
printf '推动科技创新。\n' >good.txt
expect 0 tifa --corpus 'a medium/c 100%?#.tifa' add good.txt
if ! mount --bind 'a medium' 'a medium' 2>/dev/null || ! mount -o remount,ro,bind 'a medium' 2>/dev/null; then
  echo "SKIPPED: may not mount a folder read only here"
  exit 77
fi
trap 'cd /; umount "$folder/a medium"; rm -rf "$folder"' EXIT
[ "$(tifa --corpus 'a medium/c 100%?#.tifa' count 科技)" = 1 ] || die "not read"
expect 0 tifa --corpus 'a medium/c 100%?#.tifa' check
expect 2 tifa --corpus 'a medium/c 100%?#.tifa' add good.txt
said 'a medium/c 100%?#.tifa'
echo "read from a medium that cannot be written"
