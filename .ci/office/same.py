"""Compares the scores and comments of a form that came back with those of a CSV.

usage: same.py RUBRIC FRAMEWORK RATINGS.csv FORM…
"""

import json
import subprocess
import sys


def scores(rubric, framework, file):
    done = subprocess.run([rubric, "score", framework, file, "--format", "json"], capture_output=True, text=True, encoding="utf-8")
    if not done.stdout:
        sys.exit(f"{file}: {done.stderr}")
    result = json.loads(done.stdout)
    said = [(c["item"], c["text"], c["ratee"], c["rater"], c["group"], c["occasion"]) for c in result["comments"]]
    return {"scores": result["scores"], "comments": said, "ledger": result["provenance"]["ledger"], "rejects": [r["message"] for r in result["rejects"]]}


def main(rubric, framework, ratings, *forms):
    want = scores(rubric, framework, ratings)
    bad = 0
    for form in forms:
        got = scores(rubric, framework, form)
        for part in want:
            if got[part] != want[part]:
                bad += 1
                differ = [(a, b) for a, b in zip(got[part], want[part]) if a != b] if isinstance(want[part], list) else (got[part], want[part])
                print(f"{form}: the {part} differ from those of what was filled in: {str(differ)[:600]} ({len(got[part])}, {len(want[part])})")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
