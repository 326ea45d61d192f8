"""Extractions of invented news: many outlets and events over a year, one hot event, reprints, quotations, no parsing.

The same number of claims gives the same extractions on every machine. They are made as the JSON that `claimx extract`
writes, with texts that hold every span.
"""

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bench.invented import Words

CLAIMS_OF_AN_ARTICLE = 6
HOT = 0.05
"""Share of all claims that are about one event."""

FIRST_DAY, DAYS = date(2031, 1, 1), 365
SIZES = (1, 1, 1, 2, 2, 3, 4, 6, 9, 14, 30, 60)
"""Articles on an event that is not the hot one; each as likely as the others."""

OUTLETS, PLACES = 400, 3000
REPRINTED, EDITED, TITLED = 0.4, 0.15, 0.4
"""Shares: of articles that print an agency's text, of sentences of such and of quotations in which a word is another,
of headlines with a number."""

FILLERS, QUOTES = 9, 2
KINDS = ("flood", "earthquake", "bombing", "fire", "shooting", "crash", "storm", "airstrike")
CODES = "KE UG PS UA SD MM PH ID TR MX BR IN PK NG ET YE SY IQ AF CO PE CL JP IT GR ES US-TX US-CA DE FR"
COUNTRIES = CODES.split()
WHO = (("people", ()), ("people", ()), ("people", ()), ("residents", ()), ("civilians", ("civilian",)))
PARTS = (("children", ("child",)), ("women", ("woman",)), ("soldiers", ("soldier",)))
HEDGES = (("", "exact"), ("", "exact"), ("", "exact"), ("at least ", "at_least"), ("about ", "about"))

Json = dict[str, object]
Piece = tuple[str, "Claimed | None"]


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


def extractions(claims: int) -> Iterator[Json]:
    """Extractions with about so many claims, as JSON values, in no order of date.

    Args:
        claims: How many in all.
    """
    words = Words(seed=claims % 7)
    places = [words.name() for _ in range(PLACES)]
    outlets = [f"{words.name()} {kind}" for kind in ("Post", "Radio", "Courier", "Online") for _ in range(OUTLETS // 4)]
    left = max(1, claims // CLAIMS_OF_AN_ARTICLE)
    number = 0
    while left > 0:
        draw = random.Random(number)  # noqa: S311 - the same news each time
        size = max(1, round(left * HOT)) if number == 0 else min(left, draw.choice(SIZES))
        yield from _articles(_event(number, size, places, words, draw), outlets, words)
        left -= size
        number += 1


def _event(number: int, size: int, places: Sequence[str], words: Words, draw: random.Random) -> Event:
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


def _articles(event: Event, outlets: Sequence[str], words: Words) -> Iterator[Json]:
    draw = event.draw
    agency: list[Piece] = []
    for number in range(event.size):
        day = event.day + int(event.lasts * number / event.size)
        pieces = _report(event, day, words)
        if not agency or number % 25 == 0:
            agency = pieces
        elif draw.random() < REPRINTED:
            pieces = [_edited(piece, words, draw) for piece in agency[: len(agency) - draw.randrange(3)]]
        outlet = outlets[min(int(draw.paretovariate(0.5)), OUTLETS) - 1]
        quotes = [_misheard(draw.choice(event.said), words, draw) for _ in range(QUOTES)]
        yield _written(event, f"n{event.number}-{number}", outlet, day, pieces, quotes)


def _report(event: Event, day: int, words: Words) -> list[Piece]:
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


PATTERNS = (
    "{src} said {n} {who} were {did} in {where}.",
    "{n} {who} were {did} in {where}, according to {src}.",
    "In {where}, {n} {who} have been {did}.",
    "By evening {n} {who} had been {did}, {src} said, as {where} counted its losses.",
    "The number of {who} {did} in {where} stood at {n}.",
)
DID = {"infrastructure_damaged": "damaged", "money": "pledged"}


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


def _edited(piece: Piece, words: Words, draw: random.Random) -> Piece:
    """A sentence as a copy has it: most are the same, in some an editor changed a word."""
    text, claimed = piece
    if claimed is not None or draw.random() > EDITED:
        return piece
    told = text.split()
    told[draw.randrange(len(told) - 1)] = words.word(draw)
    return " ".join(told), None


def _misheard(said: Sequence[str], words: Words, draw: random.Random) -> Sequence[str]:
    """An utterance as an outlet quotes it: now and then with another word."""
    heard = list(said)
    if draw.random() < EDITED:
        heard[draw.randrange(1, len(heard))] = words.word(draw)
    return heard


def _written(
    event: Event, name: str, outlet: str, day: int, pieces: Sequence[Piece], quotes: Sequence[Sequence[str]]
) -> Json:
    """Text and spans."""
    draw = event.draw
    published = str(FIRST_DAY + timedelta(days=day))
    title = f"{event.kind.capitalize()} in {event.place}"
    kept = next((each for _, each in pieces if each and each.metric == "killed" and not each.part), None)
    claims: list[Json] = []
    if kept is not None and draw.random() < TITLED:
        claims.append(_headline(kept, title, name, published))
        title = f"{title} kills {kept.value:,}"
    text = ""
    speakers: dict[str, str] = {}
    for told, claimed in pieces:
        text += "" if not text else "\n\n" if draw.random() < 0.4 else " "
        if claimed is None:
            text += told
            continue
        claims.append(_claim(claimed, len(text), name, published, event, speakers))
        sentence = claims[-1]["sentence"]
        text += str(sentence["text"]) if isinstance(sentence, dict) else ""
    spoken = []
    for said in quotes:
        speaker = draw.choice(event.sources)
        speakers.setdefault(speaker, f"s{len(speakers)}")
        start = len(text) + 3
        words = " ".join(said).capitalize()
        text += f"\n\n“{words},” {speaker} said."
        mention = start + len(words) + 3
        spoken.append(
            {
                **_span(start, words),
                "id": f"q{name}-{start}",
                "kind": "direct",
                "speaker_id": speakers[speaker],
                "speaker_mention": _span(mention, speaker),
                "confidence": 0.9,
            }
        )
    return {
        "schema": "claimx.extraction",
        "schema_version": "1.0",
        "producer": {"version": "bench"},
        "article": {
            "id": name,
            "source": outlet,
            "title": title,
            "published": published,
            "text": text,
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
        },
        "speakers": [
            {
                "id": id_,
                "name": speaker.removeprefix("the "),
                "kind": "person" if speaker[0].isupper() else "government",
            }
            for speaker, id_ in speakers.items()
        ],
        "events": [
            {
                "id": "e1",
                "name": f"{event.kind} in {event.place}",
                "kind": event.kind,
                "from": str(FIRST_DAY + timedelta(days=event.day)),
                "to": str(FIRST_DAY + timedelta(days=event.day)),
                "place": event.place,
            }
        ],
        "quotes": spoken,
        "claims": _linked(claims),
    }


def _linked(claims: list[Json]) -> list[Json]:
    """Let parts know their whole: the first count of the dead in the text."""
    whole = next((each["id"] for each in claims if each["metric"] == "killed" and not each["part_of"]), None)
    for each in claims:
        each["part_of"] = whole if each["part_of"] and whole != each["id"] else None
    return sorted(claims, key=lambda each: (each.get("in") is not None, each["start"]))


def _headline(claimed: Claimed, title: str, name: str, published: str) -> Json:
    number = f"{claimed.value:,}"
    whole = f"{title} kills {number}"
    start = len(whole) - len(number)
    return _record(
        claimed,
        name=f"{name}-t",
        published=published,
        span={**_span(start, number), "in": "title"},
        sentence={**_span(0, whole), "in": "title"},
        more={"zone": "headline", "event_id": "e1"},
        comparator="exact",
    )


def _claim(claimed: Claimed, at: int, name: str, published: str, event: Event, speakers: dict[str, str]) -> Json:
    """A claim whose sentence begins at an offset."""
    told, spans = "", {}
    rest = claimed.pattern
    slots = dict(claimed.slots)
    while "{" in rest:
        before, _, tail = rest.partition("{")
        slot, _, rest = tail.partition("}")
        told += before
        spans[slot] = _span(at + len(told), slots[slot])
        told += slots[slot]
    told += rest
    more: Json = {
        "where": {**spans["where"], "name": event.place, "code": event.code, "found_in": "sentence"},
        "event_id": "e1",
    }
    if claimed.unit == "people":
        more["who"] = {**spans["who"], "groups": list(claimed.groups)}
    if "src" in spans:
        speaker = slots["src"]
        source = {**spans["src"], "speaker_id": speakers.setdefault(speaker, f"s{len(speakers)}")}
        more |= {"attribution": source, "attributions": [source]}
    return _record(
        claimed,
        name=f"{name}-{at}",
        published=published,
        span=spans["n"],
        sentence=_span(at, told),
        more=more,
        comparator=claimed.comparator,
    )


def _record(
    claimed: Claimed, *, name: str, published: str, span: Json, sentence: Json, more: Json, comparator: str
) -> Json:
    value = claimed.value
    return {
        **span,
        "id": f"c{name}",
        "metric": claimed.metric,
        "quantity": {
            "value": value,
            "low": value,
            "high": None if comparator == "at_least" else value,
            "comparator": comparator,
            "unit": claimed.unit,
        },
        "as_of": published,
        "as_of_from": "published",
        "part_of": "whole" if claimed.part else None,
        "sentence": sentence,
        "rule": "invented",
        "confidence": 0.9,
        **more,
    }


def _span(start: int, text: str) -> Json:
    return {"start": start, "end": start + len(text), "text": text}
