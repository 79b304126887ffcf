#!/usr/bin/env bash
# Every command has its page, with the options that --help shows, and the examples of all pages do what they show.
# An example is a line "$ COMMAND" in a literal block under EXAMPLES; bash runs it in a folder with the demonstration
# corpus. The lines behind it, if there are any, are what it prints, empty lines aside. Its exit status is 0, or 1 where
# the page says "(exit status 1)".
set -euo pipefail
source "$TIFA_SOURCE/tests/cli/lib.sh.inc"

# section NAME PAGE: the lines of one section.
section() { awk -v head="# $1" '/^# /{ is_in = ($0 == head); next } is_in' "$2"; }

# The commands that tifa, or a command of several, shows.
commands() { tifa "$@" --help | awk '/ommands:$/{ is_in = 1; next } /^$/{ is_in = 0 } is_in { print $1 }'; }

# The options of a command, and of those below it, as --help shows them and as its page does, one a line.
helped() {
  local below
  { tifa "$1" --help; for below in $(commands "$1"); do tifa "$1" "$below" --help; done; } | sed -nE 's/^  (-.*)/\1/p' | grep -oE -- '(^|, )--?[A-Za-z][a-z-]*' | grep -oE -- '-.*' |
    grep -vxE -- '-h|--help' | sort -u
}
paged() {
  section OPTIONS "$1" | grep -E '^\*-' | grep -oE -- '(^|, )\*--?[A-Za-z][a-z-]*\*' | grep -oE -- '-[^*]*' | sort
}

# page_faults FOLDER: a line for each command without a page or whose page has other options, and for each page that has
# no example, is about no command, or is not named in tifa(1).
page_faults() {
  local command page differences
  for command in $(commands); do
    page=$1/tifa-$command.1.scd
    [ -f "$page" ] || { echo "tifa $command has no page"; continue; }
    differences=$(comm -3 <(helped "$command") <(paged "$page") | tr -d '\t' | tr '\n' ' ')
    [ -z "$differences" ] || echo "tifa $command: only in --help or only in the page: $differences"
  done
  for page in "$1"/tifa-*.1.scd; do
    command=$(basename "$page" .1.scd)
    commands | grep -qx "${command#tifa-}" || echo "$command.1.scd is about no command"
    [ -n "$(examples "$page")" ] || echo "$command.1.scd has no example"
    grep -qF "*$command*(1)" "$TIFA_SOURCE/doc/tifa.1.scd" || echo "tifa.1.scd does not name $command(1)"
  done
}

# examples PAGE: its examples, one a line, with what each prints behind it, lines separated by \1.
examples() {
  section EXAMPLES "$1" | awk '
    /^```/{ is_in = !is_in; next }
    is_in && /^\$ /{ printf "%s%s", end, substr($0, 3); end = "\n"; next }
    is_in && $0 != "" { printf "\1%s", $0 }
    END { printf "%s", end }'
}

# example_faults PAGE: a line for each example that does something else than the page shows.
example_faults() {
  local example shown printed status
  rm -rf "$folder/play"
  cp -r "$folder/corpora" "$folder/play"
  while IFS= read -r example; do
    shown='' status=0
    [[ $example != *$'\1'* ]] || shown=${example#*$'\1'}
    printed=$(cd "$folder/play" && XDG_STATE_HOME=$folder/play/state bash -o pipefail -c "${example%%$'\1'*}" 2>&1 </dev/null) || status=$?
    [ $status = 0 ] || printed+=$'\n'"(exit status $status)"
    printed=$(sed '/^$/d' <<<"$printed" | paste -sd $'\1')
    [ -n "$shown" ] || [ $status != 0 ] || continue
    [ "$printed" = "$shown" ] && [ $status -le 1 ] ||
      echo "$(basename "$1"): ${example%%$'\1'*}: exit status $status, printed: ${printed//$'\1'/ | }"
  done < <(examples "$1")
}

mkdir corpora
cp -r "$demo" corpora
(cd corpora && tifa add --quiet demo >/dev/null)

pages=("$TIFA_SOURCE"/doc/tifa*.scd)
found=$(page_faults "$TIFA_SOURCE/doc"; for page in "${pages[@]}"; do example_faults "$page"; done)
[ -z "$found" ] || { echo "$found"; die "the manual is not what the program does"; }

# The test itself must be able to fail: an option missing, one too many, a page under a wrong name (three faults),
# no example; a wrong number, trouble, nothing found.
mkdir planted
cp "$TIFA_SOURCE"/doc/tifa-*.1.scd planted
sed -i '/^\*-n\* /d' planted/tifa-find.1.scd
sed -i 's/^\*--fine\*$/&, *--coarse*/' planted/tifa-words.1.scd
mv planted/tifa-show.1.scd planted/tifa-shew.1.scd
sed -i '/^\$ /d' planted/tifa-list.1.scd
cat >planted/examples.scd <<'SCD'
# EXAMPLES

```
$ echo 1
2
$ tifa find '"科技'
$ tifa find 没有这个词
$ echo 3
3
```
SCD
planted_faults() { page_faults planted; example_faults planted/examples.scd; }
count=$(planted_faults | wc -l)
[ "$count" = 9 ] || die "9 planted faults, but $count were seen: $(planted_faults)"
echo "$(commands | wc -l) commands as their pages say; $(for page in "${pages[@]}"; do examples "$page"; done | wc -l) examples done"
