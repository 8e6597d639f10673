"""Fills in forms with an engine, as their plans say: fill.py ENGINE FORM.pdf…

FORM.json beside a form has its plan (see plan.py); FORM.ENGINE.pdf is written.
Engines that end in "-added" put their changes at the end of the file, as many
viewers do.
"""
import json
import shutil
import sys
from pathlib import Path


def mark_by_hand(field, state, Name):
    """Marks a box that has several buttons, which pikepdf's forms do not know."""
    field.V = Name(state)
    for widget in field.get('/Kids', [field]):
        widget.AS = Name(state) if state in widget.AP.N else Name.Off


def pikepdf(source, target, marks, texts, added):
    import pikepdf
    from pikepdf.form import DefaultAppearanceStreamGenerator, Form
    with pikepdf.open(source) as document:
        form = Form(document, DefaultAppearanceStreamGenerator)
        for name, text in texts.items():
            form[name].value = text
        for name, state in marks.items():
            field = form[name]
            if field.is_radio_button:
                field.selected = next(o for o in field.options if o.on_value == '/' + state)
        for field in document.Root.AcroForm.Fields:
            if str(field.T) in marks and not form[str(field.T)].is_radio_button:
                mark_by_hand(field, '/' + marks[str(field.T)], pikepdf.Name)
        document.save(target)


def pypdf(source, target, marks, texts, added):
    from pypdf import PdfReader, PdfWriter
    writer = PdfWriter(source, incremental=True) if added else PdfWriter(clone_from=PdfReader(source))
    values = {name: '/' + state for name, state in marks.items()} | texts
    writer.update_page_form_field_values(None, values, auto_regenerate=False)
    writer.write(target)


def pymupdf(source, target, marks, texts, added):
    import pymupdf
    shutil.copy(source, target)
    document = pymupdf.open(target if added else source)
    for page in document:
        for widget in page.widgets():
            name = widget.field_name
            if name in texts:
                widget.field_value = texts[name]
            elif name in marks and marks[name] == widget.on_state():
                widget.field_value = True
            else:
                continue
            widget.update()
    document.save(target, incremental=added, encryption=pymupdf.PDF_ENCRYPT_KEEP)


def pdfium(source, target, marks, texts, added):
    """Clicks and types, as a person does."""
    import ctypes
    import pypdfium2
    from pypdfium2 import raw
    document = pypdfium2.PdfDocument(source)
    document.init_forms()
    form = document.formenv.raw

    def said(read, annotation):
        size = read(form, annotation, None, 0)
        units = (ctypes.c_ushort * (size // 2))()
        read(form, annotation, units, size)
        return bytes(units).decode('utf-16-le').rstrip('\0')

    for page in document:
        for n in range(raw.FPDFPage_GetAnnotCount(page)):
            annotation = raw.FPDFPage_GetAnnot(page, n)
            box = raw.FS_RECTF()
            raw.FPDFAnnot_GetRect(annotation, box)
            name = said(raw.FPDFAnnot_GetFormFieldName, annotation)
            marked = name in marks and said(raw.FPDFAnnot_GetFormFieldExportValue, annotation) == marks[name]
            raw.FPDFPage_CloseAnnot(annotation)
            if not marked and name not in texts:
                continue
            for event in (raw.FORM_OnMouseMove, raw.FORM_OnLButtonDown, raw.FORM_OnLButtonUp):
                event(form, page.raw, 0, (box.left + box.right) / 2, (box.top + box.bottom) / 2)
            if not marked:
                units = texts[name].encode('utf-16-le') + b'\0\0'
                raw.FORM_SelectAllText(form, page.raw)
                raw.FORM_ReplaceSelection(form, page.raw, (ctypes.c_ushort * (len(units) // 2)).from_buffer_copy(units))
        raw.FORM_ForceToKillFocus(form)
    document.save(target)


engine, *paths = sys.argv[1:]
fill = globals()[engine.removesuffix('-added').replace('-', '_')]
for path in map(Path, paths):
    plan = json.loads(path.with_suffix('.json').read_text(encoding='utf-8'))
    fill(path, path.with_suffix(f'.{engine}.pdf'), plan['marks'], plan['texts'], engine.endswith('-added'))
