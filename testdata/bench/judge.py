"""Tells how many nodes of each product are wrong, as JSON.

    judge.py score|distribution RATINGS PRODUCT…

A product is NAME=FILE. Where products put a node into different bands, or
differ by more than 1e-9, and for a few ratees besides, the score is worked out
from the ratings with fractions, and this is what is right.
"""

import collections
import csv
import json
import sys
from fractions import Fraction

import exact

CLOSE = Fraction(1, 10**9)
BESIDES = 25  # ratees that are worked out in any case


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def read_scores(path):
    """(ratee, item) → (score as text, band) of a product."""
    out = {(row["ratee"], row["item"]): (row["score"], row["band"]) for row in rows(path)}
    if not out:
        sys.exit(f"{path} has no scores")
    return out


def far(a, b):
    """Whether two scores, texts or numbers, lie apart; "" and None are no score."""
    none = ("", None)
    if a in none or b in none:
        return (a in none) != (b in none)
    return abs(Fraction(a) - Fraction(b)) > CLOSE


def doubtful(products):
    """The ratees whose scores must be worked out."""
    first, *others = products.values()
    keys = set().union(*products.values())
    out = {
        key[0] for key in keys for other in others
        if key not in first or key not in other or first[key][1] != other[key][1] or far(first[key][0], other[key][0])
    }
    ratees = sorted({ratee for ratee, _ in keys})
    return out | set(ratees[:: max(1, len(ratees) // BESIDES)])


def judge_scores(ratings, paths):
    products = {name: read_scores(path) for name, path in paths.items()}
    right = exact.scores(ratings, doubtful(products))
    out = {"nodes": len(set().union(*products.values())), "worked out": len(right)}
    for name, product in products.items():
        none = (None, None)
        out[name] = {
            "wrong bands": sum(product.get(key, none)[1] != band for key, (_, band) in right.items()),
            "wrong scores": sum(far(product.get(key, none)[0], score) for key, (score, _) in right.items()),
        }
    return out


# What rubric calls the null states is a word of the framework in the files.
STATES = {"not_applicable": "Not applicable", "not_observed": "Not observed", "missing": ""}


def read_counts(path):
    """(item, answer) → how often, of a product."""
    out = {}
    for row in rows(path):
        answer = row["rating"] if "rating" in row else row["label"] or STATES[row["state"]]
        if int(row["n"]):
            out[row["item"], answer] = int(row["n"])
    return out


def judge_distribution(ratings, paths):
    right = collections.Counter((item, answer) for *_, item, answer in exact.cells(ratings))
    out = {"nodes": len(right), "worked out": len(right)}
    for name, path in paths.items():
        counts = read_counts(path)
        out[name] = {"wrong counts": sum(counts.get(key) != right.get(key) for key in counts.keys() | right.keys())}
    return out


JUDGES = {"score": judge_scores, "distribution": judge_distribution}


def main():
    job, ratings, *products = sys.argv[1:]
    print(json.dumps(JUDGES[job](ratings, dict(product.split("=", 1) for product in products))))


if __name__ == "__main__":
    main()
