"""Recognize places given by latitude and longitude: "34.5 N, 36.2 E", "34°30′N 36°12′E"."""

import re

from claimx.textual.numbers.tokens import NUMBER, Tokens

_MINUTES = r"(?:\d{1,2}(?:\.\d+)?\s?[′'’]\s?(?:\d{1,2}(?:\.\d+)?\s?[″”\"]\s?)?)?"
_ARC = rf"\d{{1,3}}(?:\.\d+)?\s?(?:°|º|degrees)?\s?{_MINUTES}"
_PAIR = re.compile(rf"{_ARC}(?:[NS]|north|south)\b(?: latitude)?(?:,| and)?\s?{_ARC}(?:[EW]|east|west)\b")


def skip_coordinates(tokens: Tokens, start: int) -> int | None:
    """Index after the latitude and longitude that start with a number; None where there are none.

    Args:
        tokens: The text.
        start: Index of a number in digits.
    """
    if tokens[start].kind != NUMBER:
        return None
    found = _PAIR.match(tokens.text, tokens[start].start)
    if found is None:
        return None
    index = start
    while index < tokens.size and tokens[index].start < found.end():
        index += 1
    return index
