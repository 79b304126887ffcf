#!/usr/bin/env bash
# The public header stands alone, in C and in C++, and a program can be built against the installed library.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/user.c" <<'C'
#include <tifa.h>
int main(void)
{
    GError *error = NULL;
    TifaQuery *query = tifa_query_parse("科技", &error);
    tifa_query_free(query);
    return query ? 0 : 1;
}
C
DESTDIR="$folder/root" cmake --install "$TIFA_BUILD" --prefix /usr >/dev/null
prefix="$folder/root/usr"
PKG_CONFIG_PATH=$(dirname "$(find "$prefix" -name tifa.pc)")
export PKG_CONFIG_PATH
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Wpedantic -Werror "$folder/user.c" -o "$folder/user" $(pkg-config --cflags --libs tifa) \
  -fsanitize=address,undefined
LD_LIBRARY_PATH=$(dirname "$(find "$prefix" -name libtifa.so)") "$folder/user"
"$prefix/bin/tifa" --version
echo "a program of its own builds against the installed library"
