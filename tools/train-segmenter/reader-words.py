#!/usr/bin/env python3
"""reader-words.py CONLL SEG DICT: the reader's words of UD Chinese GSD sentences, one sentence a line.

UD splits what readers take for one word. This joins its words again by their tags and by what jieba's dict.txt lists, by
the guideline in doc/segmentation.md. CONLL has the tags, SEG the same words in simplified characters; DICT is what
make-lexicon --list leaves of dict.txt.
"""
import sys

OWN_UNIT = {"NNB", "IN", "LC"}      # measure words and what stands behind a noun stay by themselves
COUNTING = {"CD", "NNB", "DEC", "DEG", "SFN", "IN", "SP"}
PREFIXES = set("非副超可准反")
ADVERBIAL = {"d", "c", "t", "b"}    # jieba's tags of listed words that are one whatever they are made of
NAMED, NOUNS = {"nz", "ns", "nt", "j"}, {"n", "b"}
ALWAYS = {"之一", "因此", "一系列", "近年来", "美元", "双向", "双方", "所有", "所在", "所谓", "所需", "所属", "还有",
          "只有", "只是", "总是", "可见", "可支配"}
NEVER = {"党和人民", "不一"}
LONGEST = 4                         # words joined at once


def read_conll(path):
    sentence = []
    for line in open(path, encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > 4:
            sentence.append(fields[4])
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def read_dictionary(path):
    dictionary = {}
    for line in open(path, encoding="utf-8"):
        word, _, tag = line.rstrip("\n").rsplit(" ", 2)
        dictionary[word] = tag
    return dictionary


def is_numbered_thing(joined, tags, tag):
    """Whether what begins with a numeral is the name of a thing (四人帮, 二手车, 二次大战), not so many of them."""
    if tags[-1] in OWN_UNIT:
        return False
    if tag in ("i", "l"):
        return len(joined) == 4 and "NNB" not in tags[:-1]
    return tag in NAMED or (tag in NOUNS and (tags[-1] == "SFN" or "NNB" not in tags))


def is_one_word(words, tags, dictionary):
    """Whether fine words in a row, with these tags, are one word of the reader."""
    joined, first, last = "".join(words), tags[0], tags[-1]
    tag = dictionary.get(joined)
    if tag is None or len(joined) < 2 or joined in NEVER:
        return False
    if joined in ALWAYS:
        return True
    if first in ("RB", "MD"):
        return tag in ADVERBIAL
    if first == "CD" and len(joined) > 2 and is_numbered_thing(joined, tags, tag):
        return True
    if first == "CD" and len(words) > 2:
        return tag in ADVERBIAL
    if first == "VV" and "CD" in tags:
        return tag in ADVERBIAL or tag in "il"
    if first in ("DT", "PRD") and len(words) == 2 and len(joined) == 2:
        return tag == "r"
    return first not in COUNTING and last not in OWN_UNIT


def joins_left(words, tags, i):
    """Whether word i belongs to the word before it whatever the dictionary says: suffixes, given names."""
    if words[i] == "们":
        return False
    if tags[i] == "SFN" and tags[i - 1] not in ("PUNCT", ",", ".", "CD", "DEC", "DEG"):
        return True
    if tags[i] == "NNP" and tags[i - 1] == "NNP" and len(words[i - 1]) == 1 and len(words[i]) <= 2:
        return True
    return words[i - 1] in PREFIXES and tags[i - 1] == "PFA" and len(words[i]) >= 2


def reader_words(words, tags, dictionary):
    groups, i = [], 0
    while i < len(words):
        length = next((n for n in range(min(LONGEST, len(words) - i), 1, -1)
                       if is_one_word(words[i:i + n], tags[i:i + n], dictionary)), 1)
        if length == 1 and groups and i > 0 and joins_left(words, tags, i):
            groups[-1] += words[i]
        else:
            groups.append("".join(words[i:i + length]))
        i += length
    return groups


def main():
    conll, seg, dictionary = sys.argv[1:4]
    dictionary = read_dictionary(dictionary)
    for tags, line in zip(read_conll(conll), open(seg, encoding="utf-8")):
        words = line.split()
        if len(words) == len(tags):
            print(" ".join(reader_words(words, tags, dictionary)))


main()
