"""Findings as the page shows them: with the sentences, and in these the figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimx.lexicon.codes import code_pages
from claimx.records import Finding, FindingClaim
from claimx.report.html.direction import Run, runs_of
from claimx.report.locations import place_in_words
from claimx.report.sanitize import printable, printable_piece
from claimx.report.wording import Names, message_in_words


@dataclass(frozen=True, slots=True)
class Words:
    """A run of a sentence; `figure` where it is one of the finding's, `anchor` where the article's text has it."""

    text: str
    figure: bool = False
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence with the figures of a finding that stand in it, and what they are there."""

    outlet: str
    day: str
    roles: str
    place: str
    words: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding; `page` says what its code means."""

    anchor: str
    level: str
    code: str
    page: str
    message: tuple[Run, ...]
    new: bool
    group: str | None
    evidence: tuple[Evidence, ...]


def anchor_of(finding: Finding) -> str:
    """What links to a finding lead to."""
    return f"finding-{finding.fingerprint}"


def shown_finding(finding: Finding, held: Iterable[str], names: Names) -> ShownFinding:
    """What the page shows of a finding; `held` are the claims that its articles show."""
    return ShownFinding(
        anchor=anchor_of(finding),
        level=finding.level,
        code=finding.code,
        page=code_pages()[finding.code].says,
        message=runs_of(message_in_words(finding.message)),
        new=finding.new is True,
        group=f"group-{finding.group_id}" if finding.group_id else None,
        evidence=tuple(_evidence(figures, held, names) for figures in _sentences(finding)),
    )


def _evidence(figures: Sequence[FindingClaim], held: Iterable[str], names: Names) -> Evidence:
    """The figures of one sentence."""
    first = figures[0]
    text, start = first.sentence.text, first.sentence.start
    pieces, at = [], 0
    for figure in sorted(figures, key=lambda each: each.start):
        begin, end = figure.start - start, figure.end - start
        if at <= begin < end <= len(text):
            anchor = f"claim-{figure.claim_id}" if figure.claim_id in held else None
            pieces += [
                Words(printable_piece(text[at:begin])),
                Words(printable_piece(text[begin:end]), figure=True, anchor=anchor),
            ]
            at = end
    return Evidence(
        outlet=printable(names.of(first)),
        day=first.published[:10] if first.published else "undated",
        roles=", ".join(dict.fromkeys(figure.role for figure in figures if len(figure.role) > 1)),
        place=printable(place_in_words(first)),
        words=(*pieces, Words(printable_piece(text[at:]))),
    )


def _sentences(finding: Finding) -> Iterable[Sequence[FindingClaim]]:
    """The figures of a finding by the sentence that they stand in, in the finding's order."""
    found: dict[tuple[str, str | None, int], list[FindingClaim]] = {}
    for figure in finding.claims:
        key = (figure.article_id, figure.sentence.within, figure.sentence.start)
        found.setdefault(key, []).append(figure)
    return found.values()
