"""Comparing what strangers say was extracted: two documents whose every field is what they want it to be."""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TypeVar

from claimx.codec import decode_document, encode
from claimx.compare import compare_extractions
from claimx.errors import CodecError
from claimx.records import Extraction
from claimx.records.correction import Correction
from claimx.report.comparison_table import render_comparison
from claimx.report.sarif import render_sarif
from claimx.workflow.corrections import correct
from fuzz.target import Target, hold

PLACES = ("Orsa", "Tarnow", "the north of Orsa", "", "\u202e", "Gaza", "x" * 40)
DAYS = ("2031-05-04", "2031-05-05", "2031-05-06T10:00:00+14:00", "9999-12-31", "0001-01-01", "2031-05-04T23:59:59Z")
MONTHS = (*DAYS[:2], "2031-05", "2031-06", "9999-12")
NO_DAYS = ("2031-13-45", "0000-00-00", "", "now", "-5", "2031-05-04T23:59:60Z")
NUMBERS = (0, 1, 2, 12, 12.5, 13, 40, 100, 1200, 1240, 99999, 10**18, 0.001, 10**59, -3, None)
METRICS = ("killed", "injured", "hostages", "displaced", "money", "share", "none of ours", "")
UNITS = ("people", "percent", "USD", "km", "child", "")
COMPARATORS = ("exact", "about", "nearly", "more_than", "at_least", "less_than", "at_most", "between", "vague")
SERIES = (None, "event_total", "cumulative", "stock", "flow", "rate", "level")
ZONES = ("headline", "lead", "body", "caption", "list", "table", "furniture")
KINDS = ("attack", "war", "earthquake", "flood", "none of ours", "")
GROUPS: tuple[list[str], ...] = ([], ["child"], ["woman", "child"], ["palestinian"], ["", "x"])
CERTAINTIES = ("asserted", "believed", "presumed", "alleged", "denied", "hypothetical")
STATUSES = ("reported", "forecast", "target", "threshold")
MOST_CLAIMS = 12

Json = dict[str, object]
ChosenT = TypeVar("ChosenT")


class Choices:
    """Takes what is to be chosen from bytes; where they end, the first of everything.

    Args:
        data: The bytes.
    """

    def __init__(self, data: bytes) -> None:
        self._bytes = iter(data)

    def number(self) -> int:
        """A number from 0 to 255."""
        return next(self._bytes, 0)

    def of(self, choices: Sequence[ChosenT]) -> ChosenT:
        """One of several."""
        return choices[self.number() % len(choices)]

    def seldom(self, once_in: int = 8) -> bool:
        """True for one byte in eight, or in as many."""
        return self.number() % once_in == once_in - 1

    def day(self, days: Sequence[str] = DAYS) -> str | None:
        """A day, or none, or seldom what is no day at all."""
        return self.of(NO_DAYS) if self.seldom(128) else self.of((None, *days))

    def name(self, kind: str, number: int) -> str | None:
        """The id of one of so many, or none, or seldom one that is not there."""
        if self.seldom(128):
            return "gone"
        return self.of((None, None, *(f"{kind}{each}" for each in range(number))))


def check(data: bytes) -> None:
    """Compare both ways round, with corrections, and show what was found."""
    choices = Choices(data)
    found = [each for each in (_read(choices, name) for name in "ab") if each is not None]
    comparison = compare_extractions(found, pairs=True)
    hold(comparison == compare_extractions(found[::-1], pairs=True), "the order of articles plays a part")
    hold(decode_document(json.loads(encode(comparison))).record == comparison, "a comparison changes when it is read")
    shown = render_sarif(comparison)
    if choices.seldom():
        shown += render_comparison(comparison, found, width=80, color=False)
    hold("\u202e" not in shown and "\x1b" not in shown, "a text steers the terminal")
    names = [member.fingerprint for group in comparison.groups for member in group.members if member.fingerprint]
    if names:
        changes: Json = {"drop": True} if choices.seldom() else {"value": 12, "where": "Orsa", "event": "flood"}
        correction = Correction.model_validate({"claim": choices.of(names), "reason": "x", **changes})
        compare_extractions(correct(found, [correction]).extractions)


def _read(choices: Choices, name: str) -> Extraction | None:
    """An extraction as a stranger sends it; None where it is refused."""
    try:
        record = decode_document(_document(choices, name)).record
    except CodecError:
        return None
    return record if isinstance(record, Extraction) else None


def _document(choices: Choices, name: str) -> Json:
    number = choices.number() % (MOST_CLAIMS + 1)
    sentences = [f"{choices.of(NUMBERS)} people were killed in {choices.of(PLACES[:3])}." for _ in range(number)]
    events: list[Json] = [
        {
            "id": f"e{each}",
            "name": f"flood {choices.of(PLACES)}",
            "kind": choices.of(KINDS),
            "from": choices.day(MONTHS),
            "to": choices.day(MONTHS),
            "place": choices.of((None, *PLACES)),
        }
        for each in range(choices.number() % 4)
    ]
    claims, place = [], 0
    for index, sentence in enumerate(sentences):
        claims.append(_claim(choices, sentence, {"place": place, "index": index, "all": number, "events": len(events)}))
        place += len(sentence) + 1
    text = " ".join(sentences) or "Rain."
    article: Json = {
        "id": name,
        "source": choices.of((None, "Post", "Herald")),
        "url": choices.of((None, "https://x.example/a")),
        "published": choices.day(),
        "language": "en",
        "text_sha256": sha256(text.encode()).hexdigest(),
        "text": None if choices.seldom() else text,
    }
    shown: Json = {"schema": "claimx.extraction", "schema_version": "1.0", "producer": {"version": "1"}}
    return {**shown, "article": article, "events": events, "claims": claims}


def _claim(choices: Choices, sentence: str, known: Mapping[str, int]) -> Json:
    words, place = sentence.partition(" ")[0], known["place"]
    here: Json = {"start": place, "end": place + len(words), "text": words}
    claim: Json = {
        **here,
        "id": "c0" if choices.seldom(64) else f"c{known['index']}",
        "metric": choices.of(METRICS),
        "quantity": _quantity(choices),
        "series": choices.of(SERIES),
        "status": choices.of(("reported", *STATUSES)),
        "as_of": choices.day(MONTHS),
        "event_id": choices.name("e", known["events"]),
        "counting": choices.of((None, None, "confirmed", "including the gunman")),
        "certainty": choices.of(("asserted", *CERTAINTIES)),
        "negated": choices.seldom(),
        "part_of": choices.name("c", known["all"]) if choices.seldom(3) else None,
        "supersedes": choices.name("c", known["all"]) if choices.seldom(3) else None,
        "zone": choices.of(ZONES),
        "sentence": {"start": place, "end": place + len(sentence), "text": sentence},
        "rule": "x",
        "confidence": 0.9,
    }
    if choices.number() % 2:
        claim["who"] = {**here, "groups": choices.of(GROUPS)}
    if choices.number() % 2:
        claim["where"] = {**here, "name": choices.of(PLACES), "code": choices.of((None, "PS", "US-TX", "??"))}
    if choices.number() % 2:
        claim["when"] = {**here, "from": choices.day(MONTHS), "to": choices.day(MONTHS)}
    if choices.number() % 2:
        source: Json = {**here, "chain": [here]}
        claim |= {"attribution": source, "attributions": [source]}
    return claim


def _quantity(choices: Choices) -> Json:
    low, high = choices.of(NUMBERS), choices.of(NUMBERS)
    if low is not None and high is not None and low > high and not choices.seldom(64):
        low, high = high, low
    return {
        "value": choices.of((low, high, None)),
        "low": low,
        "high": high,
        "comparator": choices.of(COMPARATORS),
        "unit": choices.of(UNITS),
        "basis": choices.of(("total", "total", "increment", "change")),
    }


TARGET = Target(check, max_bytes=1200)
