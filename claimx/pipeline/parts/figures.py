"""The figures of a document as the rules about parts look at them, and what has been linked so far."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, Layers
from claimx.pipeline.wording import Wording, span_over

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
PLURAL = frozenset({"NNS", "NNPS"})
RESTRICTING = frozenset({"acl", "relcl", "amod"})

ALIVE = frozenset({"injured", "missing", "rescued", "trapped", "displaced", "affected"})
"""What those are not whom a toll of the dead counts."""

FEWEST_SHARED = 4
"""Shares of fewer are none: "51% of the two-party vote"."""

NAMED = 30
"""Code points from a part to the number that it is of."""


class Figures:
    """The figures of a document, by their index in `Layers.candidates`.

    Args:
        doc: The document.
        layers: What is known of it.

    Attributes:
        text: Its text.
        candidates: Its figures.
        scopes: Who, where and when of each.
        groups: Population tags of each.
        values: The number of each, None where it is vague.
        sentence: First token of the sentence of each, -1 where none holds it.
        whole: The total of each part found so far.
    """

    def __init__(self, doc: Doc, layers: Layers) -> None:
        self.text = Wording.of(doc).text
        self.candidates: Sequence[Candidate] = layers.candidates
        self.scopes = layers.scopes
        self.groups = [frozenset(scope.groups) for scope in layers.scopes]
        self.numbers = [layers.numbers[each.number] for each in layers.candidates]
        self.values = [each.value for each in self.numbers]
        taken = {each.number for each in layers.candidates}
        self._bare_numbers = [each for index, each in enumerate(layers.numbers) if index not in taken]
        self._doc = doc
        spans = [span_over(doc, each.start, each.end) for each in layers.candidates]
        wording = Wording.of(doc)
        self.sentence = [wording.sentence(doc, span.start)[0] if span is not None else -1 for span in spans]
        self.whole: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.candidates)

    def sentences(self) -> Iterator[list[int]]:
        """The figures of each sentence, in order."""
        held: dict[int, list[int]] = {}
        for index, start in enumerate(self.sentence):
            held.setdefault(start, []).append(index)
        yield from (held[start] for start in sorted(held))

    def start_of(self, index: int) -> int:
        """First code point of the sentence of a figure."""
        return self._doc[max(0, self.sentence[index])].idx

    def between(self, one: int, other: int) -> str:
        """The words between two figures."""
        return self.text[self.candidates[one].end : self.candidates[other].start]

    def before(self, index: int, reach: int) -> str:
        """At most `reach` code points before a figure."""
        start = self.candidates[index].start
        return self.text[max(0, start - reach) : start]

    def lead(self, index: int, reach: int) -> str:
        """At most `reach` code points before a figure, none of them of an earlier sentence."""
        start = self.candidates[index].start
        return self.text[max(self.start_of(index), start - reach) : start]

    def after(self, index: int, reach: int) -> str:
        """At most `reach` code points after a figure."""
        end = self.candidates[index].end
        return self.text[end : end + reach]

    def says_on(self, index: int, offset: int) -> bool:
        """Whether a clause goes on so many code points after a figure: "half of those were", not "of those asked"."""
        end = self.candidates[index].end + offset
        span = span_over(self._doc, end, end + 2)
        if span is None or span[-1].is_punct or span[-1].pos_ == "ADV":
            return True
        return span[-1].tag_ in FINITE or (span[-1].pos_ == "VERB" and span[-1].dep_ not in RESTRICTING)

    def has_verb(self, start: int, end: int) -> bool:
        """Whether a finite verb stands in a stretch of the text."""
        span = self._doc.char_span(start, end, alignment_mode="contract")
        return span is not None and any(token.tag_ in FINITE for token in span)

    def has_own_clause(self, whole: int, part: int) -> bool:
        """Whether a figure has a verb of its own behind it: "12 died, including a nurse, and four died in Orsa"."""
        one, other = self.candidates[whole].predicate, self.candidates[part].predicate
        return other is not None and other != one and other.start >= self.candidates[part].end

    def hangs_on(self, whole: int, opener: int) -> bool:
        """Whether no other things stand between a figure and "including": "nine smugglers, including four leaders"."""
        counted = self.candidates[whole].counted
        end = max(self.candidates[whole].end, counted.end if counted else 0)
        span = self._doc.char_span(end, opener, alignment_mode="contract") if end < opener else None
        return span is None or not any(token.tag_ in PLURAL for token in span)

    def named_after(self, part: int, wording: re.Pattern[str]) -> Decimal | None:
        """The number that words right after a figure lead to and that is no figure itself: "two of the six"."""
        end = self.candidates[part].end
        for number in self._bare_numbers:
            if end < number.start <= end + NAMED and wording.fullmatch(self.text[end : number.start]):
                return number.value
        return None

    def sum_of(self, indices: Sequence[int]) -> Decimal:
        """What figures add up to; a vague one adds nothing."""
        return sum((self.values[index] or Decimal(0) for index in indices), Decimal(0))

    def is_like(self, whole: int, part: int) -> bool:
        """Whether one can be part of the other: of one sort of unit, and no larger."""
        one, other = self.candidates[whole], self.candidates[part]
        bare = self.is_bare(part) and "percent" not in {sort_of(one.unit), sort_of(other.unit)}
        same_sort = bare or sort_of(one.unit) == sort_of(other.unit)
        big, small = self.values[whole], self.values[part]
        return same_sort and self._can_mix(whole, part) and (big is None or small is None or small <= big)

    def is_within(self, whole: int, part: int) -> bool:
        """Whether one can be part of the other where the words say so: "three of the four shot were teenagers"."""
        units = {sort_of(self.candidates[each].unit) for each in (whole, part)}
        big, small = self.values[whole], self.values[part]
        smaller = big is not None and small is not None and small <= big
        return "percent" not in units and self._can_mix(whole, part) and smaller

    def _can_mix(self, whole: int, part: int) -> bool:
        one, other = self.candidates[whole].metric, self.candidates[part].metric
        living = one == "killed" and other in ALIVE
        return "measure" not in {one, other} and (one == "money") == (other == "money") and not living

    def is_share(self, whole: int, part: int) -> bool:
        """Whether a figure is a share that can be one of the other: "half of the 60 buses"."""
        one, other = self.candidates[whole], self.candidates[part]
        counts = sort_of(one.unit) != "percent" and one.metric != "measure"
        value = self.values[whole]
        many = value is None or value >= FEWEST_SHARED
        return other.unit.startswith("percent") and other.basis == "total" and counts and many

    def nouns(self, index: int) -> frozenset[str]:
        """What a figure counts and what tells it, in lower case: "six murders" counts people by their murders."""
        candidate = self.candidates[index]
        spans = (span for span in (candidate.head, candidate.predicate) if span is not None)
        return frozenset(self.text[span.start : span.end].casefold() for span in spans)

    def is_alike(self, whole: int, part: int) -> bool:
        """Whether two figures have the same metric and unit."""
        one, other = self.candidates[whole], self.candidates[part]
        return (one.metric, one.unit) == (other.metric, other.unit)

    def is_bare(self, index: int) -> bool:
        """Whether no noun stands behind a figure: "60 confirmed dead", "80 are awaiting release"."""
        counted = self.candidates[index].counted
        return counted is None or counted.start < self.candidates[index].start

    def join(self, part: int, whole: int) -> None:
        """Make a figure part of another, unless it is none, is part of one or that closes a circle."""
        if 0 in {self.values[part], self.values[whole]}:
            return
        above: int | None = whole
        while above is not None:
            if above == part:
                return
            above = self.whole.get(above)
        self.whole.setdefault(part, whole)

    def rejoin(self, part: int, whole: int) -> None:
        """Make a figure part of another, also where it was part of a third."""
        self.whole.pop(part, None)
        self.join(part, whole)


def sort_of(unit: str) -> str:
    """People, shares and things: no figure of one sort is part of one of another."""
    return "percent" if unit.startswith("percent") else "people" if unit == "people" else "thing"
