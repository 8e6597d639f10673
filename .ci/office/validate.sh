#!/usr/bin/env bash
# Files in Microsoft's Open XML SDK.
# usage: validate.sh FOLDER FILE…     FOLDER is what install.sh filled
set -euo pipefail
tools=$1
shift
if [ ! -f "$tools/npm.pins" ] || ! command -v node >/dev/null; then
  echo 'SKIPPED: the Open XML SDK: there is no Node, or the package could not be installed'
  exit 0
fi
for file in "$@"; do
  said=$("$tools/node/node_modules/.bin/ooxml-validator" "$file") && grep -q '"ok": true' <<<"$said" || { echo "$said"; exit 1; }
done
echo "$# files are good for the Open XML SDK"
