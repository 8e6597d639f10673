"""Vectors of pieces whose means come as near as they can to the model's vectors of whole texts."""

import collections

import numpy as np
import scipy.sparse as sparse

DIMENSIONS, RIDGE, STEPS, HELD_BACK = 256, 0.1, 50, 2000


def table(texts: list[list[int]], wanted: np.ndarray, alone: np.ndarray, usable: np.ndarray) -> np.ndarray:
    """A vector for each piece.

    texts are the numbers of the pieces of each text, wanted the model's vectors
    of the texts, alone its outputs for each piece, usable says which pieces count.
    """
    axes = principal_axes(wanted)
    target = (wanted - wanted.mean(0)) @ axes
    start = np.where(usable[:, None], alone, alone[usable].mean(0))
    start = (start - start.mean(0)) @ axes * by_rank(usable)[:, None]
    shares = matrix(texts, len(alone))
    order = np.random.RandomState(0).permutation(len(texts))
    unseen, seen = order[:HELD_BACK], order[HELD_BACK:]
    fitted = ridge(shares[seen], target[seen], start)
    print("cosine with the model on texts held back: before %.3f, after %.3f"
          % (agreement(shares[unseen] @ start, target[unseen]), agreement(shares[unseen] @ fitted, target[unseen])))
    return fitted


def principal_axes(vectors: np.ndarray) -> np.ndarray:
    """The directions in which the vectors differ most, as columns."""
    _, axes = np.linalg.eigh(np.cov((vectors - vectors.mean(0)).T))
    return axes[:, ::-1][:, :DIMENSIONS].astype(np.float32)


def by_rank(usable: np.ndarray) -> np.ndarray:
    """Frequent pieces, which stand first in the vocabulary, weigh less."""
    share = 1 / np.arange(2, len(usable) + 2)
    share /= share.sum()
    return (1e-4 / (1e-4 + share) * usable).astype(np.float32)


def matrix(texts: list[list[int]], pieces: int) -> sparse.csr_matrix:
    """A row a text: the share of each piece in it."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        for piece, times in collections.Counter(text).items():
            rows.append(row)
            columns.append(piece)
            values.append(times / len(text))
    return sparse.csr_matrix((np.array(values, np.float32), (rows, columns)), shape=(len(texts), pieces))


def ridge(shares: sparse.csr_matrix, target: np.ndarray, start: np.ndarray) -> np.ndarray:
    """Least squares with a pull towards the start, by conjugate gradients."""
    first = shares @ start
    start = start * ((first * target).sum() / (first * first).sum())
    back = shares.T.tocsr()
    change, rest = np.zeros_like(start), back @ (target - shares @ start)
    step, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(STEPS):
        image = back @ (shares @ step) + RIDGE * step
        length = size / np.maximum((step * image).sum(0), 1e-12)
        change += length * step
        rest -= length * image
        size, before = (rest * rest).sum(0), size
        step = rest + size / np.maximum(before, 1e-20) * step
    return start + change


def agreement(a: np.ndarray, b: np.ndarray) -> float:
    """The mean cosine of two lists of vectors."""
    lengths = np.linalg.norm(a, axis=1) * np.linalg.norm(b, axis=1)
    return float(((a * b).sum(1) / np.maximum(lengths, 1e-12)).mean())
