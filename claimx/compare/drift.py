"""CX404: one utterance that two outlets quote in other words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from claimx.compare.bodies import read_named_place
from claimx.compare.naming import name_article
from claimx.compare.places import country_name
from claimx.compare.quoted import Quoted, fits_speaker, like_quotes, read_quotes
from claimx.compare.timeline import read_days
from claimx.lexicon.comparing import word_set
from claimx.records.base import content_id
from claimx.records.extraction import Extraction
from claimx.records.finding import Finding, FindingClaim, Role
from claimx.records.span import Span
from claimx.textual.utterances import GAP, Difference, differences

WINDOW: Final = 3
"""Days between two articles that may quote one utterance; who says much the same a week later says it again."""

LEAST_SHARED, LEAST_TELLING = 5, 3
"""Words that two quotations share in order, and words among them that say something."""

SURE, UNSURE = 0.6, 0.8
"""Share of the shorter quotation that both have: of a speaker whom both name, and of one whom one of them does not."""


@dataclass(frozen=True)
class Drift:
    """Two quotations of one utterance.

    Attributes:
        one: The earlier, or first by name.
        other: The other.
        differs: Where their words differ.
        named: Whether both name the speaker.
    """

    one: Quoted
    other: Quoted
    differs: tuple[Difference, ...]
    named: bool

    @property
    def sides(self) -> tuple[tuple[Quoted, tuple[tuple[int, int], ...]], ...]:
        """Each quotation with its stretches of words that differ, empty ones left out."""
        pairs = [(each.one, each.other) for each in self.differs]
        ones, others = ([pair[side] for pair in pairs] for side in (0, 1))
        return tuple(
            (quoted, tuple(each for each in stretches if each[0] < each[1]))
            for quoted, stretches in ((self.one, ones), (self.other, others))
        )

    @property
    def words(self) -> frozenset[str]:
        """The words that differ."""
        return frozenset(
            word for quoted, stretches in self.sides for a, b in stretches for word in quoted.words[a:b] if word != GAP
        )

    @property
    def tells(self) -> bool:
        """Whether one of the words that differ says something, or denies it: "day" for "street", "not"; no "by"."""
        return bool(self.words & (self.one.telling | self.other.telling | word_set("denying")))


def drift_findings(extractions: Iterable[Extraction]) -> tuple[Finding, ...]:
    """One finding for each way in which two outlets differ in quoting an utterance, the first pair that shows it.

    Args:
        extractions: The articles; their order plays no part.
    """
    quotes = read_quotes(extractions)
    found: dict[tuple[str, frozenset[tuple[str, ...]]], Finding] = {}
    for one, other in like_quotes(quotes):
        drift = _drift(quotes[one], quotes[other])
        if drift is not None:
            said = frozenset(_said(quoted, stretches) for quoted, stretches in drift.sides)
            found.setdefault((_speaker(drift).casefold(), said), _finding(drift))
    return tuple(found.values())


def _drift(one: Quoted, other: Quoted) -> Drift | None:
    fits = fits_speaker(one.speaker, other.speaker)
    if fits is False or not _near(one, other):
        return None
    words, others = one.words, other.words
    shared, differs = differences(words, others)
    if not differs or shared < LEAST_SHARED:
        return None
    drift = Drift(one, other, differs, named=fits is True)
    told = min(len(each.telling) for each in (one, other))
    common = len(one.telling & other.telling)
    spoken = min(sum(word != GAP for word in each) for each in (words, others))
    least = SURE if drift.named else UNSURE
    alike = common >= max(LEAST_TELLING, least * told) and shared >= least * spoken
    # "We will rebuild the port" and "We will rebuild the school": two things said, when each goes on in its own way.
    wide = sum(max(each.one[1] - each.one[0], each.other[1] - each.other[0]) for each in differs)
    return drift if alike and wide <= shared and drift.words - word_set("trifling") else None


def _near(one: Quoted, other: Quoted) -> bool:
    first, second = read_days(one.article.published), read_days(other.article.published)
    return first is None or second is None or first.gap(second) <= WINDOW


def _speaker(drift: Drift) -> str:
    names = [each.speaker.name for each in (drift.one, drift.other) if each.speaker is not None]
    return max(names, key=lambda name: (len(name.split()), len(name), name), default="A speaker")


def _said(quoted: Quoted, stretches: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(" ".join(quoted.words[a:b]) for a, b in stretches)


def _finding(drift: Drift) -> Finding:
    one, other = drift.sides
    shown = (_show("a", *one), _show("b", *other))
    told = [
        f"{name_article(quoted.article)} {_in_words(claim)}"
        for (quoted, _), claim in zip(drift.sides, shown, strict=True)
    ]
    translated = _may_be_translated(drift)
    message = (
        f"{_speaker(drift)} is quoted in two ways: {told[0]}, {told[1]}"
        f"{'; either may be a translation' if translated else ''}."
    )
    sides = sorted((name_article(quoted.article), " ".join(quoted.words)) for quoted, _ in drift.sides)
    return Finding(
        code="CX404",
        level="warning" if drift.named and drift.tells and not translated else "note",
        message=message,
        claims=shown,
        fingerprint=content_id("f", "CX404", *(part for side in sides for part in side)),
    )


def _in_words(claim: FindingClaim) -> str:
    if not claim.differs:
        return "has nothing there"
    return "has " + ", ".join(f"“{' '.join(each.text.split())}”" for each in claim.differs)


def _show(role: Role, quoted: Quoted, stretches: Sequence[tuple[int, int]]) -> FindingClaim:
    quote, article = quoted.quote, quoted.article
    spans = tuple(_span(quoted, a, b) for a, b in stretches)
    start, end = (spans[0].start, spans[-1].end) if spans else (quote.start, quote.end)
    known = article.text is not None and quote.within is None
    return FindingClaim(
        role=role,
        article_id=article.id,
        claim_id=quote.id,
        source=article.source,
        published=article.published,
        path=article.path,
        line=(article.text or "").count("\n", 0, start) + 1 if known else None,
        text=quote.text[start - quote.start : end - quote.start],
        start=start,
        end=end,
        sentence=Span(start=quote.start, end=quote.end, text=quote.text, within=quote.within),
        differs=spans,
    )


def _span(quoted: Quoted, first: int, last: int) -> Span:
    start, end = quoted.spoken[first].start, quoted.spoken[last - 1].end
    quote = quoted.quote
    return Span(start=quote.start + start, end=quote.start + end, text=quote.text[start:end], within=quote.within)


def _may_be_translated(drift: Drift) -> bool:
    """Whether a speaker is of a country where English is not the language of those in office."""
    for each in (drift.one, drift.other):
        if each.speaker is None:
            continue
        about = f"{each.speaker.affiliation or ''} {each.speaker.role or ''}".split()
        named = read_named_place([*about, "", *each.speaker.name.split()] if each.speaker.kind != "person" else about)
        country = named.place.country if named is not None else None
        if country is not None and country_name(country).casefold() not in word_set("english-speaking"):
            return True
    return False
