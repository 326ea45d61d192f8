"""Put the figures of all articles that are about one thing into groups: consistent sets, and no chains."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from claimx.compare.figure import Figure, are_alike
from claimx.compare.lookup import Lookup, broad_keys_of, context_words
from claimx.compare.naming import order_of
from claimx.compare.repeats import Node
from claimx.compare.scope import PlainDays, plain_days, weigh
from claimx.compare.settings import CompareSettings

MOST_PROFILES = 24
"""Different scopes of one group that a newcomer is held against; more would make one hot event quadratic."""


@dataclass(slots=True)
class Cluster:
    """A group in the making.

    Attributes:
        nodes: One for each article.
        keys: Words under which it can be found.
        profiles: Its different scopes.
        articles: Ids and texts of the articles that have a figure in it.
        days: Those of its first scope, where they alone can keep a figure out.
    """

    nodes: list[Node] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    profiles: dict[tuple[object, ...], Figure] = field(default_factory=dict)
    articles: set[tuple[str, str]] = field(default_factory=set)
    days: PlainDays | None = None

    def add(self, node: Node, keys: Iterable[str]) -> None:
        """Take a node in."""
        if not self.nodes:
            self.days = plain_days(node.scope)
        self.nodes.append(node)
        self.articles.add(node.version)
        self.keys |= set(keys)
        if len(self.profiles) < MOST_PROFILES:
            self.profiles.setdefault(_profile(node.scope), node.scope)


@dataclass(frozen=True)
class Alignment:
    """Groups, and the pairs that were left apart.

    Attributes:
        clusters: Every node is in exactly one.
        apart: Pairs of figures of two articles that were held together and not joined, by reason.
    """

    clusters: tuple[Cluster, ...]
    apart: Counter[str]


def _profile(figure: Figure) -> tuple[object, ...]:
    event = (figure.event.name, figure.event.days) if figure.event else None
    week = (figure.article.published or "")[:10]
    return (figure.place, event, figure.people, figure.days, tuple(sorted(figure.sides)), figure.partial, week)


def align(nodes: Sequence[Node], settings: CompareSettings) -> Alignment:
    """Sweep over the figures, those with the fullest scope first, and let each join the group that it fits best.

    A figure joins only if it fits every scope in the group, so that "Kenya" and "Uganda" are not joined by a figure
    that names neither. The order of the articles given plays no part.

    Args:
        nodes: Of all articles.
        settings: The settings.
    """
    context = context_words([node.scope for node in nodes])
    apart: Counter[str] = Counter()
    by_kind: dict[tuple[str, ...], list[Node]] = defaultdict(list)
    for node in nodes:
        by_kind[node.scope.kind].append(node)
    clusters: list[Cluster] = []
    for kind in sorted(by_kind):
        clusters += _sweep(by_kind[kind], context, apart, settings)
    return Alignment(tuple(clusters), apart)


def _sweep(
    nodes: list[Node], context: Mapping[tuple[str, str], frozenset[str]], apart: Counter[str], settings: CompareSettings
) -> list[Cluster]:
    clusters: list[Cluster] = []
    lookup: Lookup[Cluster] = Lookup()
    joined: dict[tuple[str, str], set[int]] = defaultdict(set)
    batches: dict[tuple[int, str, tuple[str, ...]], list[Node]] = defaultdict(list)
    for node in nodes:
        article = node.scope.article
        batches[-node.richness, article.published or "9999", order_of(article)].append(node)
    for batch in sorted(batches):
        keys = [node.scope.names | context[node.version] for node in batches[batch]]
        both = [*zip(batches[batch], keys, strict=True)]
        near = [lookup.find(known or broad_keys_of(node.scope)) for node, known in both]
        homes = _assign(batches[batch], near, joined, apart, settings)
        for (node, known), found in zip(both, homes, strict=True):
            home = found or Cluster()
            if found is None:
                clusters.append(home)
            given = known | broad_keys_of(node.scope) or frozenset({""})
            new = given - home.keys
            home.add(node, new)
            joined[node.version].add(id(home))
            lookup.add(home, new)
            lookup.renew(home, given - new)
    return clusters


def _assign(
    nodes: list[Node],
    near: Sequence[Sequence[Cluster]],
    joined: Mapping[tuple[str, str], Collection[int]],
    apart: Counter[str],
    settings: CompareSettings,
) -> list[Cluster | None]:
    """Match the figures of one article with groups, the surest match first, one to one.

    Args:
        nodes: The figures.
        near: For each the groups that it could belong to.
        joined: The groups, by `id`, that each article has figures in so far.
        apart: Takes up what is left apart, and why.
        settings: The settings.
    """
    offers: list[tuple[tuple[float, ...], int, int, Cluster]] = []
    for number, node in enumerate(nodes):
        for place, cluster in _not_dated_apart(node, near[number], joined.get(node.version, ()), apart):
            fit = _fit(node, cluster, apart, settings)
            if fit > 0:
                order = (-round(fit, 2), *_strangeness(node, cluster), node.scope.claim.start)
                offers.append((order, number, place, cluster))
    homes: dict[int, Cluster] = {}
    taken: set[int] = set()
    for _, number, _, cluster in sorted(offers, key=lambda offer: offer[:3]):
        if number not in homes and id(cluster) not in taken and nodes[number].version not in cluster.articles:
            homes[number] = cluster
            taken.add(id(cluster))
    for _, number, _, cluster in offers:
        if homes.get(number) is not cluster:
            apart["another figure fits better"] += len(cluster.nodes) - (nodes[number].version in cluster.articles)
    return [homes.get(number) for number in range(len(nodes))]


def _not_dated_apart(
    node: Node, clusters: Sequence[Cluster], joined: Collection[int], apart: Counter[str]
) -> Iterator[tuple[int, Cluster]]:
    """The groups that the days of their first scope do not keep a figure out of, each with its place.

    Nine of ten are kept out, and of millions of claims each look at a figure of theirs is one at memory far away.
    """
    mine = plain_days(node.scope)
    left_out = 0
    for place, cluster in enumerate(clusters):
        theirs = cluster.days
        if mine is None or theirs is None or id(cluster) in joined or not mine.apart_from(theirs):
            yield place, cluster
        else:
            left_out += len(cluster.nodes)
    apart["event differs"] += left_out


def _fit(node: Node, cluster: Cluster, apart: Counter[str], settings: CompareSettings) -> float:
    """How well a figure fits the scopes of a group on average; 0 where one of them rules it out, or all are unsure."""
    found: list[float] = []
    unsure = "scope unsure"
    scope, version = node.scope, node.version
    others = len(cluster.nodes) - (version in cluster.articles)
    for profile in cluster.profiles.values():
        if profile.version == version:
            continue
        confidence, differs = weigh(scope, profile, settings)
        if confidence == 0 and differs is not None:
            apart[differs] += others
            return 0.0
        found.append(confidence)
        unsure = differs or unsure
    mean = sum(found) / len(found) if found else 0.0
    if mean < settings.lowest_confidence:
        apart[unsure] += others
        return 0.0
    return mean


def _strangeness(node: Node, cluster: Cluster) -> tuple[float, float]:
    """Tie-breaks between groups that fit equally well: does a figure there agree, and how far off is the nearest."""
    alike, ratio = 1.0, 0.0
    for other in cluster.nodes[-MOST_PROFILES:]:
        if are_alike(node.scope, other.scope):
            alike = 0.0
        low, high = sorted((abs(node.scope.number), abs(other.scope.number)))
        ratio = max(ratio, float(low / high) if high else 1.0)
    return alike, round(1 - ratio, 3)
