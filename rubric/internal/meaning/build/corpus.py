"""The texts that the table is fitted to: the glosses and examples of WordNet 3.0."""

import pathlib
import re

FILES = ("data.adj", "data.adv", "data.noun", "data.verb")
SHORTEST_GLOSS, SHORTEST_EXAMPLE = 3, 4  # words


def texts(folder: pathlib.Path) -> list[str]:
    """All glosses, each behind its word, then all examples."""
    glosses, examples = [], []
    for name in FILES:
        for line in (folder / name).read_text(encoding="ascii").splitlines():
            if not line.startswith("  "):  # the licence
                add(line, glosses, examples)
    return glosses + examples


def add(line: str, glosses: list[str], examples: list[str]) -> None:
    """Take one synset apart: offset, file, type, number of words, word …, | gloss; "example"; …"""
    head, _, gloss = line.partition("|")
    word = head.split()[4].replace("_", " ")
    definition, *quoted = (part.strip() for part in re.split(r';\s*(?=")', gloss.strip()))
    if len(definition.split()) >= SHORTEST_GLOSS:
        glosses.append(f"{word}: {definition}")
    for example in (q.strip('"; ') for q in quoted):
        if len(example.split()) >= SHORTEST_EXAMPLE:
            examples.append(example)
