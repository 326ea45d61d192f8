"""How much the people or things that two figures count speak for one count: 1 for, 0 against."""

from claimx.compare.counting import picked
from claimx.compare.figure import Figure
from claimx.compare.folding import overlap
from claimx.compare.same_event import EventRelation
from claimx.compare.series import GENERIC
from claimx.compare.size import SPECIFIC_DIGITS
from claimx.compare.who import WhoRelation, names_kind, same_wording
from claimx.lexicon.comparing import word_set
from claimx.records.group import ScopeRelation

BY_WORDING = frozenset({"attacks", "personnel"})
"""Metrics of many kinds of things: other numbers are of one thing only if the words for it are the same."""

FROM_TEN, TEN = frozenset({"attendance", "count", "personnel"}), 10
"""Metrics of which small numbers that differ are rather of two things: "several men came", "two men came"."""

MANY_THINGS = GENERIC | BY_WORDING | FROM_TEN | {"attacks"}
"""Metrics of which more is asked than whether one figure is a part."""

HARMED = frozenset({"killed", "injured", "casualties"})
"""Metrics in which the attacker may be counted or not."""

A_FEW = 3
"""From this number on, as many men as people were rather all of them."""


def weigh_who(one: Figure, other: Figure, who: WhoRelation, *, alike: bool) -> float:
    """People against some of the people: 3 children are no death toll, and nine Kenyans may be all of the nine dead."""
    match who.relation:
        case "equal":
            return 1.0
        case "unknown":
            return (0.7 if alike else 0.0) if who.soft else 0.95
        case "different":
            return 0.0
        case _:
            narrow = one if who.relation == "narrower" else other
            if narrow.partial:
                return 0.0
            if alike:
                return 0.85 if who.soft else 0.75 if one.number >= A_FEW else 0.6
            return 0.7 if who.soft else 0.0


def weigh_thing(one: Figure, other: Figure, event: EventRelation, *, alike: bool) -> float:
    """Whether the things counted are the same: wholes of percentages, parts, and what a generic metric leaves open."""
    percent = one.claim.quantity.unit == "percent"
    if percent and one.of and other.of and overlap(one.of, other.of) < 0.5:  # noqa: PLR2004 - half of the words
        return 0.0
    if not alike and _seldom_compared(one, other):
        return 0.0
    if one.claim.metric not in GENERIC and (not percent or (one.of and other.of)):
        return 1.0 if _parts_fit(one, other, alike=alike) else 0.0
    here = one.place is not None and other.place is not None and one.place.words == other.place.words
    near = event.relation == "equal" or (one.number == other.number and (here or bool(one.names & other.names)))
    return _weigh_generic(one, other, same=same_wording(one.people, other.people), same_event=near, alike=alike)


def _seldom_compared(one: Figure, other: Figure) -> bool:
    """Whether other numbers of one metric are hardly ever of one thing: other words, or a few who came."""
    if one.claim.metric in BY_WORDING and same_wording(one.people, other.people) is False:
        return True
    if one.claim.metric in FROM_TEN and max(one.number, other.number) < TEN:
        return True
    windows = one.claim.metric == "attacks" and any(each.event and each.event.several for each in (one, other))
    return windows and (one.days is None or one.days != other.days)


def _weigh_generic(one: Figure, other: Figure, *, same: bool | None, same_event: bool, alike: bool) -> float:
    """A generic metric holds only where the words for what is counted are the same, or the number says so.

    "200 prisoners" and "100 prisoners" may be those who rioted and those who fled: persons and shares without a metric
    of their own are only ever found to agree.
    """
    if one.unit in word_set("length"):
        return 1.0 if same and alike else 0.0
    if one.claim.metric == "measure" and same_event and (same or (one.unit == "magnitude" and same is not None)):
        return 1.0
    if not alike:
        return 1.0 if same and same_event and one.unit not in ("people", "percent") else 0.0
    digits = len(one.number.normalize().as_tuple().digits)
    telling = digits >= SPECIFIC_DIGITS and one.number == other.number
    if same or same_event or telling:
        return 1.0 if same else (0.9 if same is None else 0.75)
    return 0.0


def _parts_fit(one: Figure, other: Figure, *, alike: bool) -> bool:
    """Whether a part is held against its like: nine children among the dead, against children and not the dead.

    "Four of the officers" are held against no count of officers.
    """
    if one.roster != other.roster:
        return False
    if not (one.partial or other.partial):
        return True
    if names_kind(one.people) and names_kind(other.people) and not (one.picked or other.picked):
        return True
    return alike and one.partial and other.partial and bool(same_wording(one.people, other.people))


def weigh_counting(one: Figure, other: Figure, counting: ScopeRelation, *, alike: bool) -> float:
    """A count that leaves some out agrees with one that does not by chance at most."""
    if not alike and _differ_by_the_attacker(one, other):
        return 0.0
    if not alike and (picked(one.sides, other.sides) or _differ_by_the_dead(one, other)):
        return 0.4
    match counting:
        case "different":
            return 0.0
        case "narrower" | "wider":
            return (0.85 if one.number == other.number >= A_FEW else 0.6) if alike else 0.0
        case _:
            return 1.0


def _differ_by_the_attacker(one: Figure, other: Figure) -> bool:
    """Whether two counts are one apart where the attacker was hit too: 50 dead with the gunman, and his 49 victims.

    Or where the lesser is of others: "a boy died of his injuries after the fall that killed 15 others".
    """
    if abs(one.number - other.number) != 1 or one.claim.metric not in HARMED:
        return False
    told = {"with-attacker", "without-attacker"} & {side.id for each in (one, other) for side in each.sides.values()}
    low, high = (one, other) if one.number < other.number else (other, one)
    if told or (low.others and not high.others and not (low.after_the_dead and low.claim.metric != "killed")):
        return True
    if one.claim.metric == "killed":
        return one.attacker_died or other.attacker_died
    return one.attacker_hurt or other.attacker_hurt


def _differ_by_the_dead(one: Figure, other: Figure) -> bool:
    """Whether two counts of casualties are as many apart as one article has dead: "4 shot, 1 killed" and "5 shot"."""
    apart = abs(one.number - other.number)
    return one.claim.metric == "casualties" and apart in one.dead | other.dead
