"""Figures that stand behind a label and a colon: "Killed: 26. Injured: 104."."""

from collections.abc import Iterator

from spacy.tokens import Doc

from claimx.lexicon.metrics import Role
from claimx.pipeline.metrics.counts import CountReader, counted_by
from claimx.pipeline.metrics.evidence import AFTER, HEAD, Evidence
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import counted_phrase, is_break

LONGEST = 8
"""A label has no more tokens."""

BEFORE_LABEL = frozenset(".;,:!?•|")
ROLES: tuple[Role, ...] = ("state", "noun", "toll")


class LabelReader:
    """Reads figures behind a label.

    Attributes:
        counts: Says which entry the words of the label make fire.
    """

    def __init__(self, counts: CountReader) -> None:
        self.counts = counts

    def read(self, doc: Doc, reading: Reading) -> Reading | None:
        """Give a reading the metric of its label: "Houses destroyed: 40"; None where there is none.

        A figure with words of its own is not the value of a label: "Casualties: 7 dead", "Wanted: 4 lorries"; but the
        next label is none of its words.
        """
        colon = reading.first - 1
        if colon < 1 or doc[colon].text != ":" or reading.noun == "thing":
            return None
        own = self.counts.match(doc, reading)
        if own is not None and own.place in {HEAD, AFTER} and doc[own.token + 1 : own.token + 2].text != ":":
            return None
        start = _label_start(doc, colon)
        named = self.counts.described(doc, reading, counted_phrase(doc, start))
        match = self.counts.matcher.best(doc, _words(start, colon), counted_by(named))
        if match is not None and match.entry.metric in self.counts.lexicon.things:
            return self.counts.with_match(doc, named, match)
        match = self.counts.matcher.best(doc, _words(start, colon), counted_by(reading))
        return None if match is None else self.counts.with_match(doc, reading, match)


def _label_start(doc: Doc, colon: int) -> int:
    """The first token of the label that ends before a colon."""
    start = colon
    while start > max(0, colon - LONGEST):
        before = doc[start - 1]
        if before.text in BEFORE_LABEL or before.like_num or is_break(before):
            break
        start -= 1
    return start


def _words(start: int, colon: int) -> Iterator[Evidence]:
    return (Evidence(index, role, HEAD) for index in range(start, colon) for role in ROLES)
