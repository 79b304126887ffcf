"""The one table of the benches: what was measured, tifa's figure, the rival's in the same run, and the goal.

Programs that print rows one after the other make one table: tools/bench sets TIFA_BENCH_GOES_ON behind the first.
"""
import os, unicodedata

WIDTHS = (50, 19, 28, 12)
_is_open = "TIFA_BENCH_GOES_ON" in os.environ


def _padded(text, width):
    columns = sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
    return text + " " * max(1, width - columns)


def _print(cells):
    print("".join(_padded(cell, width) for cell, width in zip(cells, WIDTHS)).rstrip(), flush=True)


def row(what, tifa, rival="-", goal="-"):
    global _is_open
    if not _is_open:
        _print(("measured", "tifa", "rival", "goal"))
        _print(("-" * (width - 2) for width in WIDTHS))
    _is_open = True
    _print((what, tifa, rival, goal))


def skip(what, why):
    row(what, "skipped: " + why, "", "")
