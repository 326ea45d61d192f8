"""Two versions of one article, figure by figure: what was added, dropped or changed, and whether a note says so."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from claimx.compare.articles import by_date, show_article
from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.folding import content
from claimx.compare.outcome import with_findings
from claimx.compare.reading import read_figures
from claimx.compare.reason import name_source
from claimx.compare.settings import CompareSettings
from claimx.compare.verdict import compare_figures
from claimx.lexicon.correction_notes import correction_patterns
from claimx.records.base import Level
from claimx.records.comparison import Comparison
from claimx.records.extraction import Extraction
from claimx.records.finding import Finding, Role
from claimx.records.revision import Revision

ALIKE: Final = 0.4
"""Share of words, numbers left out, that the sentences of one figure have in common in two versions."""

NUMBER = re.compile(r"\d[\d,.]*\d|\d")
LAST_DAY, YEARS = 31, range(1900, 2101)
WARNING: Final[Level] = "warning"
NOTE: Final[Level] = "note"
Change = Literal["added", "dropped", "value", "hedge", "attribution"]


@dataclass(frozen=True, slots=True)
class Revised:
    """What became of a figure.

    Attributes:
        old: The figure of the older version.
        new: That of the newer one.
        change: What is different.
        noted: Whether the newer version says so.
    """

    old: Figure | None
    new: Figure | None
    change: Change
    noted: bool

    def record(self) -> Revision:
        """What the document says of it."""
        a, b = self.old.id if self.old else None, self.new.id if self.new else None
        return Revision(a=a, b=b, change=self.change, noted=self.noted)


def chain_versions(extractions: Sequence[Extraction]) -> list[list[Extraction]]:
    """The versions of each article, oldest first.

    Articles of one address are versions of one another, and so are those to which the input gave one id. Where there
    are none, all are versions of one: the user says so. Versions go by date; where one has none or two have the same,
    they stay in the order in which they are given.

    Args:
        extractions: In the order in which they are given.
    """
    chains: dict[str, list[Extraction]] = defaultdict(list)
    for extraction in extractions:
        article = extraction.article
        chains[article.url or article.given_id or article.text_sha256].append(extraction)
    found = list(chains.values())
    if all(len(chain) == 1 for chain in found):
        found = [list(extractions)] if extractions else []
    return [_by_date(chain) for chain in found]


def _by_date(chain: list[Extraction]) -> list[Extraction]:
    dates = [extraction.article.published for extraction in chain]
    if None in dates or len(set(dates)) < len(dates):
        return chain
    return sorted(chain, key=lambda extraction: extraction.article.published or "")


def revise(chain: Iterable[Extraction], settings: CompareSettings) -> list[Revised]:
    """What changed from version to version.

    Args:
        chain: The versions, oldest first.
        settings: Settings of the comparison.
    """
    versions = list(chain)
    return [each for old, new in pairwise(versions) for each in _between(old, new, settings)]


def _between(old: Extraction, new: Extraction, settings: CompareSettings) -> list[Revised]:
    notes = _notes(new) - _notes(old)
    before, after = read_figures(old, settings), read_figures(new, settings)
    pairs = _match(before, after)
    found = []
    for mine, theirs in pairs:
        noted = _is_noted(notes, mine, theirs)
        found += [Revised(mine, theirs, change, noted) for change in _changes(mine, theirs)]
    kept = {id(figure) for pair in pairs for figure in pair}
    found += [Revised(each, None, "dropped", _is_noted(notes, each, None)) for each in before if id(each) not in kept]
    found += [Revised(None, each, "added", _is_noted(notes, None, each)) for each in after if id(each) not in kept]
    return found


def _match(before: Sequence[Figure], after: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """Which figure of the newer version is which of the older one: the same number first, then the same sentence."""
    pairs: list[tuple[Figure, Figure]] = []
    mine, theirs = list(before), list(after)
    said, say = ([_words(each) for each in figures] for figures in (mine, theirs))
    scored = [
        (weight, -place, -number, one, other)
        for place, one in enumerate(mine)
        for number, other in enumerate(theirs)
        if (weight := _weigh(one, other, _alikeness(said[place], say[number]))) > 0
    ]
    scored.sort(key=lambda each: each[:3], reverse=True)
    taken: set[int] = set()
    for _, _, _, one, other in scored:
        if id(one) not in taken and id(other) not in taken:
            pairs.append((one, other))
            taken |= {id(one), id(other)}
    return sorted(pairs, key=lambda pair: (pair[1].claim.within == "title", pair[1].claim.start))


def _weigh(one: Figure, other: Figure, alike: float) -> float:
    """How surely two figures are one, given how much of their sentences is alike; 0 where they are not."""
    same_number = one.number == other.number
    if one.kind != other.kind:
        return 3 + alike if same_number and alike == 1 else 0
    headline = "headline" in (one.claim.zone, other.claim.zone) and one.claim.zone == other.claim.zone
    if same_number:
        return 2 + alike
    return 1 + alike if alike >= ALIKE or headline else 0


def _alikeness(mine: frozenset[str], theirs: frozenset[str]) -> float:
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def _words(figure: Figure) -> frozenset[str]:
    """The words of a figure's sentence without those that say the number and its source."""
    claim = figure.claim
    source = content(claim.attribution.text) if claim.attribution else frozenset[str]()
    said = content(claim.sentence.text.replace(claim.text, " ")) - source
    return frozenset(word for word in said if not any(letter.isdigit() for letter in word))


def _changes(old: Figure, new: Figure) -> list[Change]:
    found: list[Change] = []
    if old.number != new.number:
        found.append("value")
    if old.claim.quantity.comparator != new.claim.quantity.comparator:
        found.append("hedge")
    mine, theirs = (_source(figure) for figure in (old, new))
    if not (mine <= theirs <= mine) and not (mine and theirs and (mine <= theirs or theirs <= mine)):
        found.append("attribution")
    return found


def _source(figure: Figure) -> frozenset[str]:
    attribution = figure.claim.attribution
    return content(attribution.text) if attribution else frozenset()


def _notes(extraction: Extraction) -> frozenset[str]:
    """The lines in which an article says that it was changed."""
    lines = (" ".join(line.split()) for line in (extraction.article.text or "").splitlines())
    return frozenset(line for line in lines if any(pattern.search(line) for pattern in correction_patterns()))


def _is_noted(notes: frozenset[str], old: Figure | None, new: Figure | None) -> bool:
    """Whether a note is about a change: it names one of the numbers, or no number at all; or the new words tell it."""
    if old is not None and new is not None and old.number in new.revises:
        return True
    numbers = {f"{figure.number.normalize():f}" for figure in (old, new) if figure is not None}
    written = [{number.replace(",", "") for number in NUMBER.findall(note)} for note in notes]
    return any(not _counts(said) or said & numbers for said in written)


def _counts(numbers: set[str]) -> set[str]:
    """Numbers that may be figures: not those of a date, as "5 May 2031" has."""
    return {each for each in numbers if not (each.isdigit() and (int(each) <= LAST_DAY or int(each) in YEARS))}


def revision_finding(revised: Revised, settings: CompareSettings) -> Finding | None:
    """CX306, CX307: a change that the article does not own up to; None where it does, or where news simply went on."""
    old, new = revised.old, revised.new
    if revised.noted or old is None:
        return None
    if new is None:
        return _finding("CX307", "note", "is not there any longer", [("a", old)])
    said = _said(revised.change, old, new)
    if said is None or (revised.change == "value" and _went_on(old, new, settings)):
        return None
    code, level = ("CX306", WARNING) if revised.change == "value" else ("CX307", NOTE)
    return _finding(code, level, f"{said} in {name_source(new)}", [("a", old), ("b", new)])


def _said(change: Change, old: Figure, new: Figure) -> str | None:
    """The change in words; None where there is nothing to look at: a hedge added, or changed with the number."""
    match change:
        case "value":
            return f"is {new.claim.text}"
        case "hedge":
            exact = old.number == new.number and new.claim.quantity.comparator == "exact"
            return f"is {new.claim.text}, without its hedge," if exact else None
        case "attribution":
            return "has another source" if new.claim.attribution else "has no source any longer"
        case _:
            return None


def _went_on(old: Figure, new: Figure, settings: CompareSettings) -> bool:
    return compare_figures(old, new, settings).relation in ("agree", "update")


def _finding(code: str, level: Level, said: str, claims: list[tuple[Role, Figure]]) -> Finding:
    old, new = claims[0][1], claims[-1][1]
    return make_finding(
        code=code,
        level=level,
        message=f"{old.claim.metric}: {old.claim.text} of {name_source(old)} {said}, and no note says so.",
        group_id=None,
        claims=claims,
        numbers=(old.number, new.number),
    )


def with_revisions(
    comparison: Comparison, chains: Sequence[Sequence[Extraction]], settings: CompareSettings
) -> Comparison:
    """Add what changed between versions to a comparison of the newest ones.

    Args:
        comparison: Of the last version of each article.
        chains: The versions of each article, oldest first.
        settings: Settings of the comparison.
    """
    older = [show_article(each.article) for chain in chains for each in chain[:-1]]
    revised = [each for chain in chains for each in revise(chain, settings)]
    findings = [finding for each in revised if (finding := revision_finding(each, settings)) is not None]
    articles = sorted((*comparison.articles, *older), key=by_date)
    added = {"articles": tuple(articles), "revisions": tuple(each.record() for each in revised)}
    return with_findings(comparison.model_copy(update=added), (*comparison.findings, *findings))
