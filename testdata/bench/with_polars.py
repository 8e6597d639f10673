"""Does a job with Polars.

    with_polars.py score|distribution FILE OUT [--threads N]

Prints the seconds from the first expression to the finished file, and those of
all cores, in which the start of Python and its imports are not.
"""

import argparse
import os
import time

from sample import BANDS, GROUPS, ITEMS, LEVELS, NULLS, is_wide

parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
parser.add_argument("job", choices=["score", "distribution"])
parser.add_argument("file")
parser.add_argument("out")
parser.add_argument("--threads", type=int, default=2)
options = parser.parse_args()

os.environ["POLARS_MAX_THREADS"] = str(options.threads)  # read by the import
import polars as pl  # noqa: E402

# Words of a known list are Enums and names are Categoricals: numbers to group
# by, and half the time that strings take. A blank in quotes is a word too.
ITEM, GROUP, ANSWER = pl.Enum(ITEMS), pl.Enum(GROUPS), pl.Enum([*LEVELS, *NULLS, ""])
LONG = {
    "ratee": pl.Categorical, "item": ITEM, "rater": pl.Categorical,
    "group": GROUP, "date": pl.Date, "rating": ANSWER,
}
WIDE = {"ratee": pl.Categorical, "rater": pl.Categorical, "group": GROUP, "date": pl.Date}
WIDE |= {item: ANSWER for item in ITEMS}


def rated(column):
    """The day and the level of a cell in one number: the greatest is the latest."""
    level = pl.col(column).to_physical() + 1
    return pl.when(level <= len(LEVELS)).then(pl.col("date").to_physical() * 8 + level)


def means(cells):
    """The means of the raters of each group, of cells (ratee, item, group, level)."""
    level = pl.col("level")
    return cells.group_by("ratee", "item").agg(
        level.filter(pl.col("group") == group).mean().alias(group) for group in GROUPS
    )


def long_groups(path):
    latest = (
        pl.scan_csv(path, schema=LONG)
        .select("ratee", "item", "rater", "group", level=rated("rating"))
        .group_by("ratee", "item", "rater", "group")
        .agg(pl.col("level").max() & 7)
    )
    return means(latest)


def wide_groups(path):
    return means(
        pl.scan_csv(path, schema=WIDE)
        .select("ratee", "rater", "group", *[rated(item).alias(item) for item in ITEMS])
        .group_by("ratee", "rater", "group")
        .agg(pl.col(ITEMS).max() & 7)
        .group_by("ratee", "group")
        .agg(pl.col(ITEMS).mean())
        .unpivot(ITEMS, index=["ratee", "group"], variable_name="item", value_name="level")
    )


def bands(score):
    chosen = pl.when(False).then(pl.lit(None, pl.String))
    for name, cut in reversed(BANDS):
        chosen = chosen.when(score >= float(cut)).then(pl.lit(name))
    return chosen


def score(path):
    """One row for each ratee and node, in no order.

    Self-review weighs 0, unless nobody else rated the person at all.
    """
    groups = (wide_groups if is_wide(path) else long_groups)(path).collect(engine="streaming")
    others = pl.mean_horizontal("supervisor", "teacher")
    alone = others.count().over("ratee") == 0
    items = groups.select(
        "ratee", pl.col("item").cast(pl.String), score=pl.when(alone).then("self").otherwise(others)
    )
    standards = items.group_by("ratee", pl.col("item").str.split(".").list.first()).agg(pl.col("score").mean())
    overall = standards.group_by("ratee").agg(pl.lit("overall").alias("item"), pl.col("score").mean())
    return pl.concat([items, standards, overall]).with_columns(band=bands(pl.col("score")))


def distribution(path):
    """How often each level and each null state of each item was chosen."""
    if is_wide(path):
        cells = pl.scan_csv(path, schema=WIDE).select(ITEMS).unpivot(variable_name="item", value_name="rating")
    else:
        cells = pl.scan_csv(path, schema=LONG).select("item", "rating")
    return cells.group_by("item", "rating").agg(n=pl.len()).collect(engine="streaming")


begin, cpu = time.perf_counter(), time.process_time()
{"score": score, "distribution": distribution}[options.job](options.file).write_csv(options.out)
print(time.perf_counter() - begin, time.process_time() - cpu)
