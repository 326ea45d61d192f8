"""Reading an article takes time in proportion to its length, whatever stands in it."""

import time
from collections.abc import Callable

import pytest

from claimx.codec import decode_document
from claimx.compare import compare_extractions
from claimx.pipeline.read import Reader
from claimx.records import Extraction, make_article

SHAPES = {
    "figures": "On 3 May 11 people were killed and 3 were injured in Orlen, the police said.\n\n",
    "paragraphs": "Fire, 12 dead\n\n",
    "quotes": "“No,” he said. ",
    "opening marks": "“",
    "nested marks": "“a ‘b ",
    "straight marks": "\"'",
    "brackets": "(",
    "spaces": " ",
    "no space": "a",
    "digits": "9",
    "newlines": "\n",
    "short lines": "a\n",
    "numbers": "9, ",
    "percentages": "5% ",
    "names": "Ann Lee said Bob Roe told Cy Dow. ",
    "days": "May 3, ",
    "parts": "12, including 5, ",
    "apostrophes": "a's b' ",
    "dashes": "- ",
    "cues": "said that ",
    "tables": "a | b | 3\n",
    "what nobody sees": "\u200b",
    "combining": "e\u0301",
    "stops": ".",
    "hyphens": "a-",
}
BY_PAIRS = frozenset({"percentages"})
"""Bare figures that are all alike are compared two by two, up to the limit of figures in one article."""
LENGTH, GROWTH = 1200, 4
SOON = 0.5
"""Seconds of processor time within which nothing is asked."""
MOST = 8.0
"""Four times the length takes about four times as long; a part that takes its square takes sixteen times."""


def best(work: Callable[[], object]) -> float:
    """Processor time, as often as another process may have taken some of it."""
    taken = []
    for _ in range(2):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
        if taken[-1] < SOON:
            break
    return min(taken)


def take_linear_time(reader: Reader, shape: str) -> None:
    """Read, and compare what was found, one length and four times as much."""

    def read(length: int) -> None:
        text = "Nine died. " + SHAPES[shape] * (length // len(SHAPES[shape])) + " Ten died."
        extraction = reader.read_one(make_article(text, published="2031-05-30", published_from="field"))
        compare_extractions([] if shape in BY_PAIRS else [extraction])

    long = best(lambda: read(GROWTH * LENGTH))

    assert long < SOON or long < MOST * best(lambda: read(LENGTH))


@pytest.mark.model
@pytest.mark.parametrize("shape", SHAPES)
def test_reading_and_comparing_take_linear_time(reader: Reader, shape: str) -> None:
    take_linear_time(reader, shape)


@pytest.fixture(scope="module")
def fast() -> Reader:
    """Reads figures alone."""
    return Reader(tier="figures")


@pytest.mark.model
@pytest.mark.parametrize("shape", SHAPES)
def test_reading_figures_alone_takes_linear_time(fast: Reader, shape: str) -> None:
    take_linear_time(fast, shape)


POINTERS: dict[str, Callable[[int, int], dict[str, object]]] = {
    "alike": lambda _, __: {},
    "chain": lambda number, many: {"part_of": f"c{number + 1}"} if number + 1 < many else {},
    "circle": lambda number, many: {"part_of": f"c{(number + 1) % many}"},
    "itself": lambda number, _: {"part_of": f"c{number}"},
    "star": lambda number, _: {"part_of": "c0"} if number else {},
    "revised": lambda number, many: {"supersedes": f"c{(number + 1) % many}"},
}
"""How the figures of a document that a stranger sends may point at one another."""
FEW = 50


@pytest.mark.parametrize("shape", POINTERS)
def test_comparing_what_strangers_send_takes_linear_time(shape: str) -> None:
    def compare(many: int) -> None:
        compare_extractions(_sent(name, many, POINTERS[shape]) for name in "ab")

    long = best(lambda: compare(GROWTH * FEW))

    assert long < SOON or long < MOST * best(lambda: compare(FEW))


def _sent(name: str, many: int, pointer: Callable[[int, int], dict[str, object]]) -> Extraction:
    sentence = "9 people were killed in Orsa."
    text = " ".join([sentence] * many)
    claims = []
    for number in range(many):
        start = number * (len(sentence) + 1)
        claims.append(
            {
                "id": f"c{number}",
                "start": start,
                "end": start + 1,
                "text": "9",
                "metric": "killed",
                "quantity": {"value": number, "low": number, "high": number, "comparator": "exact", "unit": "people"},
                "sentence": {"start": start, "end": start + len(sentence), "text": sentence},
                "rule": "sent",
                "confidence": 0.9,
                **pointer(number, many),
            }
        )
    article = {"id": name, "source": name, "published": "2031-05-04", "language": "en", "text": text}
    article["text_sha256"] = make_article(text).text_sha256
    document = {"schema": "claimx.extraction", "schema_version": "1.0", "producer": {"version": "1"}}
    record = decode_document({**document, "article": article, "claims": claims}).record
    assert isinstance(record, Extraction)
    return record
