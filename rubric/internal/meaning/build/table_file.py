"""The file that package meaning reads; its format stands in ../doc.go."""

import struct

import numpy as np

MAGIC = b"meaning1"
LARGEST = 7  # of the numbers -7 … 7 that a component is rounded to


def write(path: str, spellings: list[str], vectors: np.ndarray) -> None:
    order = sorted(range(len(spellings)), key=lambda i: spellings[i].encode())
    names, vectors = [spellings[i].encode() for i in order], vectors[order]
    numbers, scales = quantise(vectors)
    offsets = np.cumsum([0] + [len(n) for n in names])
    with open(path, "wb") as file:
        file.write(MAGIC + struct.pack("<II", *vectors.shape))
        file.write(offsets.astype("<u4").tobytes() + scales.astype("<f4").tobytes())
        file.write((numbers[:, 0::2] | numbers[:, 1::2] << 4).tobytes() + b"".join(names))


def quantise(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Numbers from 1 to 15, which stand for -7 … 7, and the scale of each row."""
    scales = np.maximum(np.abs(vectors).max(1) / LARGEST, 1e-12).astype(np.float32)
    return (np.rint(vectors / scales[:, None]) + 8).astype(np.uint8), scales
