"""Fills in forms as workbooks and text documents with the rows of 01_wide.csv.

usage: office.py FORM.xlsx FORM.docx     (of ../framework.yaml, by rubric render)

openpyxl writes into the workbook, lxml into the document. Of every second file
LibreOffice then writes another, which is kept instead.
"""

import csv
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl
from lxml import etree

HERE = Path(__file__).parent
ROWS = HERE / "../../gold/inputs_same_scores/01_wide.csv"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
HEAD = {"ratee": "ratee", "rater": "rater", "occasion": "date"}
LABELS = {"1": "1 - Beginning", "2": "2 - Developing", "3": "3 - Proficient", "4": "4 - Distinguished"}


def workbook(form, out, row):
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    columns = {c.value: c.column for c in sheet[1][1:] if c.value}
    for cell in sheet["A"][1:]:
        name = cell.value
        if name in HEAD:
            sheet.cell(cell.row, columns["entry"]).value = row[HEAD[name]]
        elif name and name.startswith("rate_"):
            said = row[name.removeprefix("rate_").replace("_", ".")]
            sheet.cell(cell.row, columns["rating"]).value = LABELS.get(said, said) or None
    book.save(out)


def document(form, out, row):
    with zipfile.ZipFile(form) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    tree = etree.fromstring(parts["word/document.xml"])
    for control in tree.iter(W + "sdt"):
        name, _, cell = control.find(f"{W}sdtPr/{W}tag").get(W + "val").partition(".")
        if name in HEAD:
            placeholder = control.find(f"{W}sdtPr/{W}showingPlcHdr")
            placeholder.getparent().remove(placeholder)
            control.find(f".//{W}t").text = row[HEAD[name]]
        elif cell and row[name.removeprefix("rate_").replace("_", ".")] == cell.replace("__2f_", "/").replace("__20_", " "):
            control.find(f".//{W14}checked").set(W14 + "val", "1")
            control.find(f".//{W}t").text = "☒"
    parts["word/document.xml"] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)


def main(*forms):
    with open(ROWS, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for form, fill, engine in zip(forms, (workbook, document), ("openpyxl", "lxml")):
        suffix = Path(form).suffix
        for n, row in enumerate(rows, start=1):
            if n % 2:
                fill(form, HERE / f"{engine}-{n}{suffix}", row)
                continue
            with tempfile.TemporaryDirectory() as folder:
                made = Path(folder) / f"libreoffice-{n}{suffix}"
                fill(form, made, row)
                subprocess.run(["soffice", "--headless", "--convert-to", suffix[1:], "--outdir", HERE, made], check=True, capture_output=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
