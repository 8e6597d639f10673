"""Makes the table of meaning: build.py WORDNET_FOLDER WORK_FOLDER TABLE. See README.md."""

import hashlib
import pathlib
import re
import sys

import numpy as np

import corpus
import fit
import table_file
from encoder import Encoder, model_folder

SOURCES = {
    "data.adj": "c89120dfc1f046ddff4a631bf9b7e9fa1a36b5e86565a23bf82dbe14f30b88a7",
    "data.adv": "444a63bf3955080ab7524f5079cfc07ff9bc682cb98bdb1db73b0fb9829f1139",
    "data.noun": "fea17d2f9656611334eac790e5d69e47645fa180c4aa481fb4cd9b3520754ca2",
    "data.verb": "adcf43e35b581e8036d8b5a52d63d9cd3d3b4870b2720d3c03c799df44777bc2",
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
}

def main(wordnet: str, work: str, table: str) -> None:
    check(pathlib.Path(wordnet), model_folder())
    encoder = Encoder()
    spellings = encoder.vocabulary()
    usable = np.array([bool(re.fullmatch(r"(##)?[a-z0-9]+", s)) for s in spellings])
    texts = corpus.texts(pathlib.Path(wordnet))
    print(len(texts), "texts,", usable.sum(), "pieces", flush=True)

    alone = kept(pathlib.Path(work) / "alone.npy", encoder.alone)
    wanted = kept(pathlib.Path(work) / "texts.npy", lambda: encoder.texts(texts))
    pieces = [[p for p in encoder.pieces(t) if usable[p]] for t in texts]
    fitted = fit.table(pieces, wanted, alone, usable)
    table_file.write(table, [s for s, u in zip(spellings, usable) if u], fitted[usable])


def check(*folders: pathlib.Path) -> None:
    """Refuse sources other than those that the table was made of."""
    for name, expected in SOURCES.items():
        path = next((f / name for f in folders if (f / name).exists()), None)
        if path is None:
            sys.exit(f"build.py: {name} is in none of the folders {', '.join(map(str, folders))}")
        if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            sys.exit(f"build.py: {path} is not the file that the table was made of")


def kept(path: pathlib.Path, make) -> np.ndarray:
    """What the model says takes most of the time: it is kept, so that a later run goes on from it."""
    if not path.exists():
        np.save(path, make())
    return np.load(path)


main(*sys.argv[1:])
