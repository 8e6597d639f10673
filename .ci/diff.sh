#!/usr/bin/env bash
# Comparisons, by programs that are not ours: their pages in a markup checker and in
# axe-core, light, dark, narrow and printed; mapping sets in sssom-py; workbooks in
# Microsoft's Open XML SDK and in openpyxl. What is missing it installs where it can,
# and what it skipped it says.
# usage: diff.sh RUBRIC     RUBRIC is the program
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rubric=$(realpath "$1")
browser=${RUBRIC_BROWSER_TOOLS:-$here/../bin/browser-tools}
office=${RUBRIC_OFFICE_TOOLS:-$here/../bin/office-tools}
own=${RUBRIC_DIFF_TOOLS:-$here/../bin/diff-tools}
pins='sssom==0.4.21 linkml==1.12.1 pandas==3.1.1'
tour=$here/../testdata/tour

skip() { echo "SKIPPED: $*"; }

"$here/browser/install.sh" "$browser"
"$here/office/install.sh" "$office"
if [ "$(cat "$own/pins" 2>/dev/null)" != "$pins" ]; then
  rm -f "$own/pins"
  # shellcheck disable=SC2086
  if python3 -m venv "$own" && "$own/bin/pip" install --quiet --disable-pip-version-check $pins; then
    echo "$pins" >"$own/pins"
  fi
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
for extension in html xlsx sssom.tsv json; do
  "$rubric" diff mnps cambridge -o "computed.$extension"
  "$rubric" diff mnps cambridge --crosswalk "$tour/mnps-cambridge.yaml" -o "reviewed.$extension"
done
for extension in html xlsx; do
  "$rubric" diff mnps "$tour/mnps-2026.yaml" -o "versions.$extension"
done
for extension in xlsx csv; do
  "$rubric" diff mnps cambridge --review "review.$extension" 2>/dev/null
done

if [ -f "$browser/pins" ]; then
  "$here/browser/markup.sh" "$browser" ./*.html
  if command -v chromium >/dev/null; then
    TOOLS=$browser node "$here/browser/axe.mjs" every ./*.html
    TOOLS=$browser node "$here/diff/filter.mjs" reviewed.html
  else
    skip 'axe and the filter: there is no Chromium'
  fi
fi

if [ -f "$own/pins" ]; then
  for set in ./*.sssom.tsv; do
    "$own/bin/sssom" validate "$set"
    "$own/bin/python" "$here/diff/mappings.py" "$set" "${set%.sssom.tsv}.json"
  done
else
  skip 'sssom-py: it could not be installed; the Go tests hold the columns to the standard'
fi

"$here/office/validate.sh" "$office" ./*.xlsx
if [ -f "$office/py.pins" ]; then
  "$office/py/bin/python" "$here/diff/workbook.py" review.csv review.xlsx computed.xlsx reviewed.xlsx versions.xlsx
else
  skip 'openpyxl: it could not be installed; the Go tests read the same workbooks'
fi
