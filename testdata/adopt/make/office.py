"""Writes the Office files of testdata/adopt: python office.py FOLDER"""

import datetime
import pathlib
import sys

import docx
import openpyxl

FOLDER = pathlib.Path(sys.argv[1])
DAY = datetime.datetime(2024, 1, 1)


def workbook(name, sheets, merged=(), hidden=()):
    """A workbook of sheets: names with rows."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
        if title in hidden:
            sheet.sheet_state = "hidden"
    for area in merged:
        book.worksheets[0].merge_cells(area)
    book.properties.created = book.properties.modified = DAY
    book.save(FOLDER / name)


def document(name, fill):
    """A text document that a function fills."""
    made = docx.Document()
    made.core_properties.created = made.core_properties.modified = DAY
    fill(made)
    made.save(FOLDER / name)


def lead(paragraph, bold, text):
    paragraph.add_run(bold).bold = True
    paragraph.add_run(text)


def add_row(table, *texts):
    """A row of texts; those of a list become a paragraph and bullets."""
    row = table.add_row()
    for cell, text in zip(row.cells, texts):
        if isinstance(text, str):
            cell.text = text
            continue
        cell.text = text[0]
        for entry in text[1:]:
            cell.add_paragraph(entry, style="List Bullet")
    return row


def section(table, text):
    """A row that is one cell."""
    row = add_row(table, text)
    row.cells[0].merge(row.cells[-1])


def competencies(made):
    made.add_heading("School Leadership Competencies", 0)
    made.add_paragraph("For principals\u00a0and assistant principals.")
    tree = {
        "Require Excellence": {"Highly accountable": [], "Sky high bar": ["in class", "in hallways"]},
        "Develop Talent": {"Coach the team": []},
    }
    for title, statements in tree.items():
        made.add_heading(title, 1)
        text = made.add_paragraph("Leaders are ")
        text.add_run("highly accountable").italic = True
        text.add_run(" for outcomes.")
        for statement, inner in statements.items():
            made.add_paragraph(statement, style="List Bullet")
            for entry in inner:
                made.add_paragraph(entry, style="List Bullet 2")
    made.add_paragraph("Copyright 2022 Example Charter Schools")


def lesson_study(made):
    made.add_paragraph("Name: ________________   Date: ________")
    made.add_heading("Lesson Study Rubric", 1)
    made.add_paragraph("Rate each practice once a term.")
    table = made.add_table(rows=1, cols=4)
    for cell, name in zip(table.rows[0].cells, ["", "Emerging", "Proficient", "Exemplary"]):
        cell.paragraphs[0].add_run(name).bold = True
    section(table, "Preparing")
    row = add_row(table, "", "One person plans", "Most plan", ["Plans:", "the goal", "the tasks"])
    lead(row.cells[0].paragraphs[0], "Planning together: ", "the team plans one lesson.")
    add_row(table, "Anticipating answers", "None", "Some are written down\nand discussed", "All are written down")
    section(table, "Teaching")
    first = add_row(table, "Observing", "Watches the teacher", "Watches pupils", "Records what pupils say")
    second = add_row(table, "", "", "and notes it", "")
    first.cells[0].merge(second.cells[0])
    made.add_paragraph("© 2021 Example Lesson Study Group")


def boxes(made):
    made.add_heading("Leadership Competencies", 1)
    table = made.add_table(rows=0, cols=2)
    add_row(table, "COMPETENCIES", "INDICATORS")
    for title, text, indicators in [
        ("Require Excellence:", " Leaders are accountable.", ["Highly accountable", "Sky high bar"]),
        ("Build Trust:", " Leaders follow through.", ["Communicate proactively", "Display self-awareness"]),
    ]:
        row = add_row(table, "", "\n".join("☐ " + indicator for indicator in indicators))
        lead(row.cells[0].paragraphs[0], title, text)


workbook(
    "growth-merged.xlsx",
    {
        "Rubric": [
            ["Teacher Growth Rubric"],
            [None, None, "Levels of performance"],
            [None, None, "Distinguished", "Proficient", "Basic", "Unsatisfactory"],
            ["Domain", "Element", 4, 3, 2, 1, "Comments"],
            ["Planning", "1.1 Goals", "Students set goals", "Goals are clear", "Goals are vague", "No goals"],
            [None, "1.2 Resources", "• Seeks out resources\n• Shares them\n  - within school\n  - beyond", "Uses several", "Uses one", "Uses none"],
            ["Climate", "2.1 Respect", "Students correct each other", "Warm", "Uneven or harsh"],
            [None, "2.2 Routines", "Run by students", "Smooth", "Slow", '=CONCATENATE("No"," routines")'],
            [None, "Total points", 16],
        ],
        "Lists": [["Distinguished"]],
    },
    merged=["A1:G1", "C2:F2", "A5:A6", "E7:F7", "A7:A8"],
    hidden=["Lists"],
)
workbook(
    "sheets-by-level.xlsx",
    {
        **{
            level: [["Practice", "Descriptor"], ["Coaching", f"{verb} coaching"], ["Feedback", f"{verb} feedback"]]
            for level, verb in {"Emerging": "tries", "Developing": "does", "Leading": "leads"}.items()
        },
        "Read me": [["Fill in with care"]],
    },
)
document("competencies-outline.docx", competencies)
document("lesson-study.docx", lesson_study)
document("competencies-boxes.docx", boxes)
