"""Works out the measures in the files that statistics.sh has made, and compares. Standard library alone."""
import json
import math
import sys
from statistics import NormalDist

checked = 0


def rows(name):
    with open(name, encoding="utf-8") as file:
        return [row for row in map(json.loads, file) if "method" not in row]


def same(what, printed, expected):
    global checked
    checked += 1
    if printed is None or abs(printed - expected) > 1e-6 * max(1, abs(expected)):
        sys.exit(f"{what}: printed {printed}, worked out {expected}")


def g2(a, b, c, d):
    """The sum of O ln(O/E) over four cells."""
    total = a + b + c + d
    cells = [(a, a + b, a + c), (b, a + b, b + d), (c, c + d, a + c), (d, c + d, b + d)]
    return 2 * math.fsum(o * math.log(o * total / (row * column)) for o, row, column in cells if o)


def wilson(successes, trials):
    """The two roots of (p - share)^2 = z^2 p (1 - p) / n."""
    z = NormalDist().inv_cdf(0.975)
    a, b, c = trials + z * z, -(2 * successes + z * z), successes**2 / trials
    root = math.sqrt(b * b - 4 * a * c)
    return max(0, (-b - root) / (2 * a)), min(1, (-b + root) / (2 * a))


def check_collocates():
    table = rows("collocates")
    facts = table[0]["facts"]
    window = facts["words_in_windows"]
    outside = facts["words"] - facts["words_in_places"] - window
    for row in table:
        word = row["word"]
        if "创新" in word:  # some of its tokens are the node itself
            continue
        a, f = row["together"], row["frequency"]
        b, c, d = window - a, f - a, outside - (f - a)
        expected = window * f / (window + outside)
        same(word + " expected", row["expected"], expected)
        same(word + " log-likelihood", row["log_likelihood"], g2(a, b, c, d))
        same(word + " MI", row["mi"], math.log(a * (window + outside) / (window * f), 2))
        same(word + " t", row["t"], math.sqrt(a) - expected / math.sqrt(a))
        same(word + " logDice", row["log_dice"], 15 + math.log2(a) - math.log2(facts["places"] + f))
        same(word + " delta P", row["delta_p_word"], (a * d - b * c) / ((a + b) * (c + d)))
        same(word + " delta P back", row["delta_p_node"], (a * d - b * c) / ((a + c) * (b + d)))


def check_keywords():
    table = rows("keywords")
    facts = table[0]["facts"]
    here, there = facts["words_here"], facts["words_there"]
    tests = []
    for row in table:
        a, c = row["frequency"], row["reference_frequency"]
        likelihood = g2(a, here - a, c, there - c)
        same(row["word"] + " G2", row["g2"], likelihood)
        low, high = max(a, 0.5), max(c, 0.5)
        ratio = math.log2(low * there / (high * here))
        half = NormalDist().inv_cdf(0.975) * math.sqrt(1 / low - 1 / here + 1 / high - 1 / there) / math.log(2)
        same(row["word"] + " log ratio", row["log_ratio"], ratio)
        same(row["word"] + " upper end", row["log_ratio_high"], ratio + half)
        p = 2 * NormalDist().cdf(-math.sqrt(likelihood))  # chi-square of one degree is a normal value squared
        tests.append((p, row["q"], row["word"]))
    if len(tests) != facts["words_tested"]:
        sys.exit(f"{facts['words_tested']} words were tested, {len(tests)} are listed")
    tests.sort()
    for rank, (_, q, word) in enumerate(tests):
        same(word + " q", q, min(p * len(tests) / (i + 1) for i, (p, _, _) in enumerate(tests) if i >= rank))


def check_counts():
    for row in rows("years"):
        low, high = wilson(row["documents"], row["of"])
        same(f"{row['year']} low", row["share_low"], low)
        same(f"{row['year']} high", row["share_high"], high)
        same(f"{row['year']} rate", row["rate"], 1e4 * row["hits"] / row["words"])
    total = rows("years")[0]["facts"]
    same("all hits", total["hits"], sum(row["hits"] for row in rows("documents")))


def check_dispersion():
    table = rows("dispersion")
    facts = table[0]["facts"]
    covered = sum(row["words"] for row in table)
    distance = sum(abs(row["hits"] / facts["hits"] - row["words"] / facts["words"]) for row in table)
    distance += (facts["words"] - covered) / facts["words"]  # the documents without hits
    same("DP", facts["dp"], distance / 2)
    for row in table:
        same("hits of a document", sum(row["positions"]), row["hits"])


def check_frequencies():
    table = rows("frequencies")
    facts = table[0]["facts"]
    for row in table:
        same(row["word"] + " rate", row["rate"], row["frequency"] / facts["words"] * 1e4)
        same(row["word"] + " low", row["share_low"], wilson(row["documents"], facts["documents"])[0])


def check_trend():
    table = rows("trend")
    points = [row for row in table if row["kind"] == "point" and row["words"]]
    finding = next(row for row in table if row["kind"] == "finding")
    pairs = [(a, b) for i, a in enumerate(points) for b in points[i + 1 :]]
    sign = sum((b["rate"] > a["rate"]) - (b["rate"] < a["rate"]) for a, b in pairs)
    ties = sum(a["rate"] == b["rate"] for a, b in pairs)
    same("tau", finding["tau"], sign / math.sqrt((len(pairs) - ties) * len(pairs)))
    slopes = sorted((b["rate"] - a["rate"]) / (b["year"] - a["year"]) for a, b in pairs)
    middle = len(slopes) // 2
    median = slopes[middle] if len(slopes) % 2 else (slopes[middle - 1] + slopes[middle]) / 2
    same("slope", finding["slope"], median)
    check_levels(points, [row for row in table if row["kind"] == "level"])


def check_levels(points, levels):
    """The best segmentation by dynamic programming over all starts."""

    def cost(part):
        yes, all_ = sum(p["documents"] for p in part), sum(p["of"] for p in part)
        return -2 * sum(x * math.log(x / all_) for x in (yes, all_ - yes) if x)

    price = 2 * math.log(sum(p["of"] for p in points))
    best = [(-price, [])]
    for end in range(1, len(points) + 1):
        best.append(min((best[start][0] + price + cost(points[start:end]), best[start][1] + [start])
                        for start in range(end)))
    starts = [points[i]["year"] for i in best[-1][1]]
    if starts != [level["from"] for level in levels]:
        sys.exit(f"levels begin in {starts}, printed {[level['from'] for level in levels]}")


check_collocates()
check_keywords()
check_counts()
check_dispersion()
check_frequencies()
check_trend()
print(f"{checked} numbers worked out again, all agree")
