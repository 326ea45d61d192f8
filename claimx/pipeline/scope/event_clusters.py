"""Put mentions of one event together, and keep events apart that differ in date, place or actor."""

from bisect import insort
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.event_mentions import EventMention
from claimx.textual.dates import DateMention

Days = tuple[str, str]

STILL_SPOKEN_OF = 250
"""Code points within which "the quake" is the one spoken of last; further on it is the article's own again."""

CLOSE_FAMILIES = frozenset(
    {
        frozenset({"violence", "blast"}),
        frozenset({"violence", "robbery"}),
        frozenset({"accident", "blast"}),
        frozenset({"weather", "accident"}),
        frozenset({"earth", "weather"}),
        frozenset({"movement", "weather"}),
        frozenset({"movement", "earth"}),
        frozenset({"movement", "accident"}),
        frozenset({"movement", "war"}),
    }
)
"""Families of which one event can have both names."""


SAME_ACTOR = 4
"""Letters that names of one actor begin with alike: "Peru" and "Peruvian"."""

OFTEN_UNREAL = frozenset({"truce", "deal"})
"""Families that news speaks of before they come about: "talks on a truce" are no part of last November's truce."""


@dataclass(slots=True)
class Cluster:
    """All mentions of one event, in order; made of the first, it grows by one after the other.

    Attributes:
        first: The mention that names it: the first noun with a date, else the first noun, else the first verb.
        mentions: Its mentions so far.
        kinds: Ids of the kinds that its mentions name.
        places: The places that its mentions give, by name.
        actors: Who did it, as its mentions say, by how their names begin.
        days: The dates that most of its mentions give, of several the narrowest.
    """

    first: EventMention
    mentions: list[EventMention] = field(default_factory=list, init=False)
    kinds: set[str] = field(default_factory=set, init=False)
    places: dict[str, PlaceMention] = field(default_factory=dict, init=False)
    actors: set[str] = field(default_factory=set, init=False)
    days: Days | None = field(default=None, init=False)
    _known: Counter[Days] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        """Take in the first mention."""
        self.add(self.first)

    @property
    def family(self) -> str:
        """The family of its kind."""
        return self.first.kind.family

    def add(self, mention: EventMention) -> None:
        """Take in one more mention."""
        self.mentions.append(mention)
        if _naming(mention) < _naming(self.first):
            self.first = mention
        self.kinds.add(mention.kind.id)
        if mention.place:
            self.places[mention.place.name] = mention.place
        if mention.actor:
            self.actors.add(mention.actor[:SAME_ACTOR])
        if days := _days(mention.date):
            self._known[days] += 1
            if self.days is None or self._rank(days) < self._rank(self.days):
                self.days = days

    @property
    def looks(self) -> tuple[object, ...]:
        """All that `_fit` asks of a cluster; clusters that look alike fit the same mentions."""
        at = self.first.place
        places = tuple((each.name, each.code, each.sort) for each in self.places.values())
        kinds, actors = frozenset(self.kinds), frozenset(self.actors)
        return self.first.kind.id, self.first.unreal, at and at.sort, kinds, self.days, places, actors

    def _rank(self, days: Days) -> tuple[int, int, Days]:
        """How well dates are borne out, the best first."""
        return -self._known[days], _length(days), days


def _naming(mention: EventMention) -> int:
    """How well a mention names its event, the best first."""
    if mention.verb:
        return 2
    return 0 if mention.date and mention.date.from_day and mention.date.grain == "day" else 1


def _days(date: DateMention | None) -> Days | None:
    if date is None or date.from_day is None:
        return None
    return date.from_day, date.to_day or date.from_day


def _length(days: Days) -> int:
    first, last = (int(day[:4]) * 372 + int(day[5:7]) * 31 + int(day[8:10]) for day in days)
    return last - first


def _apart(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and (one[1] < other[0] or other[1] < one[0])


def cluster_mentions(mentions: Sequence[EventMention], *, lead: int = 0) -> tuple[Cluster, ...]:
    """Put mentions together, in order; each joins the event that it fits best or opens a new one.

    Args:
        mentions: Its mentions of events.
        lead: Where the lead ends, in which headline and first sentence bring in one event twice.

    Returns:
        Events in order of their first mention.
    """
    homes = _Homes()
    for mention in mentions:
        home = homes.find(mention)
        if home is not None and mention.start >= lead and _is_one_more(mention, homes.clusters[home]):
            home = None
        homes.put(mention, home)
    return tuple(homes.clusters)


class _Homes:
    """The events so far, and those that look alike together: a text can bring in thousands of "an attack".

    Attributes:
        clusters: The events, in order of their first mention.
    """

    def __init__(self) -> None:
        self.clusters: list[Cluster] = []
        self._alike: dict[tuple[object, ...], list[int]] = {}
        self._looks: list[tuple[object, ...]] = []
        self._ends: list[tuple[int, int]] = []

    def find(self, mention: EventMention) -> int | None:
        """Index of the event that a mention fits best: the one spoken of last, else the first."""
        if mention.other:
            return None
        scores = {looks: _fit(mention, self.clusters[same[0]]) for looks, same in self._alike.items()}
        fitting = [(score, -1, -self._alike[looks][0]) for looks, score in scores.items() if score]
        for end, index in reversed(self._ends):
            if mention.start - end >= STILL_SPOKEN_OF:
                break
            if score := scores[self._looks[index]]:
                fitting.append((score, index, -index))
        return -max(fitting)[2] if fitting else None

    def put(self, mention: EventMention, home: int | None) -> None:
        """Put a mention with an event, or with a new one."""
        if home is None:
            home = len(self.clusters)
            self.clusters.append(Cluster(mention))
            self._looks.append(())
        else:
            self.clusters[home].add(mention)
        self._ends.append((mention.end, home))
        looks = self.clusters[home].looks
        if looks != self._looks[home]:
            self._leave(home)
            insort(self._alike.setdefault(looks, []), home)
            self._looks[home] = looks

    def _leave(self, index: int) -> None:
        """Take an event from those that it looked like."""
        alike = self._alike.get(self._looks[index])
        if alike is not None:
            alike.remove(index)
            if not alike:
                del self._alike[self._looks[index]]


def _is_one_more(mention: EventMention, cluster: Cluster) -> bool:
    """Whether a mention brings in an event like the one before: "a shoot-out at the port", but no flood of a storm."""
    days = _days(mention.date)
    same_days = days is not None and cluster.days is not None and not _apart(days, cluster.days)
    alone = mention.kind.follows or mention.plural or cluster.first.plural
    return mention.indefinite and not alone and not same_days


def _fit(mention: EventMention, cluster: Cluster) -> int:
    """How well a mention fits an event; 0 where it cannot be the same."""
    same_kind = mention.kind.id in cluster.kinds
    same_family = mention.kind.family == cluster.family
    close = frozenset({mention.kind.family, cluster.family}) in CLOSE_FAMILIES
    if not (same_kind or same_family or close):
        return 0
    days = _days(mention.date)
    if mention.date and mention.date.relation != "in":
        days = None
    if _apart(days, cluster.days) or mention.unreal != cluster.first.unreal:
        return 0
    if mention.kind.family in OFTEN_UNREAL and not mention.definite and bool(days) != bool(cluster.days):
        return 0
    if _in_a_war(mention, cluster) or _places_differ(mention, cluster) or _actors_differ(mention, cluster):
        return 0
    return 1 + 4 * same_kind + 2 * same_family + 4 * bool(days and cluster.days)


def _in_a_war(mention: EventMention, cluster: Cluster) -> bool:
    """Whether one is fighting all over a country and the other strikes one town: the raid on Orsa that opened it."""
    wide = {"country", "territory", "region"}
    first = cluster.first
    if mention.kind.spot == first.kind.spot or "war" not in mention.kind.kin or "war" not in first.kind.kin:
        return False
    spot, spread = (mention, first) if mention.kind.spot else (first, mention)
    return bool(spot.place and spread.place and spot.place.sort == "city" and spread.place.sort in wide)


def _places_differ(mention: EventMention, cluster: Cluster) -> bool:
    """Whether the places exclude each other: a city and its country do not, two cities do."""
    if mention.place is None:
        return False
    for other in cluster.places.values():
        if other.name == mention.place.name:
            return False
        if other.country and mention.place.country and other.country != mention.place.country:
            return True
        if _lie_apart(other, mention.place):
            return True
        if other.sort == mention.place.sort and other.sort in {"city", "region", "country", "territory"}:
            return True
    return False


def _lie_apart(one: PlaceMention, other: PlaceMention) -> bool:
    """Whether a town and a region lie in different regions: Tucson and Alaska."""
    codes = (one.code or "", other.code or "")
    small = {one.sort, other.sort} == {"city", "region"}
    return small and all("-" in code for code in codes) and codes[0] != codes[1]


def _actors_differ(mention: EventMention, cluster: Cluster) -> bool:
    """Whether two are said to have done it; "Peru" and "Peruvian" are one."""
    if mention.actor is None or not cluster.actors:
        return False
    return mention.actor[:SAME_ACTOR] not in cluster.actors
