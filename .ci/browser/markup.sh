#!/usr/bin/env bash
# Pages in a markup checker.
# usage: markup.sh FOLDER FILE.html…     FOLDER is what install.sh filled
set -euo pipefail
tools=$1
shift
if ! command -v java >/dev/null; then
  echo 'SKIPPED: the markup checker: there is no Java'
  exit 0
fi
# It does not know a property that browsers have, nor does it compute the hashes
# of the policy.
java -jar "$tools/node_modules/vnu-jar/build/dist/vnu.jar" --Werror \
  --filterpattern '.*(“field-sizing”|violates Content Security Policy).*' "$@"
echo "$# pages are good HTML"
