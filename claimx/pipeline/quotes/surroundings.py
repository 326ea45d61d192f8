"""Cut out the reported clause around words in marks where the parse gives none: it is at its worst around marks."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.announced import sentence_start
from claimx.pipeline.quotes.attach import Attached
from claimx.pipeline.quotes.contents import trim
from claimx.pipeline.quotes.nounphrases import is_time
from claimx.pipeline.quotes.words import CueWords

FARTHEST = 40
"""Tokens from a cue to the marks."""

STOPS = frozenset({".", "?", "!", ";", ":", ",", "(", ")", "—", "–", "--"})
SENTENCE_ENDS = frozenset({".", "?", "!", ";"})


def with_surroundings(doc: Doc, attached: Sequence[Attached], in_marks: frozenset[int], words: CueWords) -> list[Frame]:
    """Frames with the reported clause around fragments whose frame has none.

    "The coach said the pitch on Monday was “a swamp” in parts." gives "the pitch on Monday was “a swamp” in parts".

    Args:
        doc: The document.
        attached: The quotations.
        in_marks: Tokens within marks.
        words: Cue words.

    Returns:
        One frame for each cue, its stretches put together; none where nothing stands around the marks.
    """
    found: dict[tuple[tuple[int, int], tuple[int, int] | None], Frame] = {}
    for each in attached:
        frame = each.frame
        if frame is None or frame.pieces or not each.mixed:
            continue
        clause = _clause(doc, frame, (each.tokens.before, each.tokens.after), in_marks, words)
        if clause is None:
            continue
        known = found.get((frame.cue, frame.source))
        if known is not None:
            clause = min(clause[0], known.pieces[0][0]), max(clause[1], known.pieces[0][1])
        found[(frame.cue, frame.source)] = replace(frame, pieces=(clause,))
    return list(found.values())


def _clause(
    doc: Doc, frame: Frame, marks: tuple[int, int], in_marks: frozenset[int], words: CueWords
) -> tuple[int, int] | None:
    """The tokens from behind the cue to the end of the clause that holds the marks, or from the sentence's start."""
    before, after = marks
    if frame.cue[0] >= after:
        start = sentence_start(doc, before, 0)
        return trim(doc, start, after) if start < before and before - start <= FARTHEST else None
    start = frame.cue[1]
    if frame.source is not None and start <= frame.source[0] < before:
        start = frame.source[1]
    if not start <= before <= start + FARTHEST or _ends_sentence(doc, start, before, in_marks):
        return None
    start += start < before and doc[start].dep_ == "prt"  # "laid out a plan"
    start = _behind_hearer(doc, start, before, words)
    end = after
    if not _closes(doc[after - 1]) and not _closes(doc[max(before, after - 2)]):
        while end < len(doc) and not _breaks(doc[end], words) and end not in in_marks:
            end += 1
    return trim(doc, start, end) if start < before or end > after else None


def _ends_sentence(doc: Doc, start: int, end: int, in_marks: frozenset[int]) -> bool:
    return any((doc[i].text in SENTENCE_ENDS or doc[i].is_space) and i not in in_marks for i in range(start, end))


def _behind_hearer(doc: Doc, start: int, before: int, words: CueWords) -> int:
    """Past whoever is told and when, up to "that": "told the crowd on Monday that …"."""
    for index in range(start, min(before, start + FARTHEST)):
        if doc[index].lower_ == "that" and doc[index].dep_ in {"mark", "det", "nsubj", "dobj"}:
            return index + 1
        if doc[index].dep_ in {"nsubj", "nsubjpass"}:
            break
    while start < before and (doc[start].lower_ in words.hearers or is_time(doc[start]) or doc[start].pos_ == "ADV"):
        start += 1
    return start


def _closes(token: Token) -> bool:
    return token.text in STOPS


def _breaks(token: Token, words: CueWords) -> bool:
    return token.text in STOPS or token.is_space or token.lower_ in words.joints
