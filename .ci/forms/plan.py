"""Decides what to fill into forms: plan.py FORM.pdf…

For each form a file FORM.json is written beside it: the states to mark and the
texts to write, by the names of the fields. They are different for each form, and
the same each time.
"""
import json
import random
import re
import sys
from pathlib import Path

import pikepdf

HEAD = {'ratee': 'Okafor, "Ada" (Größe)', 'rater': "=Noor; O'Neill", 'group': 'peer', 'occasion': '2026-03-01'}
LATIN = ['', '', 'plain', 'she said "so", and left; then', 'two\nlines', 'two\n\nparagraphs, = 1+1', '=1+1', '+49 30 1234', '-', '@home',
         "'quoted'", "'=1", 'Größe, naïve, – œuvre', 'a\\b (c) <d> /e %f', '</script><b>', '#REF!', '{"a": [1]}']
# Letters that not all engines can draw, but for those beyond the first 65,536, which PDFium loses when they are typed.
OTHERS = ['评价 и оценка', 'ﬁ ½ ≤ ⅔ ☑']
# The least and the most points that a row takes, as the label of its field says them in English.
ENDS = re.compile(r'([0-9.]+) to ([0-9.]+)')


def states(field):
    """The states of a field's buttons, but for the one of none marked."""
    widgets = field.get('/Kids', [field])
    return [name for widget in widgets for name in widget.AP.N.keys() if name != '/Off']


def plan(source):
    chance = random.Random(source.stem)
    remarks = LATIN + OTHERS * (chance.random() < 0.5)
    marks, texts = {}, {'notes': 'On the whole:\n=good – "so"'} | HEAD
    with pikepdf.open(source) as document:
        fields = list(document.Root.AcroForm.Fields)
        labels = {str(field.T): str(field.TU) for field in fields}
        for field in fields:
            name = str(field.T)
            kind, _, code = name.partition('_')
            if kind == 'rate':
                state = chance.choice([*states(field), None])
                if state is None and 'points_' + code in labels:
                    texts['points_' + code] = chance.choice(ENDS.search(labels['points_' + code]).groups())
                elif state is not None:
                    marks[name] = state[1:]
            elif kind == 'comment' and (text := chance.choice(remarks)):
                texts[name] = text
    return {'marks': marks, 'texts': texts}


for path in map(Path, sys.argv[1:]):
    path.with_suffix('.json').write_text(json.dumps(plan(path), ensure_ascii=False, indent=1), encoding='utf-8')
