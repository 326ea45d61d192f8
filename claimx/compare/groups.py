"""A finished group: its pairs, its verdict, its central figure, and the sentence that says why."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import combinations
from typing import Final

from claimx.compare.align import Cluster
from claimx.compare.doubts import doubt, doubt_by_words
from claimx.compare.figure import Figure
from claimx.compare.interval import Interval
from claimx.compare.naming import claim_fingerprint, name_article, order_of
from claimx.compare.provenance import Backing, Provenance
from claimx.compare.reason import explain, name_source
from claimx.compare.repeats import Node
from claimx.compare.scope import Scope, relate
from claimx.compare.settings import CompareSettings
from claimx.compare.support import support_of
from claimx.compare.verdict import Verdict, compare_figures
from claimx.compare.who import names_kind
from claimx.records.base import content_id
from claimx.records.claim import Series
from claimx.records.group import Group, GroupScope, Member, Pair, Relation, Sum
from claimx.records.group import Verdict as GroupVerdict

LARGE, NEIGHBOURS = 60, 8
"""From this size on, a group's figures are compared with so many neighbours in time and with the extremes."""

WORST: Final[tuple[Relation, ...]] = ("agree", "update", "tension", "conflict")


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of a group as it is compared: a claim, or a sum of claims.

    Attributes:
        id: Claim id or sum id.
        figure: The figure.
        node: The node that it is from.
        parts: The claims that were added up.
    """

    id: str
    figure: Figure
    node: Node
    parts: tuple[Figure, ...] = ()


@dataclass(frozen=True)
class Comparing:
    """Two figures of a group, laid beside each other.

    Attributes:
        one: The earlier, or else the first by name.
        other: The other.
        scope: How their scopes relate.
        verdict: What they say of one another.
    """

    one: Entry
    other: Entry
    scope: Scope
    verdict: Verdict

    @cached_property
    def doubt(self) -> str | None:
        """Why the two may well count two things; None where nothing speaks for that."""
        return doubt(self.one.figure, self.other.figure, self.scope)

    @property
    def across(self) -> bool:
        """Whether the two are of different articles."""
        return self.one.figure.version != self.other.figure.version

    @property
    def difference(self) -> Decimal:
        """How far apart the numbers are, as a share of the larger."""
        low, high = sorted((abs(self.one.figure.number), abs(self.other.figure.number)))
        return (high - low) / high if high else Decimal(0)


@dataclass(frozen=True)
class Judged:
    """A group with what was said of its pairs.

    Attributes:
        group: The record.
        entries: Its figures.
        pairs: All pairs.
        backing: The figures followed to their origins.
    """

    group: Group
    entries: tuple[Entry, ...]
    pairs: tuple[Comparing, ...]
    backing: Backing

    @cached_property
    def highest(self) -> Decimal:
        """The highest of its numbers."""
        return max(entry.figure.number for entry in self.entries)

    def settled(self) -> "Judged":
        """The group once its own findings are made, without what only they need.

        The pairs of all groups together would take more memory than all the articles.
        """
        return replace(self, pairs=(), backing=Backing((), ()))


def _order(figure: Figure) -> tuple[str, tuple[str, ...], bool, int]:
    return (figure.as_of or "", order_of(figure.article), figure.claim.within == "title", figure.claim.start)


def _entries(cluster: Cluster) -> tuple[Entry, ...]:
    nodes = sorted(cluster.nodes, key=lambda node: _order(node.figures[0]))
    found: list[Entry] = []
    sums = 0
    for node in nodes:
        if node.parts:
            sums += 1
            found.append(Entry(f"s{sums}", node.figures[0], node, node.parts))
        else:
            found += [Entry(figure.id, figure, node) for figure in node.figures]
    return tuple(sorted(found, key=lambda entry: _order(entry.figure)))


def _in_node(entry: Entry) -> Figure:
    """Its figure with the scope that its article gives elsewhere, for holding it against another article's."""
    fullest, own = entry.node.scope, entry.figure
    if len(entry.node.figures) == 1:
        return fullest
    return replace(
        fullest,
        claim=own.claim,
        number=own.number,
        possible=own.possible,
        usual=own.usual,
        sides=fullest.sides if own.number == fullest.number else own.sides,
        separate=own.separate,
        others=fullest.others if own.number == fullest.number else own.others,
        partial=own.partial or fullest.partial,
        picked=own.picked,
        listed=own.listed,
    )


def _compare(one: Entry, other: Entry, settings: CompareSettings, in_nodes: Mapping[int, Figure]) -> Comparing:
    first, second = (one.figure, other.figure) if one.node is other.node else (in_nodes[id(one)], in_nodes[id(other)])
    scope = relate(first, second, settings)
    pair = Comparing(one, other, scope, compare_figures(one.figure, other.figure, settings))
    conflict = pair.across and pair.verdict.relation == "conflict"
    if conflict and doubt_by_words(one.figure, other.figure, scope) is not None:
        return replace(pair, verdict=replace(pair.verdict, relation="tension", reason="doubted"))
    return pair


def _telling_pairs(entries: Sequence[Entry]) -> Iterable[tuple[Entry, Entry]]:
    """Pairs of a large group that show its worst verdict, in time linear in its size.

    Each figure, in order of date, with those shortly before it, and with the highest and the lowest so far.
    """
    high = low = entries[0]
    for number, entry in enumerate(entries[1:], 1):
        before = {each.id: each for each in (*entries[max(0, number - NEIGHBOURS) : number], high, low)}
        yield from ((each, entry) for each in before.values())
        high = entry if entry.figure.number > high.figure.number else high
        low = entry if entry.figure.number < low.figure.number else low


def _compare_all(entries: Sequence[Entry], settings: CompareSettings, *, every: bool) -> tuple[Comparing, ...]:
    every = every or len(entries) <= LARGE
    chosen = combinations(entries, 2) if every else _telling_pairs(entries)
    in_nodes = {id(entry): _in_node(entry) for entry in entries}
    compared = (_compare(one, other, settings, in_nodes) for one, other in chosen)
    return tuple(pair for pair in compared if pair.scope.confidence > 0 or pair.verdict.relation == "agree")


def judge(cluster: Cluster, settings: CompareSettings, sources: Provenance, *, pairs: bool) -> Judged:
    """Compare all figures of a group with one another and say what comes of it.

    Args:
        cluster: The group.
        settings: The settings.
        sources: Follows its figures to their origins.
        pairs: Whether the record lists all pairs.
    """
    entries = _entries(cluster)
    compared = _compare_all(entries, settings, every=pairs)
    verdict: GroupVerdict = "single"
    if len({entry.figure.version for entry in entries}) > 1:
        verdict = max((pair.verdict.relation for pair in compared), key=WORST.index, default="single")
    members = [member for entry in entries for member in _members(entry, sources)]
    backing = sources.back(entry.figure for entry in entries)
    origins = backing.records()
    group = Group(
        id=content_id("g", *sorted(member.claim_id for member in members)[:1]),
        metric=entries[0].figure.claim.metric,
        unit=entries[0].figure.claim.quantity.unit,
        scope=_scope(entries),
        series=_series(entries),
        verdict=verdict,
        dated=all(entry.figure.as_of for entry in entries),
        central=_central(entries, backing),
        spread=_spread(entries),
        independent_sources=len(origins),
        sources=origins,
        members=tuple(members),
        sums=tuple(
            Sum(id=entry.id, claims=tuple(part.id for part in entry.parts), value=entry.figure.number)
            for entry in entries
            if entry.parts
        ),
        pairs=tuple(_pair(pair) for pair in compared) if pairs else None,
        reason=_reason(verdict, entries, compared),
    )
    return Judged(group, entries, compared, backing)


def _members(entry: Entry, sources: Provenance) -> list[Member]:
    figures = entry.parts or (entry.figure,)
    return [
        Member(
            article_id=figure.article.id,
            claim_id=figure.id,
            as_of=figure.as_of,
            value=figure.claim.quantity.value,
            possible=_ends(figure.possible),
            usual=_ends(figure.usual),
            sum=entry.id if entry.parts else None,
            fingerprint=claim_fingerprint(figure.claim, figure.article),
            chain=sources.trace(figure).links,
        )
        for figure in figures
    ]


def _ends(interval: Interval) -> tuple[Decimal | None, Decimal | None]:
    return (interval.low, interval.high)


def _pair(pair: Comparing) -> Pair:
    return Pair(
        a=pair.one.id,
        b=pair.other.id,
        relation=pair.verdict.relation,
        reason_code=pair.verdict.reason,
        confidence=Decimal(str(round(pair.scope.confidence, 2))),
        scope=pair.scope.record(),
    )


def _scope(entries: Sequence[Entry]) -> GroupScope:
    claims = [part.claim for entry in entries for part in entry.parts or (entry.figure,)]
    events = [entry.node.scope.event.name for entry in entries if entry.node.scope.event]
    return GroupScope(
        who=_most_common([claim.who.text for claim in claims if claim.who]),
        where=_most_common([claim.where.name for claim in claims if claim.where]),
        event=_most_common(events),
        when=_most_common([claim.when.text for claim in claims if claim.when]),
    )


def _most_common(names: Sequence[str]) -> str | None:
    return next((name for name, _ in Counter(names).most_common(1)), None)  # of equals the first


def _series(entries: Sequence[Entry]) -> Series:
    found = Counter(entry.figure.series for entry in entries)
    return min(found, key=lambda series: (-found[series], series))


def _central(entries: Sequence[Entry], backing: Backing) -> Decimal | None:
    """The figure that most independent sources support; the newest where figures move, and where sources tie.

    Where dates tie too, it is a count of all before one of the women, and then the one that is given most often.
    """
    newest = max((entry.figure.as_of or "" for entry in entries), default="")
    moving = _series(entries) != "event_total"
    candidates = [entry for entry in entries if entry.figure.claim.quantity.value is not None]
    if moving and newest:
        candidates = [entry for entry in candidates if (entry.figure.as_of or "") == newest] or candidates
    if not candidates:
        return None

    given = ((entry.figure.usual, source) for entry, source in zip(entries, backing.sources, strict=True))
    support = support_of((entry.figure.number for entry in candidates), given)

    def weight(entry: Entry) -> tuple[int, str, bool, int, bool, Decimal]:
        number = entry.figure.number
        behind = support[number]
        exact = entry.figure.claim.quantity.comparator == "exact"
        whole = not (entry.figure.partial or entry.figure.listed or names_kind(entry.figure.people))
        return (len(behind.sources), entry.figure.as_of or "", whole, behind.figures, exact, number)

    return max(candidates, key=weight).figure.number


def _spread(entries: Sequence[Entry]) -> Decimal | None:
    numbers = [entry.figure.number for entry in entries if entry.figure.claim.quantity.value is not None]
    if len(numbers) < 2 or max(numbers) <= 0:  # noqa: PLR2004 - one figure is not spread
        return None
    return ((max(numbers) - min(numbers)) / max(numbers)).quantize(Decimal("0.001")).normalize()


def deciding_pair(pairs: Sequence[Comparing]) -> Comparing | None:
    """The pair that a person should look at: the worst relation, the surest scope, the largest difference."""
    return max(
        pairs,
        key=lambda pair: (
            WORST.index(pair.verdict.relation),
            pair.scope.equal,
            round(pair.scope.confidence, 2),
            pair.difference,
            sorted((name_article(each.figure.article), each.figure.number) for each in (pair.one, pair.other)),
            pair.one.figure.claim.sentence.text,
            pair.one.figure.id,
            pair.other.figure.id,
        ),
        default=None,
    )


def _reason(verdict: GroupVerdict, entries: Sequence[Entry], pairs: Sequence[Comparing]) -> str:
    across = [pair for pair in pairs if pair.across] or list(pairs)
    if verdict == "single":
        return f"only {name_source(entries[0].figure)} gives this figure."
    worst = [pair for pair in pairs if pair.verdict.relation == verdict]
    pair = deciding_pair([pair for pair in worst if pair.across] or worst or across)
    if pair is None:
        return "nothing to compare."
    return explain((pair.one.figure, pair.one.parts), (pair.other.figure, pair.other.parts), pair.verdict)
