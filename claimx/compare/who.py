"""Whom two figures count: the same people, some of them, or others."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from claimx.compare.folding import content
from claimx.lexicon.comparing import word_set
from claimx.lexicon.populations import Populations, read_populations
from claimx.records.group import ScopeRelation
from claimx.records.scope import Who

# "people, most of them women and children": what follows describes some of those counted, not all of them.
PART_WORDS = re.compile(
    r"[,(;:\u2013\u2014]|\b(?:most(?:ly)?|mainly|predominantly|largely|including|among|who|whose|which|that|held|taken|in"
    r"|at|on|from|by|near|aboard|with|since|during)\b"
)
BRACKETS = re.compile(r"\([^)]*\)")
IMPLIED = {
    "hostages_taken": frozenset({"hostage"}),
    "hostages_held": frozenset({"hostage", "prisoner"}),
    "hostages_released": frozenset({"hostage", "prisoner"}),
    "prisoners_held": frozenset({"prisoner"}),
    "prisoners_released": frozenset({"prisoner"}),
    "arrested": frozenset({"attacker", "prisoner"}),
    "attendance": frozenset({"protester"}),
}
"""Groups that the metric itself says: a hostage among the hostages is nobody special."""


@dataclass(frozen=True, slots=True)
class People:
    """Those counted.

    Attributes:
        known: Whether the text says who they are at all.
        tags: Groups that all of them belong to.
        either: Groups of which each belongs to one: soldiers and guerrillas.
        words: The words for them.
    """

    known: bool
    tags: frozenset[str] = frozenset()
    either: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()


UNSAID = People(known=False)


@dataclass(frozen=True, slots=True)
class WhoRelation:
    """How those counted by two figures relate, seen from the first.

    Attributes:
        relation: Equal, narrower, wider, unknown or different.
        soft: A narrower or wider group that may well be everybody: nine Kenyans among the nine people. With
            "unknown": both are named, by words that neither exclude nor hold one another: robbers and men.
    """

    relation: ScopeRelation
    soft: bool = False


@cache
def populations() -> Populations:
    """The groups of the lexicon, read once."""
    return read_populations()


def read_people(who: Who | None, metric: str) -> People:
    """Whom a claim counts.

    Args:
        who: The counted, as the claim has them.
        metric: The claim's metric; the group that it implies is no news.
    """
    return UNSAID if who is None else _read(who.text, who.groups, metric)


@lru_cache(maxsize=8192)
def _read(said: str, groups: tuple[str, ...], metric: str) -> People:
    text = BRACKETS.sub(" ", said)
    cut = PART_WORDS.split(text, maxsplit=1)[0]
    named = groups if cut == text else populations().groups_in(cut)
    tags = frozenset(named) - IMPLIED.get(metric, frozenset())
    either = frozenset(tag for tag in tags if any(_apart(tag, other) for other in tags - {tag}))
    return People(known=True, tags=tags - either, either=either, words=content(cut))


def _apart(one: str, other: str) -> bool:
    """Whether two groups share nobody; natives and foreigners are two sides as well."""
    nations = populations().nations
    if "foreigner" in (one, other):
        return bool({one, other} & nations.keys())
    return populations().disjoint(one, other)


EQUAL, UNKNOWN = WhoRelation("equal"), WhoRelation("unknown")


def relate_people(one: People, other: People, country: str | None) -> WhoRelation:
    """How two populations relate.

    Args:
        one: The first figure's.
        other: The second figure's.
        country: ISO 3166 code of the place of both, where known: Kenyans in Kenya are simply the people there.
    """
    if not (one.tags or one.either or other.tags or other.either):
        return EQUAL if one.known and other.known else UNKNOWN  # nearly all are just people
    return _relate_groups(one, other, country)


@lru_cache(maxsize=8192)
def _relate_groups(one: People, other: People, country: str | None) -> WhoRelation:
    mine, theirs = _alternatives(one, country), _alternatives(other, country)
    if mine == theirs:
        return EQUAL if one.known and other.known else UNKNOWN
    if len(mine) == 1 and len(theirs) == 1:
        return _relate_tags(mine[0], theirs[0])
    if all(_relate_tags(a, b).relation == "different" for a in mine for b in theirs):
        return WhoRelation("different")
    if len(theirs) == 1:
        return WhoRelation("wider" if theirs[0] else "narrower")
    if len(mine) == 1:
        return WhoRelation("narrower" if mine[0] else "wider")
    return WhoRelation("unknown")


def _relate_tags(first: frozenset[str], second: frozenset[str]) -> WhoRelation:
    if first == second:
        return WhoRelation("equal")
    if any(populations().disjoint(tag, other) for tag in first - second for other in second - first):
        return WhoRelation("different")
    if populations().holds(second, first):
        return WhoRelation("narrower", soft=_soft(first - second))
    if populations().holds(first, second):
        return WhoRelation("wider", soft=_soft(second - first))
    return WhoRelation("unknown", soft=True)


def _alternatives(people: People, country: str | None) -> list[frozenset[str]]:
    """The groups that all of the counted belong to, once for each kind of people among them.

    "Kenyan and foreign nurses" are all nurses there are; "soldiers and rebels" are two kinds.
    """
    nations = populations().nations
    tags = frozenset(tag for tag in people.tags if country is None or nations.get(tag) != country)
    spans_all = "foreigner" in people.either or len(people.either & nations.keys()) > 1
    return [tags] if spans_all or not people.either else [tags | {tag} for tag in sorted(people.either)]


def _soft(extra: frozenset[str]) -> bool:
    return all(tag in word_set("group-of-all") or tag in populations().nations for tag in extra)


def names_kind(people: People) -> bool:
    """Whether the words tell a kind of people by more than their nation: soldiers, children."""
    return bool((people.tags | people.either) - populations().nations.keys())


def same_wording(one: People, other: People) -> bool | None:
    """Whether the words for the counted are alike; None where one side has none."""
    if not one.words or not other.words:
        return None
    shared = len(one.words & other.words)
    return shared / len(one.words | other.words) >= 0.5  # noqa: PLR2004 - half of the words
