"""The network that gives each token its vector, worked out once for each word of a document.

Its first layer looks at the word alone, and half of the words of an article stand there before: they are worked out
once. The layers above look at a token's neighbours; they are those of thinc with fewer passes over memory. The vectors
are those of thinc but for their last digits, in two thirds of its time.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self, cast

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc
    from thinc.api import Model, NumpyOps
    from thinc.types import Floats2d, Ints1d, Ints2d

Floats = NDArray[np.float32]

NEIGHBOURS = 1
"""Tokens on each side that a layer looks at."""

LITTLE = np.float32(1e-8)
"""Added to a variance, as in thinc."""


@dataclass(frozen=True, slots=True)
class Layer:
    """A maxout layer, and the scaling of what comes out of it.

    Attributes:
        weights: From the inputs to the outputs of each piece, pieces after one another.
        bias: Of these.
        pieces: How many there are.
        scale: Of each output.
        shift: Of each output.
    """

    weights: Floats
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: "Model[Floats, Floats]", norm: "Model[Floats, Floats]") -> Self:
        """Read the weights of two layers of thinc."""
        weights, bias = np.asarray(maxout.get_param("W")), np.asarray(maxout.get_param("b"))
        return cls(
            weights=np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(-1, weights.shape[-1])),
            bias=bias.T.reshape(-1),
            pieces=bias.shape[1],
            scale=np.asarray(norm.get_param("G")),
            shift=np.asarray(norm.get_param("b")),
        )

    def __call__(self, inputs: Floats, ops: "NumpyOps") -> Floats:
        """From an array of tokens by inputs to one of tokens by outputs."""
        hidden = np.asarray(ops.gemm(cast("Floats2d", inputs), cast("Floats2d", self.weights), trans2=True))
        hidden += self.bias
        width = hidden.shape[1] // self.pieces
        out = hidden[:, :width]
        for start in range(width, hidden.shape[1], width):
            out = np.maximum(out, hidden[:, start : start + width])
        out -= out.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", out, out)[:, None] / np.float32(width)
        out /= np.sqrt(variance + LITTLE)
        out *= self.scale
        out += self.shift
        return out


@dataclass(frozen=True, slots=True)
class Encoder:
    """The network, read from the model of a pipe.

    Attributes:
        attributes: What is asked of a token, by spaCy's names.
        tables: For each attribute the seed of its hash and the rows that hashes name.
        word: The layer that looks at one token.
        context: Those that look at its neighbours too.
        margin: Rows of zeros before the first token and behind the last.
        model: Where they are from; its operations multiply.
    """

    attributes: tuple[str, ...]
    tables: tuple[tuple[int, Floats], ...]
    word: Layer
    context: tuple[Layer, ...]
    margin: int
    model: "Model[list[Doc], list[Floats]]"

    @classmethod
    def of(cls, model: "Model[list[Doc], list[Floats]]") -> Self | None:
        """Read the weights; None where the network is built in another way than the base model's."""
        by_name: dict[str, list[Model[Floats, Floats]]] = {}
        for node in model.walk():
            by_name.setdefault(node.name, []).append(node)
        maxouts, norms = by_name.get("maxout", []), by_name.get("layernorm", [])
        windows, embeds = by_name.get("expand_window", []), by_name.get("hashembed", [])
        features = by_name.get("extract_features", [])
        attributes = tuple(features[0].attrs["columns"]) if len(features) == 1 else ()
        if not (attributes and len(embeds) == len(attributes) and len(maxouts) == len(norms) == len(windows) + 1):
            return None
        if any(each.attrs["window_size"] != NEIGHBOURS for each in windows) or "static_vectors" in by_name:
            return None
        word, *context = [Layer.of(*pair) for pair in zip(maxouts, norms, strict=True)]
        tables = tuple((int(each.attrs["seed"]), np.asarray(each.get_param("E"))) for each in embeds)
        margin = max(int(node.attrs.get("pad", 0)) for node in model.walk())
        return cls(attributes, tables, word, tuple(context), margin, model)

    def __call__(self, doc: "Doc") -> Floats:
        """The vectors of a document's tokens: an array of tokens by outputs."""
        ops = cast("NumpyOps", self.model.ops)
        words, which = _distinct(cast("Ints2d", doc.to_array(list(self.attributes))))
        vectors = np.pad(self.word(self._looked_up(words, ops), ops)[which], ((self.margin, self.margin), (0, 0)))
        for layer in self.context:
            vectors = vectors + layer(_with_neighbours(vectors), ops)
        return vectors[self.margin : len(vectors) - self.margin]

    def _looked_up(self, words: "Ints2d", ops: "NumpyOps") -> Floats:
        """The rows of the tables for each word, added up for each attribute, side by side."""
        return np.hstack(
            [
                table[ops.hash(_column(words, index), seed) % len(table)].sum(axis=1)
                for index, (seed, table) in enumerate(self.tables)
            ]
        )


def _column(rows: "Ints2d", index: int) -> "Ints1d":
    return cast("Ints1d", np.ascontiguousarray(rows[:, index]))


def _distinct(rows: "Ints2d") -> "tuple[Ints2d, Sequence[int]]":
    """The rows without those that come again, and for each row which of them it is."""
    seen: dict[tuple[int, ...], int] = {}
    which = [seen.setdefault(tuple(row), len(seen)) for row in rows.tolist()]
    return cast("Ints2d", np.array(list(seen), dtype=np.uint64).reshape(-1, rows.shape[1])), which


def _with_neighbours(vectors: Floats) -> Floats:
    """Each token's vector between those of its neighbours; there are none before the first and behind the last."""
    width = vectors.shape[1]
    out = np.zeros((len(vectors), 3 * width), dtype=np.float32)
    out[1:, :width] = vectors[:-1]
    out[:, width : 2 * width] = vectors
    out[:-1, 2 * width :] = vectors[1:]
    return out
