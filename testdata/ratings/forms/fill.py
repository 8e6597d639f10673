"""Fills in a form with an engine: fill.py pikepdf|pypdf|pypdf-added FORM.pdf ANSWERS.csv N OUT.pdf

The form is filled in with the N-th row of the answers, whose columns are fields and
codes of items.
"""
import csv
import sys

engine, source, answers, n, target = sys.argv[1:]
row = list(csv.DictReader(open(answers, encoding='utf-8')))[int(n) - 1]
STATES = {'N/A': 'N__2f_A', 'Not observed': 'Not__20_observed'}
texts = {'ratee': row.pop('ratee'), 'rater': row.pop('rater'), 'occasion': row.pop('date'), 'notes': 'Größe – "so"\n=1+1'}
marks = {'rate_' + code.replace('.', '_'): STATES.get(cell, cell) for code, cell in row.items() if cell}

if engine == 'pikepdf':
    import pikepdf
    from pikepdf.form import Form
    document = pikepdf.open(source)
    form = Form(document)
    for name, state in marks.items():
        form[name].selected = next(o for o in form[name].options if o.on_value == '/' + state)
    for name, text in texts.items():
        form[name].value = text
    document.save(target)
else:
    from pypdf import PdfReader, PdfWriter
    added = engine == 'pypdf-added'  # changes at the end of the file, as viewers save them
    writer = PdfWriter(source, incremental=True) if added else PdfWriter(clone_from=PdfReader(source))
    values = {name: '/' + state for name, state in marks.items()} | texts
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(target)
