"""Scores worked out slowly and exactly, by the standard library alone.

The policy, step by step: of each rater's ratings of an item the latest that has
a level, the mean of the raters of a group, the mean of the groups but for
self-review, the mean of a standard's statements, the mean of the standards.
"""

import csv
from collections import defaultdict
from fractions import Fraction

from sample import BANDS, ITEMS, LEVELS

VALUES = {label: n for n, label in enumerate(LEVELS, 1)}


def cells(path):
    """Yields (ratee, rater, group, date, item, answer) from a file of either shape."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        if "item" in header:
            for ratee, item, rater, group, date, answer in rows:
                yield ratee, rater, group, date, item, answer
            return
        for ratee, rater, group, date, *answers in rows:
            for item, answer in zip(header[4:], answers, strict=True):
                yield ratee, rater, group, date, item, answer


def latest(path, ratees):
    """The latest level that each rater gave: ratee → (item, group) → rater → (date, level)."""
    out = {ratee: defaultdict(dict) for ratee in ratees}
    for ratee, rater, group, date, item, answer in cells(path):
        if ratee in out and answer in VALUES:
            raters = out[ratee][item, group]
            raters[rater] = max(raters.get(rater, ("", 0)), (date, VALUES[answer]))
    return out


def mean(values):
    values = [v for v in values if v is not None]
    return sum(values, Fraction()) / len(values) if values else None


def nodes(given):
    """The scores of one ratee by item; None where there is none."""
    groups = {cell: mean([level for _, level in raters.values()]) for cell, raters in given.items()}
    alone = all(group == "self" for _, group in groups)
    counted = ["self"] if alone else ["supervisor", "teacher"]
    scores = {item: mean([groups.get((item, group)) for group in counted]) for item in ITEMS}
    below = defaultdict(list)
    for item in ITEMS:
        below[item.split(".")[0]].append(scores[item])
    standards = {standard: mean(values) for standard, values in below.items()}
    return scores | standards | {"overall": mean(standards.values())}


def band(score):
    """The name of the band that a score lies in; "" below the first, and without a score."""
    names = [name for name, cut in BANDS if score is not None and score >= Fraction(cut)]
    return names[-1] if names else ""


def scores(path, ratees):
    """(ratee, item) → (score, band) of some ratees."""
    return {
        (ratee, item): (score, band(score))
        for ratee, given in latest(path, ratees).items()
        for item, score in nodes(given).items()
    }
