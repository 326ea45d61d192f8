"""Extractions of invented news: many outlets and events over a year, one hot event, reprints, quotations, no parsing.

The same number of claims gives the same extractions on every machine. They are made as the JSON that `claimx extract`
writes, with texts that hold every span.
"""

import random
from collections.abc import Iterator, Sequence

from bench.happenings import PLACES, Event, Json, Piece, event_of, report_of
from bench.invented import Words
from bench.written import written

CLAIMS_OF_AN_ARTICLE = 6
HOT = 0.05
"""Share of all claims that are about one event."""

SIZES = (1, 1, 1, 2, 2, 3, 4, 6, 9, 14, 30, 60)
"""Articles on an event that is not the hot one; each as likely as the others."""

OUTLETS, QUOTES = 400, 2
REPRINTED, EDITED = 0.4, 0.15
"""Shares: of articles that print an agency's text, of sentences and quotations in which a word is another."""


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
        yield from _articles(event_of(number, size, places, words, draw), outlets, words)
        left -= size
        number += 1


def _articles(event: Event, outlets: Sequence[str], words: Words) -> Iterator[Json]:
    draw = event.draw
    agency: list[Piece] = []
    for number in range(event.size):
        day = event.day + int(event.lasts * number / event.size)
        pieces = report_of(event, day, words)
        if not agency or number % 25 == 0:
            agency = pieces
        elif draw.random() < REPRINTED:
            pieces = [_edited(piece, words, draw) for piece in agency[: len(agency) - draw.randrange(3)]]
        outlet = outlets[min(int(draw.paretovariate(0.5)), OUTLETS) - 1]
        quotes = [_misheard(draw.choice(event.said), words, draw) for _ in range(QUOTES)]
        yield written(event, f"n{event.number}-{number}", outlet, day, pieces, quotes)


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
