"""Claims: which candidates an article really puts forward as figures."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.layers import Candidate, Layers, update
from claimx.pipeline.phrases import token_range
from claimx.pipeline.wording import Wording

NO_PROSE = frozenset({"furniture", "table"})
"""Zones whose figures the article does not put forward."""

DEFINITE = frozenset({"the", "these", "those", "all", "both", "our", "your", "his", "her", "my"})
POINTING = frozenset({"these", "those"})
POSSESSIVE = frozenset({"POS", "PRP$"})
SUPERLATIVE = frozenset({"JJS", "RBS"})
SMALL = 12
"""A definite count up to this may merely point back; a larger one is always a figure."""


class Claims:
    """Writes `Layers.claims`: the candidates that are no furniture and do not merely point back.

    Attributes:
        generic: Nouns that a definite count of never states a figure: "the two sides".
    """

    def __init__(self, *, generic: frozenset[str]) -> None:
        self.generic = generic

    def __call__(self, doc: Doc) -> Doc:
        """Choose the claims of a document whose candidates are set."""
        layers = Layers.of(doc)
        text = Wording.of(doc).text
        kept = tuple(
            index
            for index, candidate in enumerate(layers.candidates)
            if layers.zone_at(candidate.start) not in NO_PROSE and not self._points_back(doc, text, layers, index)
        )
        return update(doc, claims=kept)

    def _points_back(self, doc: Doc, text: str, layers: Layers, index: int) -> bool:
        """Whether a small count only takes up what was named before: "the two leaders", "its two ports"."""
        candidate = layers.candidates[index]
        number = layers.numbers[candidate.number]
        where = token_range(doc, candidate.start, candidate.end)
        if where is None or where[0] == 0 or number.kind != "count" or number.value is None or number.value > SMALL:
            return False
        first = where[0]
        if candidate.metric != "count":
            return doc[first - 1].lower_ in POINTING or (doc[first - 1].lower_ == "the" and _is_repeated(layers, index))
        if doc[first - 1].tag_ in POSSESSIVE or candidate.head is None:
            return doc[first - 1].tag_ in POSSESSIVE or doc[first - 1].lower_ in DEFINITE
        definite = doc[first - 1].lower_ in DEFINITE
        return definite and not _is_total(doc, first) and self._is_known(doc, text, candidate)

    def _is_known(self, doc: Doc, text: str, candidate: Candidate) -> bool:
        """Whether the counted noun is generic or was named before; "the two latest floods" are new."""
        if candidate.head is None or candidate.counted is None:
            return True
        counted = token_range(doc, candidate.counted.start, candidate.counted.end)
        if counted is not None and any(token.tag_ in SUPERLATIVE for token in doc[counted[0] : counted[1]]):
            return False
        head = text[candidate.head.start : candidate.head.end].casefold()
        earlier = text[: candidate.start].casefold()
        return head in self.generic or head in earlier or head.removesuffix("s") in earlier


def _is_repeated(layers: Layers, index: int) -> bool:
    """Whether the same number of the same unit was given before."""
    candidate, number = layers.candidates[index], layers.numbers[layers.candidates[index].number]
    return any(
        layers.numbers[each.number].value == number.value and each.unit == candidate.unit
        for each in layers.candidates[:index]
    )


def _is_total(doc: Doc, first: int) -> bool:
    """Whether a definite count is the whole of another figure: "Of the nine ports", "two of the nine"."""
    of = first - 2
    return of >= 0 and doc[of].lower_ == "of" and (doc[of].is_title or of == 0 or doc[of - 1].like_num)


@Language.factory("claimx_claims", assigns=["doc._.claimx"], requires=["doc._.claimx"])
def make_claims(nlp: Language, name: str) -> Claims:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return Claims(generic=load_lexicon().metrics.settings["generic"])
