"""Figures that one article gives side by side, added up and held against another article's total."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimx.compare.align import Cluster
from claimx.compare.figure import Figure
from claimx.compare.first_and_last import first_and_last
from claimx.compare.interval import agree, possible, usual
from claimx.compare.lookup import Lookup
from claimx.compare.naming import order_of
from claimx.compare.repeats import Node
from claimx.compare.scope import relate
from claimx.compare.settings import ALIGNING_WIDTH, CompareSettings
from claimx.compare.who import People, relate_people
from claimx.records.quantity import Comparator

JOINED = re.compile(r"[^.;:!?\d]{0,60}(?:,|\band\b|\bplus\b|\bas well as\b|\balong with\b)[^.;:!?\d]{0,40}")
NESTED = re.compile(r"\b(?:including|among|of whom|of them|other than|besides)\b")


def siblings(figures: Sequence[Figure]) -> tuple[tuple[Figure, ...], ...]:
    """Runs of figures that a sentence coordinates and that count different people: "52 Kenyans and 17 foreigners".

    "12 people, including 5 children" is no such run, nor are parts of a stated total.
    """
    runs: list[list[Figure]] = []
    for figure in figures:
        if figure.partial or figure.claim.quantity.value is None:
            continue
        if runs and _coordinated(runs[-1], figure):
            runs[-1].append(figure)
        else:
            runs.append([figure])
    return tuple(tuple(run) for run in runs if len(run) > 1)


def _coordinated(run: Sequence[Figure], figure: Figure) -> bool:
    last = run[-1]
    sentence = figure.claim.sentence
    if last.kind != figure.kind or last.claim.sentence != sentence or last.claim.within != figure.claim.within:
        return False
    if last.claim.event_id != figure.claim.event_id:
        return False
    between = sentence.text[last.claim.end - sentence.start : figure.claim.start - sentence.start]
    if not JOINED.fullmatch(between) or NESTED.search(between):
        return False
    if len(run) == 1 and figure.others and not last.others and last.people.tags:
        return True  # "two officers and three others were hurt"
    return all(_others(each.people, figure.people) for each in run)


def _others(one: People, other: People) -> bool:
    """Whether two populations of one sentence are two: "nurses and soldiers", "locals and foreigners"; not "others"."""
    if not one.words or not other.words:
        return False
    if one.words & other.words:
        return bool(one.words - other.words and other.words - one.words and len(one.words) == len(other.words) > 1)
    tagged, also = one.tags | one.either, other.tags | other.either
    if tagged and also:
        return relate_people(one, other, None).relation in ("different", "unknown")
    return bool(tagged or also)


def mark_partial(figures: Sequence[Figure], runs: Sequence[Sequence[Figure]]) -> tuple[Figure, ...]:
    """Mark the members of runs as parts, so that none of them is taken for the whole."""
    inside = {figure.id for run in runs for figure in run}
    return tuple(replace(figure, partial=True) if figure.id in inside else figure for figure in figures)


def add_up(run: Sequence[Figure], settings: CompareSettings) -> Figure | None:
    """The sum of a run as a figure of its own; None where the words do not add up."""
    comparator = _common_comparator([figure.claim.quantity.comparator for figure in run])
    if comparator is None:
        return None
    first = run[0]
    total = sum((figure.claim.quantity.value or Decimal(0) for figure in run), Decimal(0))
    quantity = first.claim.quantity.model_copy(
        update={
            "value": total,
            "low": total,
            "high": None if comparator in ("more_than", "at_least") else total,
            "comparator": comparator,
        }
    )
    shared = frozenset.intersection(*(figure.people.tags for figure in run))
    return replace(
        first,
        claim=first.claim.model_copy(update={"quantity": quantity}),
        possible=possible(quantity, settings.width),
        usual=usual(quantity, settings.width),
        number=total,
        people=People(known=any(figure.people.known for figure in run), tags=shared),
        partial=False,
        listed=False,
        beside=False,
        others=False,
    )


def _common_comparator(comparators: Sequence[Comparator]) -> Comparator | None:
    kinds = set(comparators) - {"exact"}
    if not kinds:
        return "exact"
    if kinds <= {"more_than", "at_least"}:
        return "at_least"
    return "about" if kinds <= {"about", "nearly"} else None


def join_sums(
    clusters: Sequence[Cluster], runs: Sequence[Sequence[Figure]], settings: CompareSettings
) -> tuple[Cluster, ...]:
    """Let each sum join the group whose total it confirms or exceeds; parts that have a group of their own stay there.

    Args:
        clusters: The groups so far.
        runs: Coordinated figures of all articles.
        settings: The settings.

    Returns:
        The groups, without those that a sum emptied.
    """
    home = {figure.id: cluster for cluster in clusters for node in cluster.nodes for figure in node.figures}
    place = {id(cluster): number for number, cluster in enumerate(clusters)}
    lookup: Lookup[Cluster] = Lookup()
    for cluster in clusters:
        lookup.add(cluster, frozenset(cluster.keys))
    for run in sorted(runs, key=lambda each: (order_of(each[0].article), each[0].claim.start, each[0].id)):
        total = add_up(run, settings)
        loose = all(len(home[figure.id].nodes) == 1 and len(home[figure.id].nodes[0].figures) == 1 for figure in run)
        if total is None or not loose:
            continue
        keys = frozenset[str]().union(*(home[figure.id].keys for figure in run))
        fits = [(_fit(total, keys, cluster, settings), -place[id(cluster)]) for cluster in lookup.find(keys)]
        fit, number = max(fits, default=(0.0, 0))
        if fit > 0:
            target = clusters[-number]
            for figure in run:
                home[figure.id].nodes.clear()
                home[figure.id] = target
            target.add(Node((total,), total, parts=tuple(run)), ())
    return tuple(cluster for cluster in clusters if cluster.nodes)


def _fit(total: Figure, keys: frozenset[str], cluster: Cluster, settings: CompareSettings) -> float:
    """How well a sum fits a group; a sum that falls short of a stated total says nothing, for parts may be missing."""
    nodes = cluster.nodes
    if not nodes or nodes[0].scope.kind != total.kind or total.version in cluster.articles or not keys & cluster.keys:
        return 0.0
    found = []
    for other in (node.scope for node in first_and_last(nodes)):
        scope = relate(total, other, settings)
        found.append(scope.confidence)
        alike = agree(total.claim.quantity, other.claim.quantity, ALIGNING_WIDTH)
        exceeds = other.possible.below(total.possible) and scope.event == "equal" and scope.who in ("equal", "unknown")
        if scope.confidence == 0 or not (alike or exceeds):
            return 0.0
    mean = sum(found) / len(found)
    return mean if mean >= settings.lowest_confidence else 0.0
