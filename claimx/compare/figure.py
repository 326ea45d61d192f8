"""A claim made ready for comparison: its intervals, date, place, people and event, read once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Final

from claimx.compare.announce import Step
from claimx.compare.events import Happening, names_several
from claimx.compare.interval import Interval, have_one_meaning, meaning_of
from claimx.compare.places import Place
from claimx.compare.settings import ALIGNING_WIDTH
from claimx.compare.shares import names_them
from claimx.compare.timeline import Days, read_days, within_days
from claimx.compare.who import People
from claimx.lexicon.contrasts import Contrast
from claimx.records.article import Article
from claimx.records.claim import Claim, Series

LOOKING_BACK = 6
KIND: Final = ("metric", "unit", "basis", "rate", "status", "certainty")
"""What `Figure.kind` is made of, as findings and counts name it."""

AHEAD = frozenset({"forecast", "target"})
"""Of money, what one article says is promised another says will be spent."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A claim and what the comparison reads from it.

    Attributes:
        article: Its article.
        claim: The claim.
        possible: P.
        usual: U.
        number: The one number that stands for it.
        as_of: The date for which it holds, or that of the article.
        series: What it may do over time.
        people: Whom it counts.
        place: Where.
        event: In which event.
        days: The time that it covers.
        sides: Counting rules by axis.
        wartime: Its article speaks of a war, in which attacks recur by the day.
        mentions: Names in its whole article.
        names: Names in its sentence and in the title.
        unit: Its unit, folded.
        of: Words for the whole that a percentage is of.
        announced: The step from an older figure that its text announces.
        revises: Numbers that its article says it replaces.
        dead: Numbers of dead in its article.
        attacker_died: Its article says that the attacker is dead too.
        attacker_hurt: Its article says that the attacker was hit too.
        others: It counts others than somebody named before: "15 others".
        whole: The number of the total of its metric that it is a part of.
        of_its_kind: That total counts the same kind of people: "four juveniles, two children among them".
        partial: It is known to count only some of those that its article counts elsewhere.
        picked: Its words say so themselves: "four of the officers", "the other two".
        listed: It stands beside somebody whom it does not count: "three men and a woman".
        minor: Its article gives another number before it that may be of the same event.
        separate: Its sentence sums up several events: "in seven separate shootings".
        below: Its article leads with another number of its metric.
        beside: Its sentence gives another count of its metric.
        alone: It stands below the headline, and there its article gives no other number of its metric.
        after_the_dead: Its sentence speaks of the dead too: "one man died and four others were hurt".
        roster: It counts all who ever were missing or held, those freed since included.
        version: Its article's id and text: two versions of one article are two articles.
        kind: What must be the same for two figures to be compared at all.
        meaning: What its words are ordinarily used for, as broadly as figures are put into groups.
        value: The number of its words; None for a range or a vague word.
    """

    article: Article
    claim: Claim
    possible: Interval
    usual: Interval
    number: Decimal
    as_of: str | None
    series: Series
    people: People
    place: Place | None
    event: Happening | None
    days: Days | None
    sides: Mapping[str, Contrast] = field(hash=False)
    wartime: bool
    mentions: frozenset[str] = field(repr=False)
    names: frozenset[str]
    unit: str
    of: frozenset[str]
    announced: Step | None = None
    revises: frozenset[Decimal] = frozenset()
    dead: frozenset[Decimal] = frozenset()
    attacker_died: bool = False
    attacker_hurt: bool = False
    others: bool = False
    whole: Decimal | None = None
    of_its_kind: bool = False
    partial: bool = False
    picked: bool = False
    listed: bool = False
    minor: bool = False
    separate: bool = False
    below: bool = False
    beside: bool = False
    alone: bool = False
    after_the_dead: bool = False
    roster: bool = False
    version: tuple[str, str] = field(init=False, repr=False, compare=False)
    kind: tuple[str, ...] = field(init=False, repr=False, compare=False)
    meaning: Interval = field(init=False, repr=False, compare=False)
    value: Decimal | None = field(init=False, repr=False, compare=False)
    _names_them: bool | None = field(default=None, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Take in what is asked for again and again; equal ones are one object, for there are millions."""
        claim = self.claim
        ahead = claim.metric == "money" and claim.status in AHEAD
        hypothetical = "hypothetical" if claim.certainty == "hypothetical" else ""
        status = "promised" if ahead else claim.status
        kind = _once(claim.metric, self.unit, claim.quantity.basis, claim.quantity.per or "", status, hypothetical)
        object.__setattr__(self, "kind", kind)
        object.__setattr__(self, "value", claim.quantity.value)
        object.__setattr__(self, "meaning", meaning_of(claim.quantity, ALIGNING_WIDTH))
        object.__setattr__(self, "version", _once(self.article.id, self.article.text_sha256))

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def of_several(self) -> bool:
        """Whether its sentence names events in the plural, or sums up several."""
        return self.separate or names_several(self.claim.sentence.text)

    @property
    def names_them(self) -> bool:
        """Whether those counted are named right there."""
        if self._names_them is None:
            object.__setattr__(self, "_names_them", names_them(self.claim))
        return bool(self._names_them)

    @property
    def in_headline(self) -> bool:
        """Whether it stands in a headline, given apart or at the head of the text."""
        return self.claim.within == "title" or self.claim.zone == "headline"


@lru_cache(maxsize=8192)
def _once(*names: str) -> tuple[str, ...]:
    return names


def same_past_day(one: Figure, other: Figure) -> bool:
    """Whether two figures are of one day that both articles look back on: "on 4 March", months later."""
    if one.days is None or one.days != other.days or one.days.first is None or one.days.last is None:
        return False
    if within_days(one.days.first, one.days.last, 2):
        written = [read_days(figure.article.published) for figure in (one, other)]
        return all(days is not None and days.gap(one.days) > LOOKING_BACK for days in written)
    return False


def looking_back(one: Figure, other: Figure) -> bool:
    """Whether both articles were written well after the events that their figures are of."""
    for figure in (one, other):
        written = read_days(figure.article.published)
        days = figure.event.days if figure.event else None
        if written is None or days is None or not days.before(written) or days.gap(written) <= LOOKING_BACK:
            return False
    return True


def are_alike(one: Figure, other: Figure) -> bool:
    """Whether two figures have the same number, or the number of one is an ordinary meaning of the other's words."""
    mine, theirs = one.value, other.value
    if mine is None or theirs is None:
        return have_one_meaning(one.claim.quantity, other.claim.quantity, one.meaning, other.meaning)
    return mine == theirs or one.meaning.holds(theirs) or other.meaning.holds(mine)


def of_one_event(one: Figure, other: Figure) -> bool:
    """Whether their article gives two figures one event."""
    return one.claim.event_id is not None and one.claim.event_id == other.claim.event_id
