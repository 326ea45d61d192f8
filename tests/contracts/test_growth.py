"""Reading an article takes time in proportion to its length, whatever stands in it."""

import time
from collections.abc import Callable

import pytest

from claimx.compare import compare_extractions
from claimx.pipeline.read import Reader
from claimx.records import make_article

SHAPES = {
    "figures": "On 3 May 11 people were killed and 3 were injured in Orlen, the police said.\n\n",
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
