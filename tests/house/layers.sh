#!/usr/bin/env bash
# A room includes only the rooms its line in CMakeLists.txt names, and a foreign library stands in one room alone.
set -euo pipefail

# faults FOLDER: prints every include below FOLDER/src that breaks a rule.
faults() {
  local room uses
  while read -r room uses; do
    [ -d "$1/src/$room" ] || continue
    grep -nHoE '^#include "[a-z_-]+/[^"]+"' -r "$1/src/$room" --include='*.[ch]' | while IFS= read -r line; do
      used=${line#*#include \"}; used=${used%%/*}
      case " $room $uses " in *" $used "*) ;; *) echo "$line: $room may use only: $uses" ;; esac
    done
  done <"$TIFA_BUILD/rooms.txt"
  # The program knows the library by its public header.
  grep -nHE '^#include "' -r "$1/src/cli" --include='*.[ch]' | grep -vE '#include "(tifa\.h|cli/[a-z_]+\.h)"' || true
  # The public header includes its own parts alone.
  grep -nHE '^#include "' "$1/src/tifa.h" "$1"/src/tifa/*.h | grep -v '#include "tifa/' || true
  # Foreign libraries and their homes.
  foreign '<sqlite3\.h>' 'store/' "$1"
  foreign '<unicode/' '(segment/|base/(utf8|regex|collate)\.c)' "$1"
  foreign '<(libxml/|poppler|glib/poppler|tesseract/|leptonica/)' 'extract/' "$1"
  foreign '<serd/' 'tag/' "$1"
  foreign '<jansson\.h>' '(report|tifa-sheet)/' "$1"
  foreign '<xlsxwriter' 'tifa-sheet/' "$1"
  foreign '<zlib\.h>' 'report/' "$1"
  foreign '<(seccomp\.h|linux/landlock\.h)>' 'helper/' "$1"
}

foreign() {
  grep -nHE "^#include $1" -r "$3/src" --include='*.[ch]' | grep -vE "^$3/src/$2" || true
}

found=$(faults "$TIFA_SOURCE")
if [ -n "$found" ]; then
  printf 'includes that break the house:\n%s\n' "$found"
  exit 1
fi

# The test itself must be able to fail: an upward include, a stray library, a program that looks inside.
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir -p "$copy/src/"{base,store,corpus,cli,tifa}
echo '#include "corpus/corpus.h"' >"$copy/src/base/upward.c"
echo '#include <sqlite3.h>' >"$copy/src/corpus/stray.c"
echo '#include "store/store.h"' >"$copy/src/cli/inside.c"
echo '#include "tifa/corpus.h"' >"$copy/src/base/part.c"
echo '#include "base/error.h"' | tee "$copy/src/tifa.h" >"$copy/src/tifa/corpus.h"
count=$(faults "$copy" | wc -l)
[ "$count" = 6 ] || { echo "6 planted faults, but $count were seen"; exit 1; }
echo "the house stands: $(wc -l <"$TIFA_BUILD/rooms.txt") rooms"
