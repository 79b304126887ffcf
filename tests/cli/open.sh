#!/usr/bin/env bash
# The corpus is open to others: plain sqlite3 lists, counts and selects every table and view.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"
command -v sqlite3 >/dev/null || { echo "SKIPPED: no sqlite3"; exit 77; }

expect 0 tifa --corpus c.tifa add "$demo"
objects=$(sqlite3 -readonly c.tifa "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
count=0
for object in $objects; do
  sqlite3 -readonly c.tifa "SELECT count(*) FROM $object" >rows 2>err || { cat err; die "cannot count $object"; }
  sqlite3 -readonly c.tifa "SELECT * FROM $object LIMIT 20" >some 2>err || { cat err; die "cannot select from $object"; }
  count=$((count + 1))
done
[ $count -ge 12 ] || die "only $count tables and views"
[ "$(sqlite3 -readonly c.tifa "PRAGMA integrity_check")" = ok ] || die "integrity"
# The full text answers without us, and the views say the same as the program.
[ "$(sqlite3 -readonly c.tifa "SELECT count(*) FROM passage_fts WHERE passage_fts MATCH '\"军民 民融 融合\"'")" -gt 0 ] || die "full text"
sqlite3 -readonly c.tifa "SELECT text FROM texts WHERE document = 3" >theirs
tifa --corpus c.tifa show --format json 3 | sed 's/.*"text":"\(.*\)","blocks".*/\1/; s/\\n/\n/g; s/\\t/\t/g; s/\\"/"/g' >ours
cmp -s theirs ours || { diff theirs ours | head; die "the view texts differs from tifa show"; }
[ "$(sqlite3 -readonly c.tifa "SELECT count(*) FROM tags WHERE concept = 'mcf'")" -ge "$(tifa --corpus c.tifa count '{mcf}')" ] || die "tags"
# Every table and column is explained.
for object in $(sqlite3 -readonly c.tifa "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'passage_fts_%'"); do
  grep -q "\`$object\`" "$TIFA_SOURCE/doc/schema.md" || die "doc/schema.md does not explain $object"
done
echo "$count tables and views, all open"
