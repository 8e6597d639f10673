"""Does a job with DuckDB.

    with_duckdb.py score|plain|distribution FILE OUT [--threads N]

Prints the seconds from the first statement to the finished file, and those of
all cores, in which the start of Python and its imports are not.
"""

import argparse
import time

import duckdb

from sample import BANDS, GROUPS, ITEMS, LEVELS, is_wide


def quoted(names, mark):
    return ", ".join(f"{mark}{name}{mark}" for name in names)


COLUMNS = quoted(ITEMS, '"')

# No type is guessed and no column read that is not asked for.
TYPES = {"ratee": "VARCHAR", "rater": "VARCHAR", "group": "groups", "date": "DATE"}
LONG = TYPES | {"item": "items", "rating": "VARCHAR"}
LONG = {name: LONG[name] for name in ["ratee", "item", "rater", "group", "date", "rating"]}
WIDE = TYPES | {item: "VARCHAR" for item in ITEMS}


def read(path, types):
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in types.items())
    path = path.replace("'", "''")
    return f"""read_csv('{path}', auto_detect = false, header = true, delim = ',',
        quote = '"', escape = '"', columns = {{{columns}}})"""


def level(column):
    levels = " ".join(f"WHEN '{label}' THEN {n}" for n, label in enumerate(LEVELS, 1))
    return f"CASE {column} {levels} END"


def rated(column):
    """The day and the level of a cell in one number: the greatest is the latest.

    A number is a smaller state to aggregate than arg_max(level, date).
    """
    return f"""((date - DATE '1970-01-01') * 8 + {level(column)})::INTEGER"""


# Both shapes come to groups(ratee, item, self, supervisor, teacher), the means
# of the raters of each group.
MEANS = ", ".join(f"""avg(level) FILTER ("group" = '{g}') AS {g}""" for g in GROUPS)


def long_groups(path):
    return f"""
    latest AS (
        SELECT ratee, item, "group", rater, max({rated("rating")}) & 7 AS level
        FROM {read(path, LONG)} GROUP BY ratee, item, "group", rater),
    groups AS (SELECT ratee, item, {MEANS} FROM latest GROUP BY ratee, item)"""


def wide_groups(path):
    latest = ", ".join(f"""max({rated(f'"{item}"')}) & 7 AS "{item}" """ for item in ITEMS)
    means = ", ".join(f'avg("{item}") AS "{item}"' for item in ITEMS)
    # One value at most stands in a cell of the last step, so its mean is itself.
    return f"""
    latest AS (
        SELECT ratee, rater, "group", {latest}
        FROM {read(path, WIDE)} GROUP BY ratee, rater, "group"),
    means AS (SELECT ratee, "group", {means} FROM latest GROUP BY ratee, "group"),
    cells AS (FROM means UNPIVOT INCLUDE NULLS (level FOR item IN ({COLUMNS}))),
    groups AS (SELECT ratee, item, {MEANS} FROM cells GROUP BY ratee, item)"""


def score(path):
    """One row for each ratee and node, in no order.

    Self-review weighs 0, unless nobody else rated the person at all.
    """
    groups = wide_groups(path) if is_wide(path) else long_groups(path)
    bands = " ".join(f"WHEN score >= {cut} THEN '{name}'" for name, cut in reversed(BANDS))
    return f"""
    WITH {groups},
    whole AS (
        SELECT *, count(coalesce(supervisor, teacher)) OVER (PARTITION BY ratee) = 0 AS alone
        FROM groups),
    items AS MATERIALIZED (
        SELECT ratee, item, CASE WHEN alone THEN self
            ELSE (coalesce(supervisor, teacher) + coalesce(teacher, supervisor)) / 2 END AS score
        FROM whole),
    standards AS MATERIALIZED (
        SELECT ratee, split_part(item::VARCHAR, '.', 1) AS item, avg(score) AS score
        FROM items GROUP BY ALL),
    nodes AS (
        SELECT ratee, item::VARCHAR AS item, score FROM items
        UNION ALL SELECT ratee, item, score FROM standards
        UNION ALL SELECT ratee, 'overall', avg(score) FROM standards GROUP BY ratee)
    SELECT ratee, item, score, CASE {bands} END AS band FROM nodes"""


def plain(path):
    """The same as one reads it in the policy, a step for each stage, whatever a file holds."""
    source = read(path, LONG)
    if is_wide(path):
        source = f"(FROM {read(path, WIDE)} UNPIVOT (rating FOR item IN ({COLUMNS})))"
    bands = " ".join(f"WHEN score >= {cut} THEN '{name}'" for name, cut in reversed(BANDS))
    return f"""
    WITH latest AS (
        SELECT ratee, item, "group", rater, arg_max({level("rating")}, date) AS level
        FROM {source} WHERE {level("rating")} IS NOT NULL GROUP BY ALL),
    groups AS (SELECT ratee, item, "group", avg(level) AS score FROM latest GROUP BY ALL),
    alone AS (SELECT ratee, bool_and("group" = 'self') AS alone FROM groups GROUP BY ratee),
    items AS (
        SELECT ratee, item::VARCHAR AS item, avg(score) AS score
        FROM groups JOIN alone USING (ratee) WHERE alone OR "group" <> 'self' GROUP BY ALL),
    standards AS (SELECT ratee, split_part(item, '.', 1) AS item, avg(score) AS score FROM items GROUP BY ALL),
    nodes AS (
        FROM items UNION ALL FROM standards
        UNION ALL SELECT ratee, 'overall', avg(score) FROM standards GROUP BY ratee)
    SELECT ratee, item, score, CASE {bands} END AS band FROM nodes"""


def distribution(path):
    """How often each level and each null state of each item was chosen."""
    if is_wide(path):
        cells = f"""(FROM (SELECT {COLUMNS} FROM {read(path, WIDE)})
            UNPIVOT INCLUDE NULLS (rating FOR item IN ({COLUMNS})))"""
    else:
        cells = read(path, LONG)
    return f"SELECT item, coalesce(rating, '') AS rating, count(*) AS n FROM {cells} GROUP BY ALL"


JOBS = {"score": score, "plain": plain, "distribution": distribution}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("job", choices=JOBS)
    parser.add_argument("file")
    parser.add_argument("out")
    parser.add_argument("--threads", type=int, default=2)
    o = parser.parse_args()
    begin, cpu = time.perf_counter(), time.process_time()
    with duckdb.connect() as db:
        db.execute(f"SET threads = {o.threads}; SET preserve_insertion_order = false; SET enable_progress_bar = false")
        db.execute(f"CREATE TYPE items AS ENUM ({quoted(ITEMS, chr(39))})")
        db.execute(f"CREATE TYPE groups AS ENUM ({quoted(GROUPS, chr(39))})")
        out = o.out.replace("'", "''")
        db.execute(f"COPY ({JOBS[o.job](o.file)}) TO '{out}' (HEADER, DELIMITER ',')")
    print(time.perf_counter() - begin, time.process_time() - cpu)


if __name__ == "__main__":
    main()
