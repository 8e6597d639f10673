#!/usr/bin/env bash
# PDF forms in programs that are not ours: veraPDF holds every framework in every
# layout against PDF/UA-1, and the engines of viewers fill blank forms in, of which
# rubric score must then say what was filled in. Needs Java and Maven for veraPDF,
# Python, Node and qpdf for the rest; what is missing it installs where it can, and
# what it skipped it says.
# usage: forms.sh RUBRIC     RUBRIC is the program
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$here/..
rubric=$(realpath "$1")
tools=${RUBRIC_FORMS_TOOLS:-$here/../bin/forms-tools}
mkdir -p "$tools"
tools=$(realpath "$tools")

python_pins='pikepdf==10.17.0 pypdf==7.1.0 PyMuPDF==2.0 pypdfium2==5.15.2'
node_pins='pdfjs-dist@5.6.205 pdf-lib@1.17.1'
vera_pin=org.verapdf.apps:cli:1.30.2
vera=$tools/vera/cli-${vera_pin##*:}.jar

skip() { echo "SKIPPED: $*"; }

# package PROGRAM PACKAGE… installs packages of Debian where a program is missing.
package() {
  local program=$1
  shift
  command -v "$program" >/dev/null && return
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null || true
  fi
  command -v "$program" >/dev/null
}

# once NAME PINS COMMAND… installs what has not been installed in these versions.
once() {
  local stamp=$tools/$1.pins pins=$2
  shift 2
  [ "$(cat "$stamp" 2>/dev/null)" = "$pins" ] && return
  "$@" && echo "$pins" >"$stamp"
}

# shellcheck disable=SC2086
python_engines() { python3 -m venv "$tools/python" && "$tools/python/bin/pip" install --quiet --disable-pip-version-check $python_pins; }

# Without the packages' own scripts, which are not needed.
# shellcheck disable=SC2086
node_engines() { (cd "$tools" && npm init -y >/dev/null && npm install --silent --ignore-scripts --no-audit --no-fund --save-exact $node_pins); }

vera_jar() {
  mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:2.8:copy -Dartifact="$vera_pin" -DoutputDirectory="$tools/vera" && [ -s "$vera" ]
}

forms=$(mktemp -d)
trap 'rm -rf "$forms"' EXIT

frameworks=(cambridge cms mastery mnps teacher-leadership "$root"/testdata/foreign/*.yaml)

# render FRAMEWORK NAME FLAG… writes a form, and tells nothing but errors.
render() {
  local framework=$1 target=$forms/$2.pdf
  shift 2
  "$rubric" render "$framework" "$@" -o "$target" 2>"$forms/messages" || { cat "$forms/messages" >&2 && exit 1; }
}

# accessible holds forms against PDF/UA-1, every framework in every layout on every
# paper, and what else changes pages.
accessible() {
  mkdir -p "$forms/ua"
  local framework name layout paper
  for framework in "${frameworks[@]}" "$root/rubric/load/testdata/whole.yaml"; do
    name=ua/$(basename "$framework" .yaml)
    for layout in form grid checklist; do
      for paper in a4 letter; do
        render "$framework" "$name-$layout-$paper" --layout "$layout" --paper "$paper"
      done
    done
    render "$framework" "$name-all" --comments --guidance --large-print --lang fr --logo "$root/testdata/golden/render/logo.png"
  done
  java -jar "$vera" -f ua1 --format text "$forms"/ua/*.pdf >"$forms/verdicts" || { grep -v '^PASS' "$forms/verdicts" && exit 1; }
  [ "$(grep -c '^PASS' "$forms/verdicts")" = "$(find "$forms/ua" -name '*.pdf' | wc -l)" ]
  echo "$(grep -c '^PASS' "$forms/verdicts") forms keep to PDF/UA-1"
}

# The forms that are filled in: all that a form can have, and each shape.
filled=(
  "cambridge --layout form" "cms --layout grid --large-print" "mastery --layout checklist" "teacher-leadership --layout grid"
  "mnps --layout form --only 1.2 --only 3 --lang de" "$root/testdata/foreign/mha.yaml --layout form" "$root/testdata/foreign/elixir.yaml --layout grid"
  "$root/testdata/foreign/monzo.yaml --layout checklist" "$root/rubric/load/testdata/whole.yaml --guidance"
)

# blank renders the forms that are filled in, form 0, 1 …, and plans what to fill in.
blank() {
  mkdir -p "$forms/fill"
  local i
  for i in "${!filled[@]}"; do
    # shellcheck disable=SC2086
    render ${filled[i]%% *} "fill/$i" --comments ${filled[i]#* }
  done
  "$tools/python/bin/python" "$here/forms/plan.py" "$forms"/fill/?.pdf
}

# fill fills all forms in with each engine; what the engines say of fonts is about
# how they draw.
fill() {
  local engine
  for engine in pikepdf pypdf pypdf-added pymupdf pymupdf-added pdfium; do
    "$tools/python/bin/python" "$here/forms/fill.py" "$engine" "$forms"/fill/?.pdf 2>"$forms/messages" || { cat "$forms/messages" >&2 && exit 1; }
  done
  if [ -n "$with_node" ]; then
    for engine in pdfjs pdf-lib; do
      TOOLS=$tools node "$here/forms/fill.mjs" "$engine" "$forms"/fill/?.pdf
    done
  fi
}

# rewrite writes filled forms anew, in all the ways in which objects can be stored.
rewrite() {
  local form
  for form in "$forms"/fill/?.pikepdf.pdf; do
    qpdf --warning-exit-0 --no-warn --linearize --object-streams=generate "$form" "${form/pikepdf/qpdf-packed}"
    qpdf --warning-exit-0 --no-warn --qdf --object-streams=disable "$form" "${form/pikepdf/qpdf-plain}"
  done
  # pypdf leaves the information dictionary out of what it adds, and qpdf takes that
  # for all there is.
  for form in "$forms"/fill/?.{pymupdf-added,pdfjs}.pdf; do
    [ ! -e "$form" ] || qpdf --warning-exit-0 --no-warn --object-streams=generate "$form" "${form%.pdf}-qpdf.pdf"
  done
  qpdf --encrypt '' owner 256 -- "$forms/fill/0.pikepdf.pdf" "$forms/locked.pdf"
}

# check holds the scores of all filled forms against their plans.
check() {
  local i framework
  for i in "${!filled[@]}"; do
    framework=${filled[i]%% *}
    "$tools/python/bin/python" "$here/forms/check.py" "$rubric" "$framework" "$forms/fill/$i.json" "$forms/fill/$i".*.pdf
  done
  if [ -e "$forms/locked.pdf" ]; then
    ! "$rubric" score cambridge "$forms/locked.pdf" 2>"$forms/messages" && grep -q 'protected by a password' "$forms/messages"
  fi
  echo "$(find "$forms/fill" -name '?.*.pdf' | wc -l) forms that other programs filled in are read as what was filled in"
}

if package java default-jre-headless && package mvn maven && once vera "$vera_pin" vera_jar; then
  accessible
else
  skip 'veraPDF: it needs Java and Maven (apt-get install default-jre-headless maven); the Go tests check the rules that are tests of ours'
fi

if ! once python "$python_pins" python_engines; then
  skip "the filling in by other programs: it needs Python 3.10 or later with venv, and the packages $python_pins; the Go tests read forms that these have filled in"
  exit 0
fi
with_node=
if command -v npm >/dev/null && once node "$node_pins" node_engines; then
  with_node=yes
else
  skip "pdf.js and pdf-lib: they need Node 20 with npm, and the packages $node_pins"
fi
blank
fill
if package qpdf qpdf; then
  rewrite
else
  skip 'the forms that qpdf writes anew, and the one that it locks: there is no qpdf (apt-get install qpdf)'
fi
check
