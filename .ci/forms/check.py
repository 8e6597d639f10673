"""Holds what rubric makes of filled-in forms against what was filled in.

usage: check.py RUBRIC FRAMEWORK FORM.json FILLED.pdf…     FORM.json is the plan
"""
import json
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path


def run(*args):
    done = subprocess.run([*args, '--format', 'json'], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    assert done.returncode == 0, f"{' '.join(args)}: {done.stderr}"
    return json.loads(done.stdout)


def unescaped(name, prefix):
    """A code, or the cell of a choice, behind its name in a form."""
    return re.sub(r'__([0-9a-f]+)_|_', lambda m: chr(int(m[1], 16)) if m[1] else '.', name.removeprefix(prefix))


def scales(items, scale=None):
    """The scales of the items that are rated, by their codes."""
    for item in items:
        own = item.get('scale', scale)
        if item.get('rated'):
            levels = item.get('levels', [])
            valued = levels if any('value' in level for level in levels) else own['levels']
            yield item['code'], own | {'levels': valued}
        yield from scales(item.get('items', []), own)


def meaning(scale, cell):
    """What a cell means: how it is counted, and what it is worth."""
    for level in scale['levels']:
        if cell in (level['code'], f"{level['code']} – {level.get('label', level['code'])}"):
            return 'n_rated', Fraction(str(level['value']))
    for state, words in scale.get('nulls', {}).items():
        if cell in words:
            return 'n_' + state, None
    raise AssertionError(f'no choice {cell!r}')


class Plan:
    """What was filled in, and what follows from it."""

    def __init__(self, plan, framework):
        self.scales = dict(scales(framework['items'], framework.get('scale')))
        self.marks = {unescaped(name, 'rate_'): unescaped(state, '') for name, state in plan['marks'].items()}
        self.head = {name: plan['texts'][name] for name in ('ratee', 'rater', 'group', 'occasion')}
        self.points = self.texts(plan, 'points_')
        self.comments = self.texts(plan, 'comment_') | {'': plan['texts']['notes']}

    @staticmethod
    def texts(plan, prefix):
        return {unescaped(name, prefix): text for name, text in plan['texts'].items() if name.startswith(prefix)}

    def rating(self, item):
        scale = self.scales[item]
        if item in self.points:
            return 'n_rated', Fraction(self.points[item])
        if item in self.marks:
            return meaning(scale, self.marks[item])
        return meaning(scale, scale['blank']) if 'blank' in scale else ('n_missing', None)


COUNTS = ('n_rated', 'n_not_applicable', 'n_not_observed', 'n_missing')


def check_scores(plan, scores, form):
    rows = {row['item']: row for row in scores if row['item'] in plan.scales}
    assert rows.keys() == plan.scales.keys(), f'{form}: scores of {list(rows)}'
    for item, row in rows.items():
        count, worth = plan.rating(item)
        got = [name for name in COUNTS if row[name]], row['score_exact'] and Fraction(row['score_exact']), row['ratee']
        assert got == ([count], worth, plan.head['ratee']), f'{form}: {item} is {got}, {count} {worth} was filled in'


def check_comments(plan, comments, form):
    got = {comment['item'] or '': comment for comment in comments}
    texts = {item: comment['text'] for item, comment in got.items()}
    assert texts == plan.comments, f'{form}: the comments are {texts}, {plan.comments} were filled in'
    for comment in got.values():
        head = {name: comment[name] for name in plan.head}
        assert head == plan.head, f'{form}: {head}, {plan.head} was filled in'


def main(rubric, framework, plan_file, *forms):
    plan = Plan(json.loads(Path(plan_file).read_text(encoding='utf-8')), run(rubric, 'show', framework))
    for form in forms:
        got = run(rubric, 'score', framework, form)
        assert got['rejects'] == [], f"{form}: {got['rejects']}"
        check_scores(plan, got['scores'], form)
        check_comments(plan, got['comments'], form)


main(*sys.argv[1:])
