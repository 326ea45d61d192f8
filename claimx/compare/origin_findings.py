"""What to know of where the figures of a group come from: from nobody, from one source, from two that are not one."""

from collections.abc import Sequence
from itertools import combinations
from typing import Final

from claimx.compare.figure import Figure
from claimx.compare.findings import make_finding
from claimx.compare.groups import Judged
from claimx.compare.naming import name_article
from claimx.compare.origins import Origin
from claimx.compare.provenance import Traced, name_source_of
from claimx.compare.reason import say_figure
from claimx.compare.size import SPECIFIC_DIGITS
from claimx.records.finding import Finding

AN_ECHO: Final = 3
"""Outlets that give one figure without a source, so that it is worth asking where they have it from."""

MOST_TRIED: Final = 30
"""Figures of a group that are held against one another for two sources of one number."""


def origin_findings(judged: Judged) -> tuple[Finding, ...]:
    """CX401 to CX403 for a group.

    Args:
        judged: The group.
    """
    first = _first_of_each(judged.backing.traced)
    if len(first) < 2:  # noqa: PLR2004 - one outlet agrees with nobody
        return ()
    if judged.group.verdict == "agree" and not any(map(_is_sourced, judged.backing.traced)):
        found = [_echo(judged, first) if len(first) >= AN_ECHO else None]
    elif judged.group.verdict == "agree" and judged.group.independent_sources == 1:
        found = [_one_origin(judged, first)]
    else:
        found = [_against_sourced(judged)]
    return tuple(each for each in (*found, _two_sources(judged)) if each is not None)


def _is_sourced(traced: Traced) -> bool:
    """Whether anybody but the outlet itself is known to stand behind a figure."""
    return traced.named or len(traced.chain) > 1


def _first_of_each(traced: Sequence[Traced]) -> list[Traced]:
    """The first figure of each outlet, that with a source where there is one."""
    found: dict[str, Traced] = {}
    for each in traced:
        name = name_article(each.figure.article)
        if name not in found or (_is_sourced(each) and not _is_sourced(found[name])):
            found[name] = each
    return list(found.values())


def _echo(judged: Judged, first: Sequence[Traced]) -> Finding:
    said = say_figure(first[0].figure)
    message = f"{judged.group.metric}: {_outlets(first)} give {said} or what agrees with it, and none names a source."
    return _note("CX401", message, judged, [first[0].figure, first[1].figure])


def _against_sourced(judged: Judged) -> Finding | None:
    """A number without a source that no figure with one agrees with."""
    traced = judged.backing.traced[:MOST_TRIED]
    sourced = [each for each in traced if _is_sourced(each)]
    articles = {each.figure.version for each in judged.backing.traced if _is_sourced(each)}
    tried = {each.figure.id for each in traced}
    clashing = {
        frozenset((pair.one.figure.id, pair.other.figure.id))
        for pair in judged.pairs
        if pair.verdict.relation in {"conflict", "tension"} and {pair.one.figure.id, pair.other.figure.id} <= tried
    }
    for each in traced:
        if each.figure.version in articles:
            continue
        if sourced and all(frozenset((each.figure.id, other.figure.id)) in clashing for other in sourced):
            other = sourced[-1]
            message = (
                f"{judged.group.metric}: {name_article(each.figure.article)} gives {say_figure(each.figure)} and names "
                f"no source; {name_article(other.figure.article)} has {say_figure(other.figure)} from "
                f"{_told_by(other.origin)}."
            )
            return _note("CX401", message, judged, [each.figure, other.figure])
    return None


def _one_origin(judged: Judged, first: Sequence[Traced]) -> Finding:
    origin = name_source_of([each for each in judged.backing.traced if len(each.chain) > 1] or first)
    rest = "print one text" if origin.kind in {"text", "outlet"} else f"rest on one source: {origin.name}"
    chains = "; ".join(_chain(each) for each in first[:3])
    message = f"{judged.group.metric}: {_outlets(first)} agree, and {rest} ({chains})."
    return _note("CX402", message, judged, [first[0].figure, first[1].figure])


def _two_sources(judged: Judged) -> Finding | None:
    """One number of so many digits that two counts would not both come to it, said to be from two sources."""
    pairs = zip(judged.backing.traced, judged.backing.sources, strict=True)
    exact = [(each, source) for each, source in pairs if _is_one_count(each)][:MOST_TRIED]
    for (one, its), (other, others) in combinations(exact, 2):
        same = one.figure.number == other.figure.number and one.figure.version != other.figure.version
        if same and its != others and not _shares_a_link(one, other):
            message = (
                f"{judged.group.metric}: {name_article(one.figure.article)} has {say_figure(one.figure)} from "
                f"{_told_by(one.origin)}, {name_article(other.figure.article)} from {_told_by(other.origin)}: one "
                f"number, and two sources."
            )
            return _note("CX403", message, judged, [one.figure, other.figure])
    return None


def _is_one_count(traced: Traced) -> bool:
    """Whether nobody comes to a number by chance: 1,139 twice is one count, 12 twice may be two."""
    quantity = traced.figure.claim.quantity
    digits = len(traced.figure.number.normalize().as_tuple().digits)
    return traced.named and quantity.comparator == "exact" and quantity.unit != "percent" and digits >= SPECIFIC_DIGITS


def _shares_a_link(one: Traced, other: Traced) -> bool:
    return any(link.is_one_with(each) for link in one.chain[1:] for each in other.chain)


def _told_by(origin: Origin) -> str:
    return f"the {origin.name}" if origin.kind == "body" else origin.name


def _chain(traced: Traced) -> str:
    return " ← ".join(link.name for link in traced.links)


def _outlets(first: Sequence[Traced]) -> str:
    names = [name_article(each.figure.article) for each in first]
    if len(names) == 2:  # noqa: PLR2004 - two are named
        return " and ".join(names)
    return f"{names[0]}, {names[1]} and {len(names) - 2} more"


def _note(code: str, message: str, judged: Judged, figures: Sequence[Figure]) -> Finding:
    numbers = (figures[0].number, figures[1].number)
    return make_finding(
        code=code,
        level="note",
        message=message,
        group_id=judged.group.id,
        claims=[("a", figures[0]), ("b", figures[1])],
        numbers=numbers,
    )
