"""Holds a mapping set, as sssom-py reads it, against the JSON of the same comparison.

usage: mappings.py SET.sssom.tsv COMPARISON.json
"""

import json
import sys

from sssom.parsers import parse_sssom_table

# What each relation is in SKOS: "source narrowMatch target" says that the target is the narrower one.
PREDICATES = {
    "same": "skos:exactMatch",
    "broader": "skos:narrowMatch",
    "narrower": "skos:broadMatch",
    "overlaps": "skos:closeMatch",
    "related": "skos:relatedMatch",
}
SHOWN = {"close", "likely", "possible"}
# Of indicators and of their parents, from each end.
LISTS = ["matches", "reverse", "parents", "parents_reverse"]


def told(comparison):
    """The mappings that the comparison has: the codes, and what joins them."""
    out = {"computed": set(), "reviewed": set()}
    for match in (match for key in LISTS for match in comparison[key]):
        pair = (match["source"], match["target"])
        if match["status"] == "reviewed":
            out["reviewed"].add((*pair, PREDICATES[match["relation"]]))
        elif match["status"] == "computed" and match["word"] in SHOWN:
            out["computed"].add((*pair, "skos:relatedMatch"))
    return out


def read(path):
    """The same of the set; without rejected pairs and confirmed gaps."""
    out = {"computed": set(), "reviewed": set()}
    for row in parse_sssom_table(path).df.to_dict("records"):
        codes = (row["subject_id"].removeprefix("source:"), row["object_id"].removeprefix("target:"))
        if row.get("predicate_modifier") == "Not" or "sssom:NoTermFound" in codes:
            continue
        how = "reviewed" if row["mapping_justification"] == "semapv:ManualMappingCuration" else "computed"
        out[how].add((*codes, row["predicate_id"]))
    return out


def main(path, comparison):
    with open(comparison, encoding="utf-8") as file:
        want, got = told(json.load(file)), read(path)
    problems = [f"{how}: {sorted(want[how] ^ got[how])[:5]} stand in one of the two alone" for how in want if want[how] != got[how]]
    print("\n".join(problems) or f"{path}: {len(got['reviewed'])} reviewed and {len(got['computed'])} computed mappings, as in the JSON")
    return 1 if problems or not got["computed"] else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
