"""An event as one article has it: its kind, date, place, and the words of its name that tell it from others."""

import calendar
import re
from dataclasses import dataclass
from functools import cache, cached_property

from claimx.compare.folding import content
from claimx.compare.names import CALENDAR
from claimx.compare.places import Place, country_words, read_place
from claimx.compare.timeline import Days, read_span
from claimx.lexicon.comparing import alternatives, word_set
from claimx.lexicon.event_kinds import EventKind
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.records.scope import Event


@dataclass(frozen=True)
class Happening:
    """An event as one article has it.

    Attributes:
        name: Its name there.
        kinds: Kinds that its kind or name says.
        days: When it was; None where the article gives no date.
        place: Where it was.
        label: Words of its name, without kind and date.
        marks: Those of them that are names, but not of its place: "Morra Star".
        calendar: Month and day in the name: "March 4".
        several: Its name is a plural of what comes singly: "weekend shootings".
        stated: The sentence of the figure speaks of it; else it is carried over from the context.
    """

    name: str
    kinds: tuple[EventKind, ...]
    days: Days | None
    place: Place | None
    label: frozenset[str]
    marks: frozenset[str]
    calendar: frozenset[str]
    several: bool = False
    stated: bool = True

    @cached_property
    def vague(self) -> bool:
        """Whether nothing tells it from others: "heavy damage", "the crisis"."""
        return self.days is None and self.place is None and not self.marks and not self.calendar

    @cached_property
    def spot(self) -> bool:
        """Whether it happens in one place, so that a second place given for it is another name, or a mistake."""
        return bool(self.kinds) and all(kind.spot for kind in self.kinds)

    @cached_property
    def recurs(self) -> bool:
        """Whether its like happens again at one place within days."""
        return any(kind.recurs for kind in self.kinds)

    @cached_property
    def warlike(self) -> bool:
        """Whether its like happens every day of a war."""
        return any("war" in kind.kin for kind in self.kinds)

    @cached_property
    def lasts(self) -> bool:
        """Whether it goes on for weeks."""
        return any(kind.lasting for kind in self.kinds)

    @cached_property
    def reach(self) -> tuple[int, int] | None:
        """First and last day as ordinals, far away where an end is open, as of what lasts; None without days."""
        if self.days is None:
            return None
        first, last = self.days.first, self.days.last
        open_end = last is None or (self.lasts and first == last)
        return (-FAR if first is None else first.toordinal(), FAR if open_end or last is None else last.toordinal())

    @cached_property
    def spreads(self) -> bool:
        """Whether it hits many places at once."""
        return any(kind.spreads for kind in self.kinds)


FAR = 10_000_000
"""A day beyond all that dates can tell."""

CAPITAL = re.compile(r"\b[A-Z]\w*")
DAY_DIGITS = 2
MONTHS = frozenset(name.casefold() for name in calendar.month_name if name)
TIME_WORDS = CALENDAR | frozenset(
    {"today", "yesterday", "last", "late", "early", "ago", "day", "week", "month", "year"}
)
"""Words for times are matched as dates, and are no names of events."""


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """The kinds of the lexicon, read once."""
    return read_entries(lexicon_folder() / "event_kinds.toml", EventKind)


@cache
def _by_noun() -> tuple[tuple[re.Pattern[str], EventKind], ...]:
    pairs = [(noun, kind) for kind in event_kinds() for noun in kind.nouns]
    pairs.sort(key=lambda pair: (-len(pair[0]), pair[0], pair[1].id))
    return tuple((re.compile(rf"\b{re.escape(noun)}(?:s|es)?\b"), kind) for noun, kind in pairs)


@cache
def kinds_of(name: str, kind: str = "") -> tuple[EventKind, ...]:
    """The kind of an event, or else those that its name says; a longer noun hides the shorter ones inside it."""
    known = tuple(each for each in event_kinds() if each.id == kind)
    if known:
        return known
    found: dict[str, EventKind] = {}
    rest = name.casefold()
    for pattern, each in _by_noun():
        rest, hits = pattern.subn(" ", rest)
        if hits:
            found.setdefault(each.id, each)
    return tuple(found[key] for key in sorted(found))


@cache
def _kind_words() -> frozenset[str]:
    return frozenset(word for kind in event_kinds() for noun in kind.nouns for word in content(noun))


@cache
def _plural() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('several-events')})\b", re.IGNORECASE)


def names_several(text: str) -> bool:
    """Whether words name events in the plural: "weekend shootings"."""
    return bool(_plural().search(text))


def read_event(event: Event | None, place: Place | None, days: Days | None, *, stated: bool = True) -> Happening | None:
    """An event as the comparison sees it.

    Args:
        event: The event of the claim.
        place: The claim's place, used where the event has none.
        days: The claim's own time, used where the event has none.
        stated: Whether the sentence of the figure speaks of it.
    """
    if event is None:
        return None
    where = read_place(None, event.place) if event.place else None
    if place is not None and (where is None or where.words & place.words or not where.words):
        where = place
    said = content(event.name)
    known = (where.words if where else frozenset()) | content(event.place or "")
    names = frozenset(word for phrase in CAPITAL.findall(event.name) for word in content(phrase))
    label = said - _kind_words() - TIME_WORDS - word_set("kind-of-place")
    label = frozenset(word for word in label if not word.isdigit() and len(word) > 1)
    return Happening(
        name=event.name,
        kinds=kinds_of(event.name, event.kind),
        days=read_span(event.from_, event.to or event.from_) or days,
        place=where,
        label=label,
        marks=(label & names) - known - country_words(),
        calendar=_calendar(said),
        several=names_several(event.name),
        stated=stated,
    )


def _calendar(said: frozenset[str]) -> frozenset[str]:
    days = frozenset(word for word in said if word.isdigit() and len(word) <= DAY_DIGITS)
    months = said & MONTHS
    return days | months if days and months else frozenset()
