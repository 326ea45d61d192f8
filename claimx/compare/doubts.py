"""Reasons to doubt that two figures that differ count one thing: such a pair is shown, but raises no alarm."""

from decimal import Decimal

from claimx.compare.counted import HARMED
from claimx.compare.figure import Figure
from claimx.compare.scope import Scope
from claimx.compare.who import names_kind

SURE = 0.5
"""With less confidence than this that two figures count one thing, that they differ is no alarm."""

HIT = "outcome"
"""Axis of the words that tell only that somebody was hit: the dead of a shooting were shot, too."""

A_FEW = 3
"""Up to this low end a vague word, "several", excludes no small number."""


def doubt(one: Figure, other: Figure, scope: Scope) -> str | None:
    """Why two figures of a group may well count two things; None where nothing speaks for that.

    Args:
        one: A figure.
        other: Another of its group.
        scope: How their scopes relate.
    """
    unsure = "it is unsure that both count one thing" if scope.confidence < SURE else None
    return doubt_by_words(one, other, scope) or unsure


def doubt_by_words(one: Figure, other: Figure, scope: Scope) -> str | None:
    """What in the words or in what is told beside them speaks for two things; None where nothing does.

    Args:
        one: A figure.
        other: Another of its group.
        scope: How their scopes relate.
    """
    kind = _of_one_kind(one, other, scope)
    across = one.version != other.version
    checks = (
        (one.whole == other.number or other.whole == one.number, "one is a part of what the other counts"),
        (not kind and _is_a_share(one) != _is_a_share(other), "one may count only some"),
        (_of_others(one, other), "one counts the others beside somebody counted elsewhere"),
        (across and (one.below or other.below), "one stands below another number of its own article"),
        (not kind and (one.beside or other.beside), "one stands beside another count in its own sentence"),
        (scope.who in ("narrower", "wider", "different"), "they may count different people"),
        (_places_apart(one, other, scope), "they are given for different places"),
        (one.separate != other.separate, "one may sum up several events"),
        (_vague(one) or _vague(other), "the words of one are vague"),
        (_one_alone(one) or _one_alone(other), "one tells of a single person"),
        (one.names_them != other.names_them, "one tells of those that it names"),
        (_with_the_dead(one, other), "one may count the dead among the hurt"),
    )
    return next((why for holds, why in checks if holds), None)


def kind_among_all(one: Figure, other: Figure) -> bool:
    """Whether the lesser of two figures of one article is of a kind, the other of all: "13 shot" and "three boxers".

    Args:
        one: A figure.
        other: Another of the same article.
    """
    low, high = (one, other) if one.number < other.number else (other, one)
    told = bool(low.people.words - high.people.words)
    return not high.people.words and told and not names_kind(high.people)


def _is_a_share(figure: Figure) -> bool:
    return figure.partial or figure.listed or any(side.narrows for side in figure.sides.values())


def _of_others(one: Figure, other: Figure) -> bool:
    """Whether one counts others than somebody who was hit in the same way; not "one died and four others were hurt".

    Unless it is the lesser by one, and the other text does not tell the dead apart: "her child died, four others were
    hurt" leaves her out.
    """
    mine, theirs = (each.others and not each.after_the_dead for each in (one, other))
    if mine != theirs:
        return True
    low, high = (one, other) if one.number < other.number else (other, one)
    return high.number - low.number == 1 and low.others and not high.others


def _of_one_kind(one: Figure, other: Figure, scope: Scope) -> bool:
    """Whether both are of one event and one kind of people, as "29 passengers and 8 soldiers" and "30 soldiers"."""
    of_all = not (one.of_its_kind or other.of_its_kind)
    return of_all and scope.who == scope.event == "equal" and names_kind(one.people) and names_kind(other.people)


def _places_apart(one: Figure, other: Figure, scope: Scope) -> bool:
    """Whether both name a place, and neither holds the other."""
    return one.place is not None and other.place is not None and scope.where in ("unknown", "different")


def _vague(figure: Figure) -> bool:
    quantity = figure.claim.quantity
    return quantity.comparator == "vague" and quantity.low is not None and quantity.low <= A_FEW


def _one_alone(figure: Figure) -> bool:
    """Whether it is a one below the headline: "one victim died at noon" is seldom how many there are."""
    return figure.number == 1 and figure.unit == "people" and not figure.in_headline


def _with_the_dead(one: Figure, other: Figure) -> bool:
    """Whether two counts of the hurt are as many apart as one of their articles has dead.

    "Four were hurt" may be the one dead and the three hurt of another text; "one died and four were hurt" may not, but
    "four were shot, and one died" may.
    """
    if one.claim.metric not in HARMED - {"killed"}:
        return False
    low, high = (one, other) if one.number < other.number else (other, one)
    apart = abs(one.number - other.number)
    dead = low.dead | high.dead | ({Decimal(1)} if low.after_the_dead else set())
    return apart in dead and (HIT in high.sides or not high.after_the_dead)
