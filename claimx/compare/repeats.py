"""One article's figures for one thing: repeats in other words, the headline's version, two versions side by side."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from claimx.compare.figure import Figure, of_one_event
from claimx.compare.first_and_last import first_and_last
from claimx.compare.interval import agree
from claimx.compare.lesser import is_below, is_second
from claimx.compare.scope import Scope, relate
from claimx.compare.settings import ALIGNING_WIDTH, CompareSettings
from claimx.compare.versions import may_be_versions
from claimx.compare.who import People, relate_people

NUMERAL = re.compile(r"\d[\d.,]*\d|\d")
LEADING = 24
"""So many figures of one kind, from the headline on, are what later ones may be lesser than."""

SMALL, A_FEW = 12, 3
"""Below these, two equal numbers in one article may well be a coincidence: anywhere, and at one place."""


@dataclass(frozen=True, slots=True)
class Node:
    """Figures of one article that are about one thing.

    Attributes:
        figures: In order of offset.
        scope: The fullest of them, with what only the others say filled in.
        parts: Where its one figure is a sum: the figures added up.
    """

    figures: tuple[Figure, ...]
    scope: Figure
    parts: tuple[Figure, ...] = ()

    @property
    def version(self) -> tuple[str, str]:
        """The article's id and text."""
        return self.scope.version

    @property
    def richness(self) -> int:
        """How much of its scope is known, 0 to 4."""
        return _richness(self.scope)


def _richness(figure: Figure) -> int:
    event = figure.event
    return 2 * (event is not None) + (figure.place is not None) + figure.people.known


def gather(figures: Sequence[Figure], settings: CompareSettings) -> tuple[Node, ...]:
    """Put the figures of one article that are about one thing together.

    Two figures of one metric are two things unless they clearly are one: "eight dead" in two sentences on one attack,
    "dozens killed" in the headline and "34" below; but not "two guards" and "two drivers".

    Args:
        figures: Figures of one article, in order of offset.
        settings: The settings.

    Returns:
        Every figure in exactly one node, in order of their first figures.
    """
    found: list[list[Figure]] = []
    by_kind: dict[tuple[str, ...], list[list[Figure]]] = defaultdict(list)
    for figure in figures:
        akin = by_kind[figure.kind]
        home = next((node for node in first_and_last(akin) if _is_of(figure, node, settings)), None)
        if home is None:
            akin.append([figure])
            found.append(akin[-1])
        else:
            home.append(figure)
    _match_headlines(found, settings)
    leading = _leading(figures)
    return tuple(_make_node(node, leading[node[0].kind[1:]], settings) for node in found)


def _is_of(figure: Figure, node: Sequence[Figure], settings: CompareSettings) -> bool:
    """Whether a figure is about what a node is about; of long tables only the ends are looked at."""
    return all(_one_thing(figure, each, settings) for each in first_and_last(node))


def _leading(figures: Sequence[Figure]) -> Mapping[tuple[str, ...], Sequence[Figure]]:
    """The first figures of an article, headlines before all, by what they are apart from their metric."""
    found: dict[tuple[str, ...], list[Figure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda each: (each.claim.within != "title", each.claim.start)):
        if len(found[figure.kind[1:]]) < LEADING:
            found[figure.kind[1:]].append(figure)
    return found


def _make_node(figures: Sequence[Figure], article: Sequence[Figure], settings: CompareSettings) -> Node:
    """The node of some figures; below a headline "214 dead", the "121 dead in Salto" of the text are some of them.

    Args:
        figures: The figures.
        article: The first figures of the article.
        settings: The settings.
    """
    scope = _fullest(figures)
    ids = {each.id for each in figures}
    if any(each.id not in ids and is_below(scope, each, settings) for each in article):
        scope = replace(scope, partial=True)
    if any(each.id not in ids and is_second(scope, each, settings) for each in article):
        scope = replace(scope, minor=True)
    return Node(tuple(figures), scope)


def _fullest(figures: Sequence[Figure]) -> Figure:
    """The figure that tells most of its scope, with what only others tell; it leaves out only what all leave out.

    Under "four hurt" the "four hurt, all in hospital" are no others.
    """
    best, *rest = sorted(figures, key=lambda each: -_richness(each))
    if not rest:
        return best
    best = replace(
        best,
        sides={
            axis: side
            for axis, side in best.sides.items()
            if all(axis in each.sides and each.sides[axis].id == side.id for each in rest)
        },
        others=all(each.others for each in figures),
    )
    for other in rest:
        best = replace(
            best,
            place=best.place or other.place,
            event=best.event or other.event,
            people=_wider(best.people, other.people),
            days=best.days or other.days,
        )
    return best


def _wider(one: People, other: People) -> People:
    """Of two descriptions of one group, the one that holds more: "four people" and not "four men"."""
    if not one.known or not other.known:
        return one if one.known else other
    return other if relate_people(one, other, None).relation == "narrower" else one


def _one_thing(one: Figure, other: Figure, settings: CompareSettings) -> bool:
    if one.kind != other.kind or one.partial or other.partial:
        return False
    if one.claim.sentence == other.claim.sentence and one.number == other.number:
        return False
    alike = agree(one.claim.quantity, other.claim.quantity, ALIGNING_WIDTH)
    if not alike and not may_be_versions(one, other):
        return False
    scope = relate(one, other, settings)
    if scope.who in ("narrower", "wider"):
        return alike and _everybody(one, other, scope)
    if scope.differs is not None:
        return False
    return _clearly_one(one, other, scope) if alike else scope.where in ("equal", "unknown")


def _everybody(one: Figure, other: Figure, scope: Scope) -> bool:
    """Whether a narrower group is all that were counted: "four wounded" over "four men were wounded"."""
    head = one.in_headline != other.in_headline
    return (
        of_one_event(one, other)
        and scope.confidence > 0
        and one.number == other.number
        and (head or one.number >= A_FEW)
    )


def _clearly_one(one: Figure, other: Figure, scope: Scope) -> bool:
    if of_one_event(one, other) or one.claim.sentence.text == other.claim.sentence.text:
        return True
    if one.claim.event_id and other.claim.event_id:
        head = one.in_headline != other.in_headline
        near = scope.event == "equal" and scope.where != "different"
        return near and one.number >= (2 if head else A_FEW if scope.where == "equal" else SMALL)
    here = scope.where == scope.who == "equal" and one.number >= A_FEW
    return here or one.number >= SMALL or one.in_headline != other.in_headline


def _match_headlines(nodes: list[list[Figure]], settings: CompareSettings) -> None:
    """Put a headline's figure that nothing below repeats beside the first figure below that it can only mean."""
    for alone in [node for node in nodes if _only_headlines(node)]:
        head = alone[0]
        if head.number < 2 or _stands_below(head):  # noqa: PLR2004 - "One dead" stands over many a story
            continue
        below = [node for node in nodes if node and node[0].kind == head.kind and not _only_headlines(node)]
        below = [node for node in below if not node[0].partial]
        if len(below) == 1 and all(_same_scope(head, each, settings) for each in below[0]):
            below[0].extend(alone)
            alone.clear()
    nodes[:] = [sorted(node, key=_by_offset) for node in nodes if node]


def _stands_below(head: Figure) -> bool:
    """Whether the text itself has the headline's number, though perhaps not as a figure that could be read."""
    number = NUMERAL.search(head.claim.text)
    text = head.article.text
    if number is None or text is None:
        return False
    below = text if head.claim.within == "title" else text[: head.claim.start] + text[head.claim.end :]
    return re.search(rf"(?<![\d.,]){re.escape(number.group())}(?![\d]|[.,]\d)", below) is not None


def _only_headlines(node: list[Figure]) -> bool:
    return all(each.in_headline for each in node)


def _same_scope(one: Figure, other: Figure, settings: CompareSettings) -> bool:
    scope = relate(one, other, settings)
    return scope.differs is None and scope.who in ("equal", "unknown")


def _by_offset(figure: Figure) -> tuple[bool, int]:
    return (figure.claim.within == "title", figure.claim.start)
