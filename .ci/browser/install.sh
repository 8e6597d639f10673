#!/usr/bin/env bash
# Installs what checks pages, at fixed versions, unless it is there. Where it cannot,
# it says so, and the folder has no file pins.
# usage: install.sh FOLDER
set -euo pipefail
tools=$1
pins='axe-core@4.14.1 playwright-core@1.65.1 vnu-jar@26.9.27'

if ! command -v chromium >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null || true
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo 'SKIPPED: all of the browser checks: there is no Node; the Go tests read the same pages'
  rm -f "$tools/pins"
  exit 0
fi
mkdir -p "$tools"
if [ "$(cat "$tools/pins" 2>/dev/null)" != "$pins" ]; then
  rm -f "$tools/pins"
  # Without the packages' own scripts, which would download programs of their own.
  # shellcheck disable=SC2086
  if ! (cd "$tools" && npm init -y >/dev/null && npm install --silent --ignore-scripts --no-audit --no-fund --save-exact $pins); then
    echo 'SKIPPED: all of the browser checks: the packages could not be installed'
    exit 0
  fi
  echo "$pins" >"$tools/pins"
fi
