#!/usr/bin/env bash
exec "$TIFA_SOURCE/tests/cli/run" "$TIFA_SOURCE"/tests/cli/*.t
