"""Invented events, and the sentences in which their figures are told."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.invented import Words

DAYS, PLACES, FILLERS = 365, 3000, 9
KINDS = ("flood", "earthquake", "bombing", "fire", "shooting", "crash", "storm", "airstrike")
CODES = "KE UG PS UA SD MM PH ID TR MX BR IN PK NG ET YE SY IQ AF CO PE CL JP IT GR ES US-TX US-CA DE FR"
COUNTRIES = CODES.split()
WHO = (("people", ()), ("people", ()), ("people", ()), ("residents", ()), ("civilians", ("civilian",)))
PARTS = (("children", ("child",)), ("women", ("woman",)), ("soldiers", ("soldier",)))
HEDGES = (("", "exact"), ("", "exact"), ("", "exact"), ("at least ", "at_least"), ("about ", "about"))

Json = dict[str, object]
Piece = tuple[str, "Claimed | None"]

PATTERNS = (
    "{src} said {n} {who} were {did} in {where}.",
    "{n} {who} were {did} in {where}, according to {src}.",
    "In {where}, {n} {who} have been {did}.",
    "By evening {n} {who} had been {did}, {src} said, as {where} counted its losses.",
    "The number of {who} {did} in {where} stood at {n}.",
)
DID = {"infrastructure_damaged": "damaged", "money": "pledged"}


@dataclass(frozen=True)
class Claimed:
    """A figure of a sentence before it has offsets; its words are slots of the sentence's pattern."""

    metric: str
    value: int
    unit: str
    groups: tuple[str, ...] = ()
    part: bool = False
    pattern: str = "{n} {who} were killed in {where}, {src} said."
    slots: tuple[tuple[str, str], ...] = ()
    comparator: str = "exact"


@dataclass
class Event:
    """An invented event and what is known of it."""

    number: int
    kind: str
    place: str
    code: str
    day: int
    size: int
    lasts: int
    toll: int
    sources: Sequence[str]
    said: Sequence[Sequence[str]]
    draw: random.Random = field(repr=False)


def event_of(number: int, size: int, places: Sequence[str], words: Words, draw: random.Random) -> Event:
    """An event on which so many articles are written; some places have far more than others."""
    home = min(int(draw.paretovariate(0.7)), PLACES) - 1
    lasts = min(DAYS // 4, 3 + size // 20)
    return Event(
        number,
        draw.choice(KINDS),
        places[home],
        COUNTRIES[home % len(COUNTRIES)],
        draw.randrange(DAYS - lasts),
        size,
        lasts,
        draw.randint(5, 60) * (1 + size // 10),
        [*("police", "the interior ministry", "rescuers"), *(words.person(draw) for _ in range(1 + size // 8))],
        [words.sentence(draw) for _ in range(2 + size // 5)],
        draw,
    )


def report_of(event: Event, day: int, words: Words) -> list[Piece]:
    """Sentences with a figure among others that have none."""
    draw = event.draw
    toll = max(
        1,
        round(event.toll * (1 - 0.6 * 0.5 ** (day - event.day + 1)) * draw.choice((0.9, 1, 1, 1, 1, 1, 1, 1, 1, 1.1))),
    )
    figures = [
        _claimed(event, "killed", toll, "people", draw.choice(WHO)),
        _claimed(event, "injured", toll * 3 + draw.randrange(5), "people", draw.choice(WHO)),
        _claimed(event, "missing", toll // 2 + 1, "people", draw.choice(WHO)),
        _claimed(event, "displaced", toll * 40, "people", draw.choice(WHO)),
        _claimed(event, "infrastructure_damaged", toll * 7, "home", ("homes", ())),
    ]
    last = draw.random()
    if last < 0.5:
        figures.append(_claimed(event, "killed", max(1, toll // 4), "people", draw.choice(PARTS), part=True))
    elif last < 0.8:
        figures.append(_claimed(event, "money", toll * 100_000, "USD", ("dollars", ())))
    else:
        figures.append(_claimed(event, "infrastructure_damaged", draw.randint(5, 95), "percent", ("homes", ())))
    pieces: list[Piece] = [("", each) for each in figures]
    pieces += [(" ".join(words.sentence(draw)).capitalize() + ".", None) for _ in range(FILLERS)]
    draw.shuffle(pieces)
    return pieces


def _claimed(
    event: Event, metric: str, value: int, unit: str, who: tuple[str, tuple[str, ...]], *, part: bool = False
) -> Claimed:
    draw = event.draw
    hedge, comparator = draw.choice(HEDGES)
    number = f"{hedge}{value:,}{' percent' if unit == 'percent' else ''}"
    slots = (
        ("n", number),
        ("who", f"of the {who[0]}" if unit == "percent" else who[0]),
        ("where", event.place),
        ("src", draw.choice(event.sources)),
        ("did", DID.get(metric, metric)),
    )
    return Claimed(metric, value, unit, who[1], part, draw.choice(PATTERNS), slots, comparator)
