"""Invented articles as the JSON that `claimx extract` writes, with texts that hold every span."""

import hashlib
from collections.abc import Sequence
from datetime import date, timedelta

from bench.happenings import Claimed, Event, Json, Piece

FIRST_DAY, TITLED = date(2031, 1, 1), 0.4
"""TITLED is the share of headlines with a number."""


def written(
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
