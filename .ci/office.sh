#!/usr/bin/env bash
# Forms as workbooks and text documents, by programs that are not ours: Microsoft's
# Open XML SDK and openxml-audit read every framework in every layout; openpyxl and
# lxml fill forms in, LibreOffice saves them again, and the scores must be those of
# what was filled in. What is missing it installs where it can, and what it skipped
# it says.
# usage: office.sh RUBRIC [FRAMEWORK…]     RUBRIC is the program
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rubric=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- cambridge cms mastery mnps teacher-leadership
tools=${RUBRIC_OFFICE_TOOLS:-$here/../bin/office-tools}

skip() { echo "SKIPPED: $*"; }

"$here/office/install.sh" "$tools"
if ! command -v soffice >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends libreoffice-calc-nogui libreoffice-writer-nogui >/dev/null || true
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for framework in "$@"; do
  for layout in form grid checklist; do
    for format in xlsx docx; do
      "$rubric" render "$framework" --layout "$layout" --comments --guidance -o "$work/$(basename "$framework" .yaml)-$layout.$format" 2>/dev/null
    done
  done
done
"$rubric" render "$1" --large-print --lang fr --paper letter -o "$work/large.xlsx" 2>/dev/null
"$rubric" render "$1" --large-print --lang fr --paper letter -o "$work/large.docx" 2>/dev/null

"$here/office/validate.sh" "$tools" "$work"/*.xlsx "$work"/*.docx
if [ ! -f "$tools/py.pins" ]; then
  skip 'openxml-audit and the filling in: the packages could not be installed; the Go tests fill the same files in'
  exit 0
fi
for file in "$work"/*.xlsx "$work"/*.docx; do
  "$tools/py/bin/openxml-audit" -q "$file"
done
echo 'and for openxml-audit'

mkdir "$work/filled" "$work/saved"
seed=0
for framework in "$@"; do
  for layout in form grid checklist; do
    for format in xlsx docx; do
      name=$(basename "$framework" .yaml)-$layout
      seed=$((seed + 1))
      "$tools/py/bin/python" "$here/office/fill.py" "$work/$name.$format" "$work/filled/$name.$format" "$work/filled/$name-$format.csv" $seed
    done
  done
done
for format in xlsx docx; do
  if command -v soffice >/dev/null; then
    soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$format" --outdir "$work/saved" "$work/filled"/*."$format" >/dev/null 2>&1
  else
    skip "what LibreOffice saves as $format: it could not be installed"
  fi
done
for framework in "$@"; do
  for layout in form grid checklist; do
    for format in xlsx docx; do
      name=$(basename "$framework" .yaml)-$layout
      forms=("$work/filled/$name.$format")
      [ ! -f "$work/saved/$name.$format" ] || forms+=("$work/saved/$name.$format")
      "$tools/py/bin/python" "$here/office/same.py" "$rubric" "$framework" "$work/filled/$name-$format.csv" "${forms[@]}"
    done
  done
done
echo "forms that were filled in came back: $(find "$work/filled" -name '*-*.csv' | wc -l), and as LibreOffice saves them: $(find "$work/saved" -type f | wc -l)"
