#!/usr/bin/env bash
# The file of an older version is refused with advice, and rebuild brings it up to date without losing what is kept.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"
command -v sqlite3 >/dev/null || { echo "SKIPPED: no sqlite3"; exit 77; }

expect 0 tifa --corpus c.tifa add "$demo"
tifa --corpus c.tifa list --format json >before
hits=$(tifa --corpus c.tifa count 科技)
sqlite3 c.tifa "DROP TABLE saved; DROP TABLE document_terms; DROP TABLE passage_tokens; DROP VIEW tags; PRAGMA user_version = 1"
for command in "count 科技" "add $demo" list check "remove 1"; do
  # shellcheck disable=SC2086
  expect 2 tifa --corpus c.tifa $command
  said "made by an older tifa; bring it up to date with: tifa --corpus c.tifa rebuild"
done
expect 0 tifa --corpus c.tifa rebuild --tags
expect 0 tifa --corpus c.tifa check
tifa --corpus c.tifa list --format json | cmp - before || die "the list has changed"
[ "$(tifa --corpus c.tifa count 科技)" = "$hits" ] || die "the count has changed"
