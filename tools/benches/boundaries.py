#!/usr/bin/env python3
"""boundaries.py CUT OTHER: the share of word boundaries that two cuts of a text have in common.

The texts are the same but for the characters' forms; lines that differ in length are left out.
"""
import sys


def boundaries(line):
    place, found = 0, set()
    for word in line.split():
        place += len(word)
        found.add(place)
    return found, place


def main():
    common = either = lines = 0
    for one, other in zip(open(sys.argv[1], encoding="utf-8"), open(sys.argv[2], encoding="utf-8")):
        (left, length), (right, other_length) = boundaries(one), boundaries(other)
        if length != other_length:
            continue
        common, either, lines = common + len(left & right), either + len(left | right), lines + 1
    print(f"{common / either:.4f} of {either} boundaries are the same, in {lines} lines")


main()
