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
pins='axe-core@4.14.1 playwright-core@1.65.1 vnu-jar@26.9.27'

skip() { echo "SKIPPED: $*"; }

if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null || true
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  skip 'all of the browser checks: there is no Node; the Go tests read the same pages'
  exit 0
fi
mkdir -p "$tools"
if [ "$(cat "$tools/pins" 2>/dev/null)" != "$pins" ]; then
  # Without the packages' own scripts, which would download programs of their own.
  # shellcheck disable=SC2086
  if ! (cd "$tools" && npm init -y >/dev/null && npm install --silent --ignore-scripts --no-audit --no-fund --save-exact $pins); then
    skip 'all of the browser checks: the packages could not be installed'
    exit 0
  fi
  echo "$pins" >"$tools/pins"
fi

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
for framework in "$@"; do
  for layout in form grid checklist; do
    "$rubric" render "$framework" --layout "$layout" --comments --guidance -o "$pages/$(basename "$framework" .yaml)-$layout.html" 2>/dev/null
  done
done
"$rubric" render "$1" --large-print --lang fr --paper letter -o "$pages/large.html" 2>/dev/null

if command -v java >/dev/null; then
  # It does not know a property that browsers have, nor does it compute the hashes
  # of the policy.
  java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --Werror \
    --filterpattern '.*(“field-sizing”|violates Content Security Policy).*' "$pages"/*.html
  echo "$(find "$pages" -name '*.html' | wc -l) pages are good HTML"
else
  skip 'the markup checker: there is no Java'
fi
if ! command -v chromium >/dev/null; then
  skip 'axe and the filling in: there is no Chromium'
  exit 0
fi
export TOOLS="$tools"
first=$(basename "$1" .yaml)
node "$here/browser/axe.mjs" every "$pages/large.html" "$pages/$first"-*.html
node "$here/browser/axe.mjs" few "$pages"/*.html
node "$here/browser/fill.mjs" "$rubric" "$pages" "$@"
