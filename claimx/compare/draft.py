"""A draft held against the articles that it draws on: is each of its figures there, in the same words and scope."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from claimx.compare.figure import KIND, Figure
from claimx.compare.findings import make_finding
from claimx.compare.fingerprint import finding_fingerprint
from claimx.compare.places import relate_places
from claimx.compare.reading import read_figures
from claimx.compare.reason import name_source, say_figure
from claimx.compare.scope import Scope, relate
from claimx.compare.settings import CompareSettings
from claimx.compare.size import SPECIFIC
from claimx.compare.sums import add_up, siblings
from claimx.compare.timeline import earlier
from claimx.compare.verdict import compare_figures
from claimx.records.base import Level
from claimx.records.extraction import Extraction
from claimx.records.finding import Finding, Role
from claimx.records.quantity import Comparator
from claimx.records.revision import DraftFigure, DraftStatus

OTHER_NUMBERS: Final = frozenset({"CX501", "CX505"})
"""Findings that another number of the sources makes another finding; who of them gives it plays no part."""

OPEN_ABOVE: Final[frozenset[Comparator]] = frozenset({"more_than", "at_least"})
OPEN_BELOW: Final[frozenset[Comparator]] = frozenset({"less_than", "at_most", "nearly"})


@dataclass(frozen=True, slots=True)
class Support:
    """A figure of a source that may stand behind one of the draft.

    Attributes:
        figure: The figure; of a sum the first part with the sum's number.
        parts: The figures that were added up.
        scope: How its scope relates to that of the draft's figure.
    """

    figure: Figure
    parts: tuple[Figure, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of a figure of the draft.

    Attributes:
        record: Its status, for the document.
        finding: What a person should look at; None where the sources bear it out.
    """

    record: DraftFigure
    finding: Finding | None


def check_drafts(
    drafts: Iterable[Extraction], sources: Iterable[Extraction], settings: CompareSettings
) -> tuple[Checked, ...]:
    """Hold every figure of some drafts against the figures of their sources, which are read once.

    A draft without a date is taken to be written after all of them.

    Args:
        drafts: The drafts.
        sources: The articles that they draw on.
        settings: Settings of the comparison.

    Returns:
        One for each figure of a draft that takes part in comparisons: draft by draft, in order of offset.
    """
    written = list(drafts)
    there: list[tuple[Figure, tuple[Figure, ...]]] = []
    for source in sources if written else ():
        figures = read_figures(source, settings)
        there += [(figure, ()) for figure in figures]
        sums = [(add_up(run, settings), run) for run in siblings(figures)]
        there += [(total, run) for total, run in sums if total is not None]
    newest = max((figure.as_of for figure, _ in there if figure.as_of), default=None)
    return tuple(
        _check(replace(figure, as_of=figure.as_of or newest), there, settings)
        for draft in written
        for figure in read_figures(draft, settings)
    )


def _check(figure: Figure, there: Sequence[tuple[Figure, tuple[Figure, ...]]], settings: CompareSettings) -> Checked:
    akin = [
        Support(other, parts, relate(figure, other, settings)) for other, parts in there if other.kind == figure.kind
    ]
    akin = [each for each in akin if each.scope.differs is None]
    behind = [each for each in akin if _bears_out(figure, each.figure)]
    if behind:
        return _check_wording(figure, behind, akin, settings)
    revised = next((each for each in akin if figure.number in each.figure.revises), None)
    if revised is not None:
        return _stale(figure, revised)
    same = [each for each in akin if "equal" in (each.scope.event, each.scope.where)]
    against = [each for each in same if compare_figures(figure, each.figure, settings).relation != "update"]
    if against:
        return _otherwise(figure, _surest(against, figure), settings)
    shifted = [each for each in there if _same_number(figure, each[0])]
    if shifted:
        return _shifted(figure, shifted, settings)
    return _not_found(figure, akin)


def _bears_out(figure: Figure, other: Figure) -> bool:
    """Whether the source's number is the draft's, or what the draft's words are ordinarily used for.

    Not the other way round: to "more than 1,100" a draft's "1,160" adds something.
    """
    return figure.number == other.number or figure.usual.holds(other.number)


def _same_number(figure: Figure, other: Figure) -> bool:
    whole = figure.number == figure.number.to_integral_value()
    return figure.number == other.number and not (whole and abs(figure.number) < SPECIFIC)


def _surest(found: Sequence[Support], figure: Figure) -> Support:
    return max(
        found,
        key=lambda each: (
            round(each.scope.confidence, 2),
            -abs(each.figure.number - figure.number),
            each.figure.as_of or "",
            each.figure.id,
        ),
    )


def _check_wording(
    figure: Figure, behind: Sequence[Support], akin: Sequence[Support], settings: CompareSettings
) -> Checked:
    """A figure that is there: is it the newest one, and do its words say as much as those of the source."""
    newest = max((each.figure.as_of or "" for each in behind), default="")
    for other in sorted(akin, key=lambda each: (each.figure.as_of or "", each.figure.id), reverse=True):
        if other in behind or not earlier(newest or None, other.figure.as_of):
            continue
        if any(compare_figures(each.figure, other.figure, settings).relation == "update" for each in behind):
            return _stale(figure, other)
    broad = [each for each in behind if not _narrowed(figure, each)]
    if not broad:
        return _narrower(figure, _surest(behind, figure))
    exact = [each for each in broad if each.figure.number == figure.number] or broad
    source = _surest([each for each in exact if _hedge(figure, each.figure) is None] or exact, figure)
    status = _hedge(figure, source.figure)
    if status is None:
        return Checked(_record(figure, "found", source), None)
    dropped = status == "hedge_dropped"
    said = "the draft leaves the source's hedge out" if dropped else "the draft adds a hedge that the source lacks"
    if dropped and figure.claim.quantity.comparator == source.figure.claim.quantity.comparator:
        said = f"the draft tells as a fact what the source gives as {source.figure.claim.certainty}"
    elif status == "hedge_changed":
        said = "the draft has another hedge than the source"
    level: Level = "note" if status == "hedge_added" else "warning"
    return _found(figure, status, source, "CX503", level, said)


def _narrowed(figure: Figure, source: Support) -> list[str]:
    """What the draft says more closely than a source, or otherwise: "40 children" of "40 people"; the reverse is fine.

    Places go by their names alone: of two towns it is not asked whether one text may mean the other.
    """
    where = relate_places(figure.place, source.figure.place).relation
    relations = (("who", source.scope.who), ("where", where), ("event", source.scope.event))
    return [name for name, relation in relations if relation in ("narrower", "different")]


def _narrower(figure: Figure, source: Support) -> Checked:
    said = f"the number is there, but not so closely described ({', '.join(_narrowed(figure, source))})"
    stated = source.scope.who in ("narrower", "different") or source.figure.place is None or source.figure.place.stated
    return _found(figure, "scope_shifted", source, "CX504", "warning" if stated else "note", said)


def _hedge(figure: Figure, source: Figure) -> DraftStatus | None:
    """How the draft's words differ from the source's; None where they say as much, or round openly."""
    mine, theirs = figure.claim.quantity.comparator, source.claim.quantity.comparator
    unsure = source.claim.certainty != "asserted"
    if unsure and figure.claim.certainty == "asserted" and figure.claim.attribution is None:
        return "hedge_dropped"
    if mine == theirs or {mine, theirs} <= OPEN_ABOVE or {mine, theirs} <= OPEN_BELOW:
        return None
    if mine == "exact":
        return "hedge_dropped"
    if figure.number != source.number:
        return None
    return "hedge_added" if theirs == "exact" else "hedge_changed"


def _stale(figure: Figure, newer: Support) -> Checked:
    return _found(figure, "stale", newer, "CX505", "warning", "a later source has a newer number")


def _otherwise(figure: Figure, source: Support, settings: CompareSettings) -> Checked:
    conflict = compare_figures(figure, source.figure, settings).relation == "conflict"
    sure = conflict and source.scope.equal and figure.as_of is not None and source.figure.as_of is not None
    said = "no source gives the draft's number, and this one says otherwise"
    return _found(figure, "says_otherwise", source, "CX501", "error" if sure else "warning", said)


def _shifted(figure: Figure, there: Sequence[tuple[Figure, tuple[Figure, ...]]], settings: CompareSettings) -> Checked:
    supports = [Support(other, parts, relate(figure, other, settings)) for other, parts in there]
    source = min(
        supports, key=lambda each: (len(_differing(figure, each.figure)), -each.scope.confidence, each.figure.id)
    )
    differing = _differing(figure, source.figure)
    what = ", ".join(f"{name} differs" for name in differing) or source.scope.differs or "scope unsure"
    return _found(
        figure, "scope_shifted", source, "CX504", "warning", f"the number is there, but of something else ({what})"
    )


def _differing(figure: Figure, other: Figure) -> list[str]:
    return [name for name, mine, theirs in zip(KIND, figure.kind, other.kind, strict=True) if mine != theirs]


def _not_found(figure: Figure, akin: Sequence[Support]) -> Checked:
    specific = figure.number >= SPECIFIC and figure.claim.metric != "count"
    level: Level = "warning" if specific else "note"
    message = f"{figure.claim.metric}: the draft gives {figure.claim.text}, which no source has."
    claims: list[tuple[Role, Figure]] = [("draft", figure)]
    nearest = _surest(akin, figure) if akin else None
    if nearest is not None:
        claims += [("a", each) for each in nearest.parts or (nearest.figure,)]
        message = f"{message[:-1]}; the nearest is {say_figure(nearest.figure, nearest.parts)} in {_name(nearest)}."
    numbers = (nearest.figure.number if nearest else Decimal(0), figure.number)
    finding = make_finding(
        code="CX502",
        level=level,
        message=message,
        group_id=None,
        claims=claims,
        numbers=numbers,
        fingerprint=finding_fingerprint("CX502", (figure,)),
    )
    return Checked(_record(figure, "not_found", nearest), finding)


def _name(source: Support) -> str:
    return name_source(source.figure)


def _found(figure: Figure, status: DraftStatus, source: Support, code: str, level: Level, said: str) -> Checked:
    message = (
        f"{figure.claim.metric}: the draft gives {figure.claim.text}, "
        f"{_name(source)} gives {say_figure(source.figure, source.parts)}: {said}."
    )
    claims: list[tuple[Role, Figure]] = [("draft", figure)]
    claims += [("a", each) for each in source.parts or (source.figure,)]
    expected = f"{source.figure.number.normalize():f}"
    finding = make_finding(
        code=code,
        level=level,
        message=message,
        group_id=None,
        claims=claims,
        numbers=(source.figure.number, figure.number),
        fingerprint=finding_fingerprint(code, (figure,), *([expected] if code in OTHER_NUMBERS else [])),
    )
    return Checked(_record(figure, status, source), finding)


def _record(figure: Figure, status: DraftStatus, source: Support | None) -> DraftFigure:
    against = () if source is None else tuple(each.id for each in source.parts or (source.figure,))
    return DraftFigure(article_id=figure.article.id, claim_id=figure.id, status=status, against=against)
