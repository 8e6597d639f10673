"""Holds workbooks of comparisons, as openpyxl reads them, to what they promise.

usage: workbook.py REVIEW.csv REVIEW.xlsx REPORT.xlsx…

The review has the rows of the CSV, which can be filtered, a list of relations in the
column for them, and columns in which their names fit. In every sheet the header
stays in sight, and nothing is a formula.
"""

import csv
import sys

import openpyxl


def shared(book, path):
    """What holds for every workbook."""
    for sheet in book:
        where = f"{path}, sheet {sheet.title}"
        if sheet.freeze_panes != "A2":
            yield f"{where}: the header does not stay in sight"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    yield f"{where}: {cell.coordinate} is a formula"


def rows_like(sheet, path):
    """Where the sheet has something else than the CSV, which guards what a spreadsheet would calculate."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        want = [[text.removeprefix("'") for text in row] for row in csv.reader(file)]
    got = [[(cell.value or "").removeprefix("'") for cell in row] for row in sheet.iter_rows()]
    if len(want) != len(got):
        yield f"{len(got)} rows, and the CSV has {len(want)}"
    for number, (a, b) in enumerate(zip(want, got), start=1):
        if a != b:
            yield f"row {number} is {b}, and in the CSV {a}"


def choices(book, sheet):
    """Whether each relation of each row can be chosen from the words of the other sheet."""
    header = {cell.value: cell.column_letter for cell in sheet[1]}
    lists = {(v.formula1, str(v.sqref)) for v in sheet.data_validations.dataValidation if v.type == "list"}
    if len(lists) != 1:
        yield f"lists to choose from: {lists}"
        return
    name, cells = lists.pop()
    first, last = cells.split(":")
    if first != f"{header['relation']}2" or int(last.removeprefix(header["relation"])) < sheet.max_row:
        yield f"the list is for {cells}, and the relations are in column {header['relation']} to row {sheet.max_row}"
    title, area = next(iter(book.defined_names[name].destinations))
    words = [cell.value for (cell,) in book[title][area]]
    if words != [row[0].value for row in book[title].iter_rows(min_row=2)] or "narrower" not in words:
        yield f"the list has {words}"
    for cell in sheet[1]:
        if sheet.column_dimensions[cell.column_letter].width < len(cell.value) + 2:
            yield f"the column {cell.value} is too narrow for its name"
    if not sheet.auto_filter.ref:
        yield "the rows cannot be filtered"


def main(table, review, *reports):
    book = openpyxl.load_workbook(review)
    problems = [*rows_like(book["pairs"], table), *choices(book, book["pairs"]), *shared(book, review)]
    for path in reports:
        problems += shared(openpyxl.load_workbook(path), path)
    print("\n".join(problems[:20]) or f"{review}: {book['pairs'].max_row - 1} rows as in the CSV, with a list of relations; {len(reports)} reports")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
