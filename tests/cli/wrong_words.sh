#!/usr/bin/env bash
# Words that are not what the texts say are found by tifa check, and made anew by rebuild.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"
command -v sqlite3 >/dev/null || { echo "SKIPPED: no sqlite3"; exit 77; }

# wrong SQL WORDS: after the SQL, check must say the words; rebuild mends it.
wrong() {
  sqlite3 c.tifa "$1"
  expect 2 tifa --corpus c.tifa check
  grep -qF -- "$2" out || { cat out; die "did not say: $2"; }
  expect 0 tifa --corpus c.tifa rebuild
  expect 0 tifa --corpus c.tifa check
}

expect 0 tifa --corpus c.tifa add "$demo"
wrong "UPDATE passage_tokens SET terms = zeroblob(length(terms))" "are not their text"
wrong "UPDATE passage_tokens SET terms = x'', sentences = x''" "passages have no words"
wrong "UPDATE passage_tokens SET width = -1, lengths = x'ffff'" "passages have no words"
wrong "UPDATE document_terms SET terms = x'0400'" "documents are counted wrong"
wrong "DELETE FROM passage_tokens" "passages have no words"
echo "five kinds of damage found and mended"
