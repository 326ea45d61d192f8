"""Parts: figures that are parts of another, and figures that take another's place."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, Layers, Link, update
from claimx.textual.numbers import NumberMention

_OPENS = re.compile(
    r"\b(?:including|among\s+(?:them|whom|these|those)|of\s+(?:whom|which|them|those|these)|them\s+being|made\s+up\s+of|"
    r"comprising|consisting\s+of|composed\s+of|as\s+follows|distributed|broken\s+down|namely)\b",
    re.IGNORECASE,
)
"""Words between a total and its parts."""

_LIST = re.compile(r"\s(?:-{1,2}|–|—)\s|[:—–(]")
"""Marks between a total and the list under it: "33 … — eight soldiers and 25 civilians"."""

_PART_BEFORE = re.compile(r"\s*(?:\w+\s+){0,2}?(?:out\s+)?of\s+(?:the|these|those|its|their|his|her|a\s+total\s+of|all)?\s*(?:\w+\s+)?$", re.IGNORECASE)
"""Between a part and the total after it: "12 of about 50 workers", "two of the seven students"."""

_LEADING_OF = re.compile(r"(?:^|[.;,]\s*|\bthat\s+)of\s+(?:the|these|those|its|their)?\s*(?:\w+\s+)?$", re.IGNORECASE)
"""Before a total whose parts follow: "Of the 30 personnel on board, 23 are rescued"."""

_ENDS = re.compile(r"[.!?;]\s|\b(?:while|whereas|but|although|in\s+exchange|in\s+return)\b", re.IGNORECASE)
"""Where the parts of a total end."""

_REVISED = re.compile(
    r"\b(?:revis\w*|rais\w*|lower\w*|ris\w*|rose|up|down|increas\w*|climb\w*|grew|fell|dropped|cut|jump\w*|from)\b", re.IGNORECASE
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE)

MOST_PARTS = 6
SAME_FAMILY = (frozenset({"killed", "injured", "casualties", "arrested", "missing", "rescued", "personnel", "count", "trapped"}),)


class Parts:
    """Writes `Layers.links`, one for each candidate."""

    def __call__(self, doc: Doc) -> Doc:
        """Link the candidates of a document to their totals and to what they revise."""
        layers = Layers.of(doc)
        finder = PartFinder(doc, layers.candidates, layers.numbers)
        return update(doc, links=finder.links())


class PartFinder:
    """Finds the totals of parts in one document.

    Args:
        doc: The document.
        candidates: Its figures.
        numbers: Its numbers.
    """

    def __init__(self, doc: Doc, candidates: Sequence[Candidate], numbers: Sequence[NumberMention]) -> None:
        self.doc = doc
        self.text = doc.text
        self.candidates = candidates
        self.values = [numbers[each.number].value for each in candidates]
        self.whole: dict[int, int] = {}

    def links(self) -> tuple[Link, ...]:
        """The links of all candidates."""
        for sentence in self._sentences():
            self._after_an_opener(sentence)
            self._before_the_total(sentence)
            self._after_a_leading_total(sentence)
            self._by_sum(sentence)
        self._across_sentences()
        superseded = self._superseded()
        return tuple(
            Link(part_of=self.whole.get(index), supersedes=superseded.get(index)) for index in range(len(self.candidates))
        )

    def _sentences(self) -> Iterator[list[int]]:
        held: dict[int, list[int]] = {}
        for index, candidate in enumerate(self.candidates):
            span = self.doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
            held.setdefault(span.sent.start if span is not None else -1, []).append(index)
        yield from (held[start] for start in sorted(held))

    def _between(self, one: int, other: int) -> str:
        return self.text[self.candidates[one].end : self.candidates[other].start]

    def _like(self, whole: int, part: int) -> bool:
        """Whether one can be part of the other: of one unit, and no larger."""
        one, other = self.candidates[whole], self.candidates[part]
        same_unit = one.unit == other.unit or {one.unit, other.unit} <= {"people"} or other.unit.startswith("percent") == one.unit.startswith("percent")
        big, small = self.values[whole], self.values[part]
        kinds = one.metric in {"measure"} or other.metric in {"measure"}
        return same_unit and not kinds and (big is None or small is None or small <= big)

    def _join(self, part: int, whole: int) -> None:
        """Make a figure part of another, unless that closes a circle."""
        above: int | None = whole
        while above is not None:
            if above == part:
                return
            above = self.whole.get(above)
        self.whole.setdefault(part, whole)

    def _after_an_opener(self, sentence: Sequence[int]) -> None:
        """"240 Palestinians, including 71 women and 169 children"; "130 remain, including 33 … — eight … and 25 …"."""
        for place, part in enumerate(sentence[1:], 1):
            whole = sentence[place - 1]
            words = self._between(whole, part)
            if _OPENS.search(words) and self._like(whole, part):
                self._join(part, whole)
            elif self._continues(whole, part, words) and self._like(self.whole[whole], part):
                self._join(part, self.whole[whole])

    def _continues(self, before: int, part: int, words: str) -> bool:
        """Whether a figure stands in one list with the part before it."""
        in_list = before in self.whole and not _ENDS.search(words) and len(words) < 60  # noqa: PLR2004 - a list item
        joined = re.search(r"(?:,|\band\b|\bplus\b|\bas\s+well\s+as\b)[^,]*$", words)
        return bool(in_list and joined and self.candidates[before].metric == self.candidates[part].metric)

    def _before_the_total(self, sentence: Sequence[int]) -> None:
        """"12 of about 50 buried workers"; "four of the nine students"."""
        for part, whole in zip(sentence, sentence[1:], strict=False):
            if _PART_BEFORE.fullmatch(self._between(part, whole)) and self._like(whole, part):
                self._join(part, whole)

    def _after_a_leading_total(self, sentence: Sequence[int]) -> None:
        """"Of the 30 personnel on board, 23 are rescued, four are killed and three are missing"."""
        for place, whole in enumerate(sentence):
            start = max(0, self.candidates[whole].start - 40)
            if not _LEADING_OF.search(self.text[start : self.candidates[whole].start]):
                continue
            if place and whole in self.whole.values():
                continue
            for part in sentence[place + 1 : place + 1 + MOST_PARTS]:
                if self._like(whole, part):
                    self._join(part, whole)

    def _by_sum(self, sentence: Sequence[int]) -> None:
        """A list that stands right under a total and adds up to it: "33 … — eight soldiers and 25 civilians"."""
        for place, whole in enumerate(sentence):
            parts = self._adding_up(whole, sentence[place + 1 :])
            if parts and self._is_listed(whole, parts):
                for part in parts:
                    self.whole.pop(part, None)
                    self._join(part, whole)

    def _is_listed(self, whole: int, parts: Sequence[int]) -> bool:
        lead = self._between(whole, parts[0])
        if _LIST.search(lead) or _OPENS.search(lead):
            return True
        return "," in lead and len(lead) < 60 and all(self.candidates[part].metric == self.candidates[whole].metric for part in parts)  # noqa: PLR2004

    def _adding_up(self, whole: int, following: Sequence[int]) -> list[int]:
        """The figures right after a total, two at least, that add up to it."""
        total = self.values[whole]
        if total is None or total < 2:  # noqa: PLR2004 - no two parts
            return []
        parts: list[int] = []
        added = Decimal(0)
        for index in following[:MOST_PARTS]:
            value = self.values[index]
            if value is None or not self._like(whole, index):
                return []
            parts.append(index)
            added += value
            if added >= total:
                break
        return parts if added == total and len(parts) > 1 else []

    def _across_sentences(self) -> None:
        """A sentence that gives the parts of a total before it: "35 people died in … . 26 peasants … and 9 rebels"."""
        sentences = list(self._sentences())
        for before, after in zip(sentences, sentences[1:], strict=False):
            for whole in reversed(before):
                parts = self._adding_up(whole, after)
                same = {self.candidates[part].metric for part in parts} == {self.candidates[whole].metric}
                lead = self._between(whole, after[0])
                told = re.search(r"\b(?:these|those|them|following|follows|distributed)\b[^.]*:?\s*$", lead, re.IGNORECASE)
                if parts and (same or told) and not any(part in self.whole for part in parts):
                    for part in parts:
                        self._join(part, whole)
                    break

    def _superseded(self) -> dict[int, int]:
        """"revised down from 8 to 6", "40, up from 12": the new figure takes the old one's place."""
        out: dict[int, int] = {}
        for sentence in self._sentences():
            for place, old in enumerate(sentence):
                start = self.candidates[old].start
                if not _FROM.search(self.text[max(0, start - 40) : start]):
                    continue
                after = sentence[place + 1] if place + 1 < len(sentence) else None
                if after is not None and re.fullmatch(r"(?:\s+\w+){0,4}\s+to\s+(?:\w+\s+){0,2}", self._between(old, after)):
                    out[after] = old
                elif place and _REVISED.search(self._between(sentence[place - 1], old)) and self._same(sentence[place - 1], old):
                    out[sentence[place - 1]] = old
        return {new: old for new, old in out.items() if self._same(new, old)}

    def _same(self, one: int, other: int) -> bool:
        return self.candidates[one].metric == self.candidates[other].metric and self.candidates[one].unit == self.candidates[other].unit


@Language.factory("claimx_parts", assigns=["doc._.claimx"])
def make_parts(nlp: Language, name: str) -> Parts:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Parts()
