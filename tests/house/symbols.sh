#!/usr/bin/env bash
# What the shared library exports is what the public header declares, no more and no less.
set -euo pipefail
declared=$(cat "$TIFA_SOURCE"/src/tifa/*.h | tr '\n' ' ' | grep -oE 'TIFA_API [^;]*;' | grep -oE '\btifa_[a-z_]+\(' | tr -d '(' | sort -u)
exported=$(nm -D --defined-only "$TIFA_BUILD/lib/libtifa.so" | awk '$2 ~ /[TDBR]/ {print $3}' | sort -u)
if [ "$declared" != "$exported" ]; then
  diff <(echo "$declared") <(echo "$exported") | sed -n 's/^</declared, not exported:/p; s/^>/exported, not declared:/p'
  exit 1
fi
echo "$(wc -l <<<"$exported") functions exported, all of them declared"
