"""Certainty: whether a figure is stated as fact, or believed, presumed, alleged, denied or supposed."""

import re

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.certainty.governing import governing
from claimx.pipeline.certainty.words import CertaintyWords, load_certainty_words
from claimx.pipeline.layers import Candidate, Hold, Layers, update
from claimx.pipeline.wording import Wording, span_over
from claimx.records.claim import Certainty

_STRENGTH: tuple[Certainty, ...] = ("denied", "alleged", "presumed", "hypothetical", "believed", "asserted")
"""Of several doubts the stronger holds: claims that 50 are feared missing are claims."""

_LIST_OPENS = re.compile(r"\s(?:—|–|--?)\s$|:\s$")
_LIST_JOINS = re.compile(r"\s[\w\s-]{1,40}\b(?:and|,)\s")


class CertaintyComponent:
    """Writes `Layers.holds`, one for each candidate.

    Args:
        words: Words that say how sure a text is.
    """

    def __init__(self, *, words: CertaintyWords) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Tell how sure the text is of each candidate."""
        layers = Layers.of(doc)
        text = Wording.of(doc).text
        holds: list[Hold] = []
        for index, candidate in enumerate(layers.candidates):
            negated = layers.numbers[candidate.number].negated
            stated = "denied" if negated else self._certainty(doc, candidate)
            if index and not negated and self._lists_on(doc, text, layers.candidates[index - 1], candidate):
                stated = min(stated or "asserted", holds[-1].certainty, key=_STRENGTH.index)
            holds.append(Hold(stated or "asserted", negated))
        return update(doc, holds=tuple(holds))

    def _certainty(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        span = span_over(doc, candidate.start, candidate.end)
        if span is None:
            return None
        beside = self._beside(doc, candidate)
        if beside or self._is_given(doc, span.start):
            return beside
        found = list(governing(candidate, span.root, self.words))
        return min(found, key=_STRENGTH.index, default=None)

    def _lists_on(self, doc: Doc, text: str, before: Candidate, candidate: Candidate) -> bool:
        """Whether a figure goes on with a list under the one before: "nine presumed dead — two sailors, seven guests".

        What an adjective says of one noun it says not of the next: "90 suspected cases and 40 confirmed cases".
        """
        between = text[before.end : candidate.start]
        opened = _LIST_OPENS.search(between)
        joined = _LIST_JOINS.fullmatch(between)
        named = candidate.head is not None and candidate.head.start >= candidate.end
        apart = named and joined and not opened and self._beside(doc, before) is not None
        return bool((opened and "." not in between) or joined) and before.metric == candidate.metric and not apart

    def _beside(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        """An adjective of what is counted, or a clause on it: "17 suspected cases", "nine who are presumed dead".

        "People suspected of theft" are there, whatever they did.
        """
        adjectives, verbs = self.words.of("adjective"), self.words.of("verb")
        end = candidate.head.end if candidate.head and candidate.head.end > candidate.end else candidate.end
        span = span_over(doc, candidate.start, end)
        if span is None:
            return None
        for token in span:
            if token.lower_ in adjectives:
                return adjectives[token.lower_]
            for clause in token.children:
                passive = clause.tag_ == "VBN" and clause.dep_ in {"relcl", "acl"}
                of = any(child.dep_ == "prep" and child.lower_ in {"of", "with"} for child in clause.children)
                if passive and not of and clause.lemma_.casefold() in verbs:
                    return verbs[clause.lemma_.casefold()]
        return None

    def _is_given(self, doc: Doc, first: int) -> bool:
        """Whether the figure is one that is known: "demand the return of the 39 prisoners", "the other five"."""
        definite = self.words.of("definite")
        if first > 1 and doc[first - 1].lower_ in {"other", "remaining"} and doc[first - 2].lower_ in definite:
            return True
        return first > 0 and doc[first - 1].lower_ in definite


@Language.factory("claimx_certainty", assigns=["doc._.claimx"])
def make_certainty(nlp: Language, name: str) -> CertaintyComponent:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return CertaintyComponent(words=load_certainty_words())
