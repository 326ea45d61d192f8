"""Cut the reported words out of the parse."""

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import breaks_before
from claimx.pipeline.wording import Wording

EDGE = frozenset(
    {
        "that",
        "and",
        "but",
        ",",
        ";",
        ":",
        "-",
        "–",
        "—",
        "--",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "``",
        "''",
        ".",
        "?",
        "!",
        "(",
        ")",
    }
)


def pieces_of(head: Token, without: frozenset[int]) -> list[tuple[int, int]]:
    """The stretches of a complement, leaving out the cue's own words where it stands in the middle.

    "The road, he said, is open" gives "The road" and "is open".

    Args:
        head: Head of the complement.
        without: Indices of tokens that are no part of it (the cue, its subject and what hangs on it).

    Returns:
        Token indices, half-open, in order.
    """
    wording = Wording.of(head.doc)
    kept = sorted(token.i for token in head.subtree if token.i not in without)
    pieces: list[tuple[int, int]] = []
    for index in kept:
        if pieces and index == pieces[-1][1]:
            pieces[-1] = (pieces[-1][0], index + 1)
        else:
            pieces.append((index, index + 1))
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        between = range(joined[-1][1], start) if joined else ()
        if joined and all(breaks_before(wording, index) and index not in without for index in between):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    trimmed = [trim(head.doc, start, end) for start, end in joined]
    return [(start, end) for start, end in trimmed if start < end and not _only_points(head.doc, start, end)]


def _only_points(doc: Doc, start: int, end: int) -> bool:
    """Whether a piece is a bare relative pronoun: "a pact, which he calls a mistake"."""
    return end - start == 1 and doc[start].tag_ in {"WDT", "WP"}


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Leave out marks, commas, spaces and a leading "that" at the ends of a stretch."""
    lower = Wording.of(doc).lower
    while start < end and (lower[start] in EDGE or lower[start].isspace()):
        start += 1
    while start < end and (lower[end - 1].isspace() or (lower[end - 1] not in {"%", "$"} and doc[end - 1].is_punct)):
        end -= 1
    return start, end
