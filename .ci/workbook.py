"""Holds a workbook of scores, as openpyxl reads it, against the CSV of the same scores.

usage: workbook.py SCORES.xlsx SCORES.csv

The first sheet has the columns of the CSV, and columns of exact numbers besides.
Counts and decimals must be numbers, everything else text and no formula, and
the header must stay in sight.
"""

import csv
import sys
from decimal import Decimal

import openpyxl

NUMBERS = {"score", "mean", "sd", "coverage", "share", "share_at_least", "low", "high"}


def is_number(column):
    return column in NUMBERS or column == "n" or column.startswith("n_")


def check_cell(cell, text, column):
    where = f"{cell.coordinate} ({column})"
    if cell.data_type == "f":
        return f"{where} is a formula"
    if text == "":
        return None if cell.value is None else f"{where} is {cell.value!r}, and the CSV has nothing"
    if is_number(column):
        good = isinstance(cell.value, (int, float)) and Decimal(str(cell.value)) == Decimal(text)
        places = len(text.partition(".")[2])
        if good and cell.number_format != ("0." + "0" * places if places else "0"):
            return f"{where} is shown as {cell.number_format}, and the CSV has {text}"
    else:
        good = isinstance(cell.value, str) and cell.value == text
    return None if good else f"{where} is {cell.value!r}, and the CSV has {text!r}"


def main(workbook, scores):
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    with open(scores, encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    columns = {cell.value: cell.column for cell in sheet[1]}
    problems = [f"the CSV's column {name} is not in the workbook" for name in header if name not in columns]
    if sheet.max_row != len(rows) + 1:
        problems.append(f"{sheet.max_row - 1} rows, and the CSV has {len(rows)}")
    for s in book:
        if s.freeze_panes != "A2":
            problems.append(f"the header of the sheet {s.title} does not stay in sight")
    for number, row in enumerate(rows, start=2):
        for name, text in zip(header, row):
            if name in columns:
                problems.append(check_cell(sheet.cell(number, columns[name]), text, name))
    problems = [p for p in problems if p]
    print("\n".join(problems[:20]) or f"{workbook}: {len(rows)} rows, as in the CSV")
    return 1 if problems or not rows else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
