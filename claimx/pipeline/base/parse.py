"""The parser of the base model, which reads all paragraphs of a document side by side.

A transition parser goes from word to word, and each of its steps multiplies a matrix with one vector. Where a sentence
is known to begin, as each paragraph does, no arc crosses and the stack is empty, so that what lies on both sides can be
parsed at once: one multiplication for the steps of all paragraphs. The annotations are those of spaCy's own loop, at
a third of its time, but for one defect of that: at the end of a paragraph it may still break the sentence behind
the first word of the next, and "Cleveland Marsh will spend …" was "Cleveland" and a sentence on one Marsh.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, TypedDict, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, HEAD
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc

if TYPE_CHECKING:
    from thinc.types import Ints2d

ROOT = "ROOT"

Bounds = NDArray[np.int64]
"""The column SENT_START of a document."""

SENTENCE_STARTS = {1: True, 0: None, -1: False}
"""What a document takes for the numbers in its column SENT_START."""


class Arc(TypedDict):
    """A relation between two tokens, by their numbers in what is parsed; the label as spaCy numbers it."""

    head: int
    child: int
    label: int


class State(Protocol):
    """Where the parser is in one paragraph, and at the end what it made of it."""

    arcs: Sequence[Arc]


class ParagraphParser:
    """Writes heads and relations as the parser that it is made of does.

    Args:
        parser: The parser of a base model, which listens to token vectors that are in the document.
    """

    def __init__(self, parser: DependencyParser) -> None:
        self.parser = parser
        self.root = parser.vocab.strings.add(ROOT)
        last = parser.model.layers[-1]
        self.weights = np.ascontiguousarray(last.get_param("W").T)
        self.bias = last.get_param("b")

    @staticmethod
    def can_run(parser: DependencyParser) -> bool:
        """Whether a parser is built as that of the base model."""
        return (
            parser.model.name == "parser_model"
            and parser.cfg["beam_width"] == 1
            and parser.model.layers[-1].name == "linear"
            and not parser.model.attrs["unseen_classes"]
            and "tok2vec-listener" in parser.model.get_ref("tok2vec").name
        )

    def __call__(self, doc: Doc) -> Doc:
        """Write the heads of a document with token vectors; a word that opens a sentence is kept as such."""
        if not len(doc):
            return doc
        bounds = doc.to_array("SENT_START").astype(np.int64)
        stretches = list(_stretches(bounds))
        copies = [_copy(doc, bounds, *each) for each in stretches]
        heads = np.zeros(len(doc), dtype=np.int64)
        relations = np.full(len(doc), self.root, dtype=np.uint64)
        for (start, _), state in zip(stretches, self._parse(copies), strict=True):
            for arc in state.arcs:
                heads[start + arc["child"]] = arc["head"] - arc["child"]
                relations[start + arc["child"]] = arc["label"]
        relations[heads == 0] = self.root
        doc.from_array([HEAD, DEP], cast("Ints2d", np.stack((heads.astype(np.uint64), relations), axis=1)))
        for finish in self.parser.postprocesses:
            finish(doc)
        return doc

    def _parse(self, stretches: Sequence[Doc]) -> Sequence[State]:
        """The final states, after all steps."""
        states: Sequence[State] = self.parser.moves.init_batch(stretches)
        step = self.parser.model.predict(stretches)
        going = states
        while going:
            scores = step.state2vec.predict(step.get_token_ids(going)) @ self.weights
            scores += self.bias
            going = self.parser.transition_states(going, scores)
        step.clear_memory()
        return states


def _stretches(bounds: Bounds) -> Iterator[tuple[int, int]]:
    """First token and one past the last of what is parsed by itself, with the token behind it.

    That token opens a sentence. No arc is drawn to it, but the parser looks at it before it ends what comes before.
    """
    opens = np.flatnonzero(bounds[1:] == 1) + 1
    for start, end in pairwise([0, *opens.tolist(), len(bounds)]):
        yield start, min(end + 1, len(bounds))


def _copy(doc: Doc, bounds: Bounds, start: int, end: int) -> Doc:
    """A document of as many tokens, with what the parser asks for: where sentences begin, and the vectors."""
    starts: list[int | bool | None] = [SENTENCE_STARTS[each] for each in bounds[start:end].tolist()]
    copy = Doc(doc.vocab, words=["a"] * (end - start), sent_starts=starts)
    copy.tensor = doc.tensor[start:end]
    return copy


@Language.factory("claimx_parse", assigns=["token.head", "token.dep", "token.is_sent_start", "doc.sents"])
def make_parse(nlp: Language, name: str) -> ParagraphParser:  # noqa: ARG001 - the signature of a factory
    """Build the component from the parser that the pipeline has.

    Raises:
        ValueError: If there is none, or it is built in another way than the base model's.
    """
    parser = nlp.get_pipe("parser")
    if not isinstance(parser, DependencyParser) or not ParagraphParser.can_run(parser):
        raise ValueError("the parser is not built as that of the base model")
    return ParagraphParser(parser)
