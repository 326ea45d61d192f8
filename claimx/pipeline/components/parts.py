"""Parts: figures that are parts of another, and figures that take another's place."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.distant_parts import LEAST_SUM, across_sentences
from claimx.pipeline.layers import Candidate, Layers, Link, update
from claimx.textual.numbers import NumberMention

_OPENS = re.compile(
    r"\b(?:includ(?:ing|e[sd]?)|among\s+(?:them|whom|these|those)|(?<=[,;—–]\s)of\s+(?:whom|which|them|those|these)|"
    r"(?<=and\s)of\s+(?:whom|which|them|those|these)|them\s+being|"
    r"made\s+up\s+of|compris(?:ing|e[sd]?)|consist(?:ing|s|ed)\s+of|composed\s+of|namely)\b(?!.*,\s*and\b)[^.“”\"]{0,40}$",
    re.IGNORECASE,
)
"""Words between a total and its parts, near the parts."""

_SHARE_OF = re.compile(r"\bof\s+(?:whom|which|them|those|these)\b[^.]{0,12}$", re.IGNORECASE)
"""Words after which a percentage is of the total before: "3,000 families fled; of these 20% are back"."""

_OF_THEM = re.compile(r"\s+(?:\w+\s+)?(?:of|among)\s+(?:them|whom|which)\b", re.IGNORECASE)
"""Words after a part: "19 were held, six of them students"."""

_WITH = re.compile(r"[^.;]{0,90},\s+with\s+$", re.IGNORECASE)
"""Before a part without a noun of its own: "50 geese were counted, with 12 found dead"."""

_LIST = re.compile(r"\s(?:-{1,2}|–|—)\s[^.]{0,40}$|[:;—–(]\s?(?:the\s+|only\s+)?$")
"""Marks between a total and the list under it: "11 were hurt — four nuns and seven guests"."""

_COMPLETE = re.compile(r"[^.;:()–—]*(?::|\s[-–—]{1,2})\s$")
_MEMBERS = re.compile(r"(?:\s[\w'’-]+){1,4},?(?:\s(?:and|plus))?\s")
_LAST_MEMBER = re.compile(r"(?:\s[\w'’-]+){1,4}\s*(?:[.;)–—\n]|--|$)")
"""Before, in and after a list that claims to be complete: "27 died: ten soldiers and 14 civilians."."""

_ONE_MORE = re.compile(r"[^.;:\d]{0,40}\band\s+an?\s+\w+", re.IGNORECASE)
"""A last member without a number: "six cooks, three drivers, and a guard"."""

_PART_BEFORE = re.compile(
    r"\s*(?:\w+\s+){0,2}?(?:out\s+)?of\s+(?:the|these|those|its|their|his|her|a\s+total\s+of|all)?\s*(?:\w+\s+)?$",
    re.IGNORECASE,
)
"""Between a part and the total after it: "twelve of the 40 miners"."""

_LEADING_OF = re.compile(r"(?:^|[.;,]\s*|\bthat\s+)of\s+(?:the|these|those|its|their)?\s*(?:\w+\s+)?$", re.IGNORECASE)
"""Before a total whose parts follow: "Of the 31 climbers, 24 walked out"."""

_ENDS = re.compile(r"[.!?;]\s|\b(?:while|whereas|but|although|in\s+exchange|in\s+return)\b", re.IGNORECASE)
"""Where the parts of a total end."""

_REVISED = re.compile(
    r"\b(?:revis\w*|rais\w*|lower\w*|ris\w*|rose|up|down|increas\w*|climb\w*|grew|fell|dropped|cut|jump\w*|from)\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s+(?:the\s+|an?\s+)?(?:\w+\s+){0,3}$", re.IGNORECASE)

LIST_ITEM = 60
"""Code points that a member of a list takes at most."""

MOST_PARTS = 6


class Parts:
    """Writes `Layers.links`, one for each candidate."""

    def __call__(self, doc: Doc) -> Doc:
        """Link the candidates of a document to their totals and to what they revise."""
        layers = Layers.of(doc)
        finder = PartFinder(doc, layers.candidates, layers.numbers, [scope.groups for scope in layers.scopes])
        return update(doc, links=finder.links())


class PartFinder:
    """Finds the totals of parts in one document.

    Args:
        doc: The document.
        candidates: Its figures.
        numbers: Its numbers.
        groups: Population tags of each figure.
    """

    def __init__(
        self,
        doc: Doc,
        candidates: Sequence[Candidate],
        numbers: Sequence[NumberMention],
        groups: Sequence[tuple[str, ...]],
    ) -> None:
        self.doc = doc
        self.groups = groups
        self.text = doc.text
        self.candidates = candidates
        self.numbers = numbers
        self.values = [numbers[each.number].value for each in candidates]
        self.whole: dict[int, int] = {}

    def links(self) -> tuple[Link, ...]:
        """The links of all candidates."""
        for sentence in self._sentences():
            self._after_an_opener(sentence)
            self._before_the_total(sentence)
            self._after_a_leading_total(sentence)
            self._by_sum(sentence)
        for part, whole in across_sentences(self.doc, self.candidates, self.numbers, self.groups, self.whole):
            if self._like(whole, part):
                self.whole.pop(part, None)
                self._join(part, whole)
        superseded = self._superseded()
        return tuple(
            Link(part_of=self.whole.get(index), supersedes=superseded.get(index))
            for index in range(len(self.candidates))
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
        """Whether one can be part of the other: of one sort of unit, and no larger."""
        one, other = self.candidates[whole], self.candidates[part]
        bare = self._is_bare(part) and "percent" not in {_sort_of(one.unit), _sort_of(other.unit)}
        same_sort = bare or _sort_of(one.unit) == _sort_of(other.unit)
        big, small = self.values[whole], self.values[part]
        measured = "measure" in {one.metric, other.metric}
        money = (one.metric == "money") == (other.metric == "money")
        return same_sort and money and not measured and (big is None or small is None or small <= big)

    def _is_bare(self, index: int) -> bool:
        """Whether no noun stands behind a figure: "60 confirmed dead", "80 are awaiting release"."""
        counted = self.candidates[index].counted
        return counted is None or counted.start < self.candidates[index].start

    def _join(self, part: int, whole: int) -> None:
        """Make a figure part of another, unless that closes a circle."""
        above: int | None = whole
        while above is not None:
            if above == part:
                return
            above = self.whole.get(above)
        self.whole.setdefault(part, whole)

    def _after_an_opener(self, sentence: Sequence[int]) -> None:
        """Link "60 inmates, including 17 women", "19 were held, six of them students"."""
        for place, part in enumerate(sentence[1:], 1):
            before = sentence[place - 1]
            words = self._between(before, part)
            whole = self._whole_for(part, sentence[:place], words)
            if whole is not None:
                self._join(part, whole)
            elif self._continues(before, part, words) and self._like(self.whole[before], part):
                self._join(part, self.whole[before])

    def _whole_for(self, part: int, earlier: Sequence[int], words: str) -> int | None:
        """The total that the words beside a part point to: the last figure, of the same metric if there is one."""
        after = self.text[self.candidates[part].end : self.candidates[part].end + LIST_ITEM]
        if _SHARE_OF.search(words) and self.candidates[part].unit.startswith("percent"):
            return earlier[-1]
        bare = self._is_bare(part) and _WITH.search(words)
        if not (_OPENS.search(words) or _OF_THEM.match(after) or bare):
            return None
        like = [index for index in earlier if self._like(index, part)]
        same = [index for index in like if self.candidates[index].metric == self.candidates[part].metric]
        return next(reversed(same or like), None)

    def _continues(self, before: int, part: int, words: str) -> bool:
        """Whether a figure stands in one list with the part before it."""
        if before not in self.whole or _ENDS.search(words) or len(words) > LIST_ITEM:
            return False
        joined = re.search(r"(?:,|\band\b|\bplus\b|\bas\s+well\s+as\b)[^,]*$", words)
        one, other = self.candidates[before], self.candidates[part]
        return bool(joined) and one.metric == other.metric and one.unit == other.unit

    def _before_the_total(self, sentence: Sequence[int]) -> None:
        """Link "twelve of the 40 miners"."""
        for part, whole in pairwise(sentence):
            if _PART_BEFORE.fullmatch(self._between(part, whole)) and self._like(whole, part):
                self._join(part, whole)

    def _after_a_leading_total(self, sentence: Sequence[int]) -> None:
        """Link "Of the 31 climbers, 24 walked out and seven were rescued"."""
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
        """A list that stands right under a total and adds up to it: "11 were hurt — four nuns and seven guests"."""
        for place, whole in enumerate(sentence):
            following = sentence[place + 1 :]
            parts = self._adding_up(whole, following)
            if not (parts and self._is_listed(whole, parts)):
                parts = self._complete(whole, following)
            if parts:
                for part in parts:
                    self.whole.pop(part, None)
                    self._join(part, whole)

    def _complete(self, whole: int, parts: Sequence[int]) -> list[int]:
        """The members of a list that claims to be complete, also where they do not add up: the article's own slip."""
        one, total = self.candidates[whole], self.values[whole]
        if not parts or total is None or len(parts) not in range(2, MOST_PARTS) or one.unit != "people":
            return []
        alike = all((self.candidates[p].metric, self.candidates[p].unit) == (one.metric, one.unit) for p in parts)
        listed = all(_MEMBERS.fullmatch(self._between(*pair)) for pair in pairwise(parts))
        ended = _LAST_MEMBER.match(self.text, self.candidates[parts[-1]].end)
        added = sum((self.values[part] or Decimal(0) for part in parts), Decimal(0))
        near = total <= added * 2 and added <= total * 2
        lead = self._between(whole, parts[0])
        closed = _COMPLETE.fullmatch(lead) and not _OPENS.search(lead)
        return list(parts) if alike and listed and ended and near and closed else []

    def _is_listed(self, whole: int, parts: Sequence[int]) -> bool:
        lead = self._between(whole, parts[0])
        if _LIST.search(lead) or _OPENS.search(lead):
            return True
        one = self.candidates[whole]
        same = all((self.candidates[p].metric, self.candidates[p].unit) == (one.metric, one.unit) for p in parts)
        total = self.values[whole]
        many = total is not None and total >= LEAST_SUM and one.unit == "people"
        return "," in lead and len(lead) < LIST_ITEM and same and many

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
        rest = self.text[self.candidates[parts[-1]].end :][:LIST_ITEM] if parts else ""
        added += added == total - 1 and bool(_ONE_MORE.match(rest))
        return parts if added == total and len(parts) > 1 else []

    def _superseded(self) -> dict[int, int]:
        """Read "revised down from 8 to 6", "40, up from 12": the new figure takes the old one's place."""
        out: dict[int, int] = {}
        for sentence in self._sentences():
            for place, old in enumerate(sentence):
                start = self.candidates[old].start
                if not _FROM.search(self.text[max(0, start - 40) : start]):
                    continue
                after = sentence[place + 1] if place + 1 < len(sentence) else None
                if after is not None and re.fullmatch(
                    r"(?:\s+\w+){0,4}\s+to\s+(?:\w+\s+){0,2}", self._between(old, after)
                ):
                    out[after] = old
                elif (
                    place
                    and _REVISED.search(self._between(sentence[place - 1], old))
                    and self._same(sentence[place - 1], old)
                ):
                    out[sentence[place - 1]] = old
        return {new: old for new, old in out.items() if self._same(new, old)}

    def _same(self, one: int, other: int) -> bool:
        """Whether two figures count the same; "up from 12" often leaves out what."""
        metrics = {self.candidates[one].metric, self.candidates[other].metric}
        return len(metrics - {"count"}) <= 1 and self.candidates[one].unit == self.candidates[other].unit


def _sort_of(unit: str) -> str:
    """People, shares and things: no figure of one sort is part of one of another."""
    return "percent" if unit.startswith("percent") else "people" if unit == "people" else "thing"


@Language.factory("claimx_parts", assigns=["doc._.claimx"])
def make_parts(nlp: Language, name: str) -> Parts:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Parts()
