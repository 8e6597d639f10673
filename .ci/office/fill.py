"""Fills a form in, as a workbook or a text document, with engines that are not ours,
and writes what it filled in as a CSV of ratings.

usage: fill.py FORM OUT RATINGS.csv SEED

openpyxl chooses from the lists of a workbook; lxml ticks the boxes of a document and
writes into its fields. Some rows stay blank.
"""

import csv
import random
import re
import sys
import zipfile

import openpyxl
from lxml import etree

HEADER = ["ratee", "rater", "group", "occasion", "item", "rating", "comment"]
HEAD = {"ratee": 'Okafor, "Ada"', "rater": "r@1", "group": "peer", "occasion": "2026-03-01"}
REMARKS = ["", "plain", 'she said "so"; then left', "two\nlines", "=1+1", "+49 30 1234", "-", "@home", "'quoted'", "Größe, naïve, 评价", "<b>&amp;</b>"]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def code(name):
    """The code that a part of a field's name stands for."""
    return re.sub(r"__([0-9a-f]+)_|_", lambda m: chr(int(m[1], 16)) if m[1] else ".", name)


def write_text(cell, text):
    """Writes a text, as programs do in cells that have the format of texts: no formula."""
    if text:
        cell.value, cell.data_type = text, "s"


def fill_workbook(form, out, chance):
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    columns = {c.value: c.column for c in sheet[1] if c.value and c.column > 1}
    lists = {}
    for check in sheet.data_validations.dataValidation:
        if check.type == "list":
            title, cells = next(book.defined_names[check.formula1].destinations)
            lists[check] = [row[0].value for row in book[title][cells]]
    rows, notes = [], ""
    for cell in sheet["A"][1:]:
        name, number = cell.value, cell.row
        if name in HEAD:
            sheet.cell(number, columns["entry"]).value = HEAD[name]
        elif name == "notes":
            notes = chance.choice(REMARKS)
            write_text(sheet.cell(number, columns["entry"]), notes)
        elif name and name.startswith("rate_"):
            rating = sheet.cell(number, columns["rating"])
            entries = next(entries for check, entries in lists.items() if rating.coordinate in check.sqref)
            choice = chance.choice([None, *entries])
            remark = chance.choice(REMARKS) if "comment" in columns else ""
            rating.value = choice
            if remark:
                write_text(sheet.cell(number, columns["comment"]), remark)
            rows.append([code(name.removeprefix("rate_")), choice or "", remark])
    book.save(out)
    return rows, notes


def write(control, text):
    """Writes a text into a control, a run with line breaks, as Word does."""
    placeholder = control.find(f"{{{W}}}sdtPr/{{{W}}}showingPlcHdr")
    placeholder.getparent().remove(placeholder)
    run = control.find(f"{{{W}}}sdtContent/{{{W}}}r")
    for child in list(run):
        run.remove(child)
    for i, line in enumerate(text.split("\n")):
        if i:
            etree.SubElement(run, f"{{{W}}}br")
        etree.SubElement(run, f"{{{W}}}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}).text = line


def tick(control):
    control.find(f".//{{{W14}}}checked").set(f"{{{W14}}}val", "1")
    control.find(f".//{{{W}}}t").text = "☒"


def fill_document(form, out, chance):
    with zipfile.ZipFile(form) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    tree = etree.fromstring(parts["word/document.xml"])
    controls = {}
    for control in tree.iter(f"{{{W}}}sdt"):
        controls[control.find(f"{{{W}}}sdtPr/{{{W}}}tag").get(f"{{{W}}}val")] = control
    choices, rows, notes = {}, [], chance.choice(REMARKS)
    for tag in controls:
        if tag.startswith("rate_"):
            name, cell = tag.removeprefix("rate_").split(".")
            choices.setdefault(name, []).append(cell)
    for name, cells in choices.items():
        cell = chance.choice([None, *cells])
        remark = chance.choice(REMARKS) if "comment_" + name in controls else ""
        if cell:
            tick(controls[f"rate_{name}.{cell}"])
        if remark:
            write(controls["comment_" + name], remark)
        rows.append([code(name), code(cell or ""), remark])
    for name, text in [*HEAD.items(), ("notes", notes)]:
        if text:
            write(controls[name], text)
    parts["word/document.xml"] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return rows, notes


def main(form, out, ratings, seed):
    fill = fill_workbook if form.endswith(".xlsx") else fill_document
    rows, notes = fill(form, out, random.Random(int(seed)))
    with open(ratings, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for item, rating, remark in [*rows, ["", "", notes]]:
            writer.writerow([*HEAD.values(), item, rating, remark])


if __name__ == "__main__":
    main(*sys.argv[1:])
