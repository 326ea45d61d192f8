"""Find the cue that governs words in marks in the middle of a clause."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import NAMED, noun_phrase
from claimx.pipeline.quotes.stretches import MarkedTokens
from claimx.pipeline.quotes.subjects import subject_of
from claimx.pipeline.quotes.words import CueWords

CLIMB = 5
"""Steps up the parse from words in marks to their cue."""

REACH = 30
"""Tokens from a cue to words in marks."""

JOINTS = frozenset({"-", "’", "'"})
"""Hyphens and apostrophes, at which the parser may break a sentence: "the twins’ share would be “nothing”"."""

CLAUSES = frozenset({"clause", "infinitive", "object_infinitive", "parataxis"})

SPOKEN = frozenset(
    {
        "say",
        "announce",
        "report",
        "show",
        "answer",
        "ask",
        "call",
        "accuse",
        "warn",
        "deny",
        "praise",
        "blame",
        "demand",
        "promise",
    }
)
"""Meanings by which words are uttered: "he said she feared “the worst”" quotes him, not her."""


RELATIVE = frozenset({"WP", "WDT"})

UTTERED = frozenset({"say", "announce", "answer", "ask", "warn", "deny"})
"""Of these the innermost quotes even where a pronoun speaks: "the pact, which he said had no “teeth”"."""


class Governors:
    """Looks cues up for fragments.

    Args:
        doc: The document.
        frames: Frames whose cue stands outside marks.
        in_marks: Tokens within marks.
    """

    def __init__(self, doc: Doc, frames: Sequence[Frame], in_marks: frozenset[int]) -> None:
        self.doc = doc
        self.frames = frames
        self.in_marks = in_marks

    def covering(self, stretch: MarkedTokens) -> Frame | None:
        """The innermost act of speaking that reports most of the words in marks, else the outermost frame that does."""
        holders = self.holders(stretch)
        for number, frame in enumerate(holders):
            uttered = frame.meaning in UTTERED and frame.source is not None
            if uttered or (frame.meaning in SPOKEN and (self._names_somebody(frame) or number == len(holders) - 1)):
                return frame
        spoken = [frame for frame in holders if frame.meaning in SPOKEN]
        return (spoken or holders)[-1] if holders else None

    def holders(self, stretch: MarkedTokens) -> list[Frame]:
        """Frames that report most of the words in marks, the smallest first, those of "according to" last."""
        return sorted(
            (frame for frame in self.frames if 2 * self._inside(frame, stretch) > stretch.size),
            key=lambda frame: (frame.shape == "according", frame.size, frame.cue),
        )

    def _inside(self, frame: Frame, stretch: MarkedTokens) -> int:
        return sum(max(0, min(end, stretch.end) - max(start, stretch.start)) for start, end in frame.pieces)

    def _names_somebody(self, frame: Frame) -> bool:
        return frame.source is not None and self.doc[frame.source[0]].pos_ != "PRON"

    def above(self, stretch: MarkedTokens) -> Frame | None:
        """The nearest cue with a clause of its own above the words in the parse: "vowed to fight them “to the end”"."""
        token = self.doc[stretch.start : stretch.end].root
        for _ in range(CLIMB):
            if token.head == token:
                return None
            token = token.head
            if token.i in self.in_marks or token.i >= stretch.before:
                continue
            frame = self._frame_of(token)
            if frame is not None and frame.meaning in SPOKEN:
                return replace(frame, confidence=Decimal("0.6"))
        return None

    def any_above(self, stretch: MarkedTokens, words: CueWords) -> Frame | None:
        """The nearest cue of any sense above the words, with its subject: "the ad targets “a rigged system”"."""
        token = self.doc[stretch.start : stretch.end].root
        for _ in range(CLIMB):
            if token.head == token:
                return None
            token = token.head
            outside = token.i not in self.in_marks and token.i < stretch.before and token.pos_ in {"VERB", "AUX"}
            subject = subject_of(token) if outside and words.verb(token) is not None else None
            if subject is not None:
                source = noun_phrase(subject, outside=token.i)
                return Frame((token.i, token.i + 1), source, (), "above", "say", Decimal("0.4"))
        return None

    def subject_above(self, stretch: MarkedTokens, words: CueWords) -> Frame | None:
        """Whoever does what the words tell of: "While Lind laid out a vision for “a city that cares”, Falk …"."""
        token = self.doc[stretch.start : stretch.end].root
        for _ in range(CLIMB):
            if token.head == token:
                return None
            token = token.head
            if token.i in self.in_marks or token.i >= stretch.before or token.pos_ not in {"VERB", "AUX"}:
                continue
            subject = subject_of(token)
            if subject is not None:
                named = subject.ent_type_ in NAMED or subject.pos_ in {"PROPN", "PRON"}
                if not named and subject.lower_ not in words.speakers:
                    return None
                return Frame(
                    (token.i, token.i + 1), noun_phrase(subject, outside=token.i), (), "above", "say", Decimal("0.3")
                )
        return None

    def reaching(self, stretch: MarkedTokens) -> Frame | None:
        """The last cue of the sentence whose clause the parser cut short before the marks: "said he had “no idea”"."""
        for index in range(stretch.before - 1, max(stretch.first, stretch.before - REACH) - 1, -1):
            token = self.doc[index]
            if token.text in {".", "?", "!", ";"} or token.is_space:
                return None
            frame = self._frame_of(token)
            if frame is None or frame.meaning not in SPOKEN or frame.shape not in CLAUSES:
                continue
            gap = range(min(frame.pieces[-1][1], stretch.before), stretch.before)
            if all(self.doc[i].pos_ != "PUNCT" or self.doc[i].text in JOINTS for i in gap):
                return replace(frame, confidence=Decimal("0.5"))
            return None
        return None

    def last_before(self, index: int) -> Frame | None:
        """The last act of speaking by a named source before a token."""
        spoken = [
            frame
            for frame in self.frames
            if frame.cue[0] < index
            and frame.source is not None
            and frame.meaning in SPOKEN
            and self.doc[frame.source[0]].tag_ not in RELATIVE
        ]
        return max(spoken, key=lambda frame: frame.cue) if spoken else None

    def _frame_of(self, token: Token) -> Frame | None:
        return next((each for each in self.frames if each.cue[0] == token.i and each.source is not None), None)
