#!/usr/bin/env python3
"""parts.py CONLL [SEG]: sentences as "word/PART word/PART", one a line.

CONLL is a treebank file of Universal Dependencies Chinese GSD; the parts of its older releases are turned into those of
today by their finer tags and relations. With SEG, the same sentences cut otherwise (reader-words.py), joined words get the
part of their last member, suffixes aside.
"""
import sys


def part_of(part, tag, relation):
    if relation == "mark" and tag == "RB" or tag == "DEC" and relation.startswith(("acl", "mark")):
        return "SCONJ"
    if tag in ("AS", "MD") or tag == "VC" and relation == "cop" or relation in ("auxpass", "aux:pass"):
        return "AUX"
    if tag == "UH":
        return "PART"
    if tag == "BB" and part == "VERB":  # 把 and 将, before an object
        return "ADP"
    return "CCONJ" if part == "CONJ" else part


def sentences(path):
    words = []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > 7 and fields[0].isdigit():
            words.append((fields[1], part_of(fields[3], fields[4], fields[7])))
        elif not line.strip() and words:
            yield words
            words = []
    if words:
        yield words


def joined(words, lengths):
    """The words of these lengths in characters, each a union of `words`."""
    found, i = [], 0
    for length in lengths:
        text, parts = "", []
        while len(text) < length:
            text += words[i][0]
            parts.append(words[i][1])
            i += 1
        kept = [part for part in parts if part != "PART"] or parts
        is_suffixed = len(parts) > 1 and parts[-1] == "PART"
        part = "PROPN" if "PROPN" in parts else "NOUN" if is_suffixed and kept[-1] != "ADJ" else kept[-1]
        found.append((text, part))
    return found


def main():
    rows = sentences(sys.argv[1])
    cuts = (line.split() for line in open(sys.argv[2], encoding="utf-8")) if len(sys.argv) > 2 else None
    for words in rows:
        if cuts:
            words = joined(words, [len(word) for word in next(cuts)])
        print(" ".join(f"{word}/{part}" for word, part in words))


main()
