#!/usr/bin/env bash
# The statistics that tifa prints of the demonstration corpus, worked out once more in Python from the counts that it
# prints beside them, by other forms of the formulas; six digits must agree.
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"
command -v python3 >/dev/null || { echo "SKIPPED: there is no python3"; exit 77; }

tifa add --quiet "$demo" >/dev/null
ask() { tifa "$@" --format json 2>/dev/null; }
ask collocates --least 1 --limit 0 --kind word,latin,number 创新 >collocates
ask keywords --q 1 --limit 0 --kind word,latin,number level:report >keywords
ask count --by year 创新 >years
ask count --by document 创新 >documents
ask dispersion --limit 0 创新 >dispersion
ask frequencies --limit 0 >frequencies
ask trend 创新 >trend
python3 "$TIFA_SOURCE/tests/cli/recompute.py"
