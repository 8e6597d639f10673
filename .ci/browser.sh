#!/usr/bin/env bash
# The HTML forms in a real browser: a markup checker reads them, axe-core looks for
# what keeps people out, and a script fills them in by clicking and compares the
# downloads with what it clicked. Needs Node and Chromium; what is missing it
# installs where it can, and what it skipped it says.
# usage: browser.sh RUBRIC [FRAMEWORK…]     RUBRIC is the program
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
rubric=$(realpath "$1")
shift
[ $# -gt 0 ] || set -- cambridge cms mastery mnps teacher-leadership
tools=${RUBRIC_BROWSER_TOOLS:-$here/../bin/browser-tools}

skip() { echo "SKIPPED: $*"; }

"$here/browser/install.sh" "$tools"
[ -f "$tools/pins" ] || exit 0

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for framework in "$@"; do
  for layout in form grid checklist; do
    "$rubric" render "$framework" --layout "$layout" --comments --guidance -o "$pages/$(basename "$framework" .yaml)-$layout.html" 2>/dev/null
  done
done
"$rubric" render cms --large-print --lang fr --paper letter -o "$pages/large.html" 2>/dev/null

"$here/browser/markup.sh" "$tools" "$pages"/*.html
if ! command -v chromium >/dev/null; then
  skip 'axe and the filling in: there is no Chromium'
  exit 0
fi
export TOOLS="$tools"
first=$(basename "$1" .yaml)
node "$here/browser/axe.mjs" every "$pages/large.html" "$pages/$first"-*.html
node "$here/browser/axe.mjs" few "$pages"/*.html
node "$here/browser/fill.mjs" "$rubric" "$pages" "$@"
