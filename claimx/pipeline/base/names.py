"""The name recognizer of the base model, decided for all tokens at once instead of one after another.

Its network looks at a token, at the first token of the entity that is open and at the token before. Outside entities
that is the token alone: what it does there is worked out for the whole document in one multiplication, and only the
tokens inside entities are gone through one by one. The annotations are those of spaCy's own loop, at a third of its
time.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from claimx.pipeline.base.encoder import Encoder, Floats

FEATURES, PIECES = 3, 2
"""Of the network: the tokens it looks at, and the pieces of its maxout layer."""

VECTOR_LAYERS = 3
"""Those that make the vectors: the encoder, one that makes an array of a list, and a linear one."""


@dataclass(frozen=True, slots=True)
class Network:
    """All the weights.

    Attributes:
        encoder: From the words to their vectors.
        narrow: From these to the vectors that the rest of the network takes.
        narrow_bias: Of these.
        token: From the vector of the token to the hidden layer, pieces after one another.
        first: The same for the first token of the open entity.
        before: The same for the token before.
        bias: Of the hidden layer.
        outside: `bias`, and what stands for the two tokens that are not there outside entities.
        classes: From the hidden layer to the actions.
        class_bias: Of the actions.
    """

    encoder: Encoder
    narrow: Floats
    narrow_bias: Floats
    token: Floats
    first: Floats
    before: Floats
    bias: Floats
    outside: Floats
    classes: Floats
    class_bias: Floats

    @classmethod
    def of(cls, recognizer: EntityRecognizer) -> Self | None:
        """Read the weights; None where the recognizer is built in another way than the base model's."""
        layers = getattr(recognizer.model, "layers", [])
        if recognizer.model.name != "parser_model" or len(layers) != FEATURES or recognizer.cfg["beam_width"] != 1:
            return None
        lower, upper = layers[1:]
        plain = lower.name == "precomputable_affine" and upper.name == "linear"
        if not plain or (lower.get_dim("nF"), lower.get_dim("nP")) != (FEATURES, PIECES):
            return None
        vectors = recognizer.model.get_ref("tok2vec")
        encoder = Encoder.of(vectors.layers[0]) if len(vectors.layers) == VECTOR_LAYERS else None
        if recognizer.model.attrs["unseen_classes"] or encoder is None or vectors.layers[-1].name != "linear":
            return None
        weights = _pieces_first(lower.get_param("W"))
        pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(FEATURES, -1)
        bias = lower.get_param("b").T.reshape(-1)
        return cls(
            encoder=encoder,
            narrow=vectors.layers[-1].get_param("W"),
            narrow_bias=vectors.layers[-1].get_param("b"),
            token=weights[0],
            first=weights[1],
            before=weights[2],
            bias=bias,
            outside=np.stack((pad[1], pad[2], bias)),
            classes=upper.get_param("W"),
            class_bias=upper.get_param("b"),
        )

    def vectors(self, doc: Doc) -> Floats:
        """What the network knows of each token by itself and its neighbours; shape (tokens, width)."""
        return self.encoder(doc) @ self.narrow.T + self.narrow_bias

    def scores_outside(self, tokens: Floats, actions: NDArray[np.intp]) -> Floats:
        """Scores of some actions for each token, where no entity is open; shape (tokens, actions)."""
        hidden = tokens @ self.token.T
        for part in self.outside:
            hidden += part
        return self._maxout(hidden) @ self.classes[actions].T + self.class_bias[actions]

    def scores_inside(self, tokens: Floats, index: int, first: Floats, actions: list[int]) -> Floats:
        """Scores of some actions for one token of the entity whose first token gave `first`; shape (actions,)."""
        hidden = self.token @ tokens[index] + first
        hidden += self.before @ tokens[index - 1]
        hidden += self.bias
        return self.classes[actions] @ self._maxout(hidden) + self.class_bias[actions]

    @staticmethod
    def _maxout(hidden: Floats) -> Floats:
        half = hidden.shape[-1] // PIECES
        return np.maximum(hidden[..., :half], hidden[..., half:])


def _pieces_first(weights: Floats) -> Floats:
    """From (features, outputs, pieces, inputs) to (features, pieces by outputs, inputs)."""
    features, outputs, pieces, inputs = weights.shape
    return np.ascontiguousarray(weights.transpose(0, 2, 1, 3).reshape(features, pieces * outputs, inputs))


class Names:
    """Writes `doc.ents` as the recognizer that it is made of does.

    Args:
        recognizer: The recognizer of a base model.
        network: Its weights.
    """

    def __init__(self, recognizer: EntityRecognizer, network: Network) -> None:
        self.network = network
        # Not `move_names`, which leaves out the one that blocks entities, and so counts wrong behind it.
        names = [recognizer.moves.get_class_name(index) for index in range(recognizer.moves.n_moves)]
        self.moves: list[tuple[str, str]] = [(name[0], name[2:]) for name in names]
        self.opening = np.array(
            [index for index, (move, label) in enumerate(self.moves) if move in "BUO" and (label or move == "O")]
        )
        kinds = np.array([self.moves[index][0] for index in self.opening])
        self.begins, self.any_entity = kinds == "B", kinds != "O"
        self.inside = {
            label: [index for index, move in enumerate(self.moves) if move in {("I", label), ("L", label)}]
            for _, label in self.moves
        }

    def __call__(self, doc: Doc) -> Doc:
        """Mark the entities of a parsed document on which no entity is set."""
        if len(doc):
            doc.set_ents([Span(doc, *each) for each in self.find(doc)], default="outside")
        return doc

    def find(self, doc: Doc) -> list[tuple[int, int, str]]:
        """First token, one past the last, and label of each entity, in order."""
        tokens = self.network.vectors(doc)
        last_of_sentence = np.append(doc.to_array("SENT_START")[1:] == 1, True)
        scores = self.network.scores_outside(tokens, self.opening)
        scores[np.ix_(last_of_sentence, self.begins)] = -np.inf
        scores[np.ix_(doc.to_array("IS_SPACE") == 1, self.any_entity)] = -np.inf
        best = scores.argmax(axis=1)
        found: list[tuple[int, int, str]] = []
        end = 0
        for start in np.flatnonzero(self.any_entity[best]).tolist():
            if start >= end:
                move, label = self.moves[self.opening[best[start]]]
                end = start + 1 if move == "U" else self._end(tokens, start, label, last_of_sentence)
                found.append((start, end, label))
        return found

    def _end(self, tokens: Floats, start: int, label: str, last_of_sentence: NDArray[np.bool_]) -> int:
        """One past the last token of an entity that begins at `start` and has a second token."""
        first = self.network.first @ tokens[start]
        actions = self.inside[label]
        index = start + 1
        while not last_of_sentence[index]:
            best = actions[int(self.network.scores_inside(tokens, index, first, actions).argmax())]
            if self.moves[best][0] == "L":
                break
            index += 1
        return index + 1


@Language.factory("claimx_names", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_names(nlp: Language, name: str) -> Names:  # noqa: ARG001 - the signature of a factory
    """Build the component from the recognizer that the pipeline has.

    Raises:
        ValueError: If there is none, or it is built in another way than the base model's.
    """
    recognizer = nlp.get_pipe("ner")
    network = Network.of(recognizer) if isinstance(recognizer, EntityRecognizer) else None
    if network is None:
        raise ValueError("the name recognizer is not built as that of the base model")
    return Names(recognizer, network)
