"""Fills in blank.pdf with an engine: fill.py pikepdf|pymupdf|pypdf|pdfium IN.pdf OUT.pdf

The second button of "rate" is marked, the box is ticked, and texts are written
into "name" and "notes".
"""
import sys

NAME, NOTES = 'Okafor, "Ada" (Größe)', 'first – \\ line\nsecond = 1+1'
engine, source, target = sys.argv[1:]

if engine == 'pikepdf':
    import pikepdf
    from pikepdf.form import Form
    document = pikepdf.open(source)
    form = Form(document)
    form['rate'].selected = form['rate'].options[1]
    form['box'].checked = True
    form['name'].value, form['notes'].value = NAME, NOTES
    document.save(target)
elif engine == 'pymupdf':
    import pymupdf
    document = pymupdf.open(source)
    marked = False
    for page in document:
        for widget in page.widgets():
            if widget.field_name == 'rate':
                if widget.on_state() != '2':
                    continue
                widget.field_value = True
            else:
                widget.field_value = {'box': True, 'name': NAME, 'notes': NOTES}[widget.field_name]
            widget.update()
    document.save(target)
elif engine == 'pypdf':
    from pypdf import PdfReader, PdfWriter
    writer = PdfWriter(clone_from=PdfReader(source))
    writer.update_page_form_field_values(None, {'rate': '/2', 'box': '/yes', 'name': NAME, 'notes': NOTES}, auto_regenerate=False)
    writer.write(target)
elif engine == 'pdfium':
    import ctypes
    import pypdfium2 as pdfium
    import pypdfium2.raw as raw
    document = pdfium.PdfDocument(source)
    document.init_forms()
    page = document[0]
    form = document.formenv.raw

    def click(x, y):
        for event in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
            event(form, page.raw, 0, x, y)

    def write(x, y, text):
        click(x, y)
        units = (ctypes.c_ushort * (len(text) + 1))(*map(ord, text), 0)
        raw.FORM_ReplaceSelection(form, page.raw, units)

    click(36, 174)
    click(16, 144)
    write(60, 110, NAME)
    write(60, 60, NOTES)
    raw.FORM_ForceToKillFocus(form)
    document.save(target)
