"""Decide for everything in quotation marks whether it is somebody's words, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.quotes.adjacent import SENTENCE_ENDS, cue_after, cue_before
from claimx.pipeline.quotes.frames import Frame
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.quotes.subjects import subject_of
from claimx.pipeline.quotes.words import CueWords
from claimx.textual.quotemarks import Marked

CLIMB = 8
"""Steps up the parse from words in marks to their cue."""

SHORT = 4
"""Fewer tokens in marks without a cue are a name or a term, not a speech."""


@dataclass(frozen=True, slots=True)
class MarkedTokens:
    """Something in marks, with its tokens.

    Attributes:
        marked: The offsets.
        start: First token within the marks.
        end: One past the last.
        before: Index of the opening mark's token (or of the first token where there is none).
        after: First token after the closing mark.
        paragraph: Index of its paragraph.
        first: First token of the paragraph.
        last: One past the paragraph's last token.
    """

    marked: Marked
    start: int
    end: int
    before: int
    after: int
    paragraph: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Attached:
    """A quotation with its frame; `mixed` where it is a fragment of a reported clause."""

    tokens: MarkedTokens
    frame: Frame
    mixed: bool


class Attacher:
    """Goes through the marked stretches of a document in order.

    Args:
        doc: The document.
        words: Cue words.
        frames: Frames from the parse.
        stretches: The marked stretches, in order.
    """

    def __init__(
        self, doc: Doc, words: CueWords, frames: Sequence[Frame], stretches: Sequence[MarkedTokens]
    ) -> None:
        self.doc = doc
        self.words = words
        self.frames = frames
        self.stretches = stretches
        self.in_marks = frozenset(i for each in stretches for i in range(each.before, each.after))
        self.outside = [frame for frame in frames if frame.cue[0] not in self.in_marks]

    def attach(self) -> list[Attached]:
        """All stretches that hold somebody's words."""
        out: list[Attached] = []
        for number, stretch in enumerate(self.stretches):
            found = self._own(number, stretch) or self._shared(number, stretch, out)
            if found is not None:
                out.append(found)
        return out

    def _own(self, number: int, stretch: MarkedTokens) -> Attached | None:
        """A cue in the same sentence."""
        after = self._after(number, stretch)
        if after is not None:
            return Attached(stretch, after, mixed=False)
        covering = self._covering(stretch)
        before = self._before(number, stretch)
        lead = self._lead(stretch)
        if before is not None and (lead in {",", ":"} or covering is None):
            return Attached(stretch, before, mixed=lead not in {",", ":"})
        if covering is not None:
            return Attached(stretch, covering, mixed=not self._is_all_of(covering, stretch))
        above = self._above(stretch)
        return Attached(stretch, above, mixed=True) if above is not None else None

    def _above(self, stretch: MarkedTokens) -> Frame | None:
        """The nearest cue verb that governs the words in the parse: "pledged to fight them “today and tomorrow”"."""
        token = self.doc[stretch.start : stretch.end].root
        for _ in range(CLIMB):
            if token.head == token:
                return None
            token = token.head
            if token.i in self.in_marks or token.i >= stretch.before:
                continue
            sense = self.words.verb(token)
            if sense is None or token.pos_ not in {"VERB", "AUX"}:
                continue
            frame = next((each for each in self.outside if each.cue[0] == token.i), None)
            if frame is not None:
                return replace(frame, confidence=Decimal("0.6"))
            subject = subject_of(token)
            if subject is not None:
                source = noun_phrase(subject, outside=token.i)
                return Frame((token.i, token.i + 1), source, (), "above", sense.entries[0].meaning, Decimal("0.5"))
        return None

    def _after(self, number: int, stretch: MarkedTokens) -> Frame | None:
        following = self.stretches[number + 1] if number + 1 < len(self.stretches) else None
        limit = stretch.last
        if following is not None and following.paragraph == stretch.paragraph:
            limit = min(limit, following.before)
        if stretch.end >= stretch.after and not stretch.marked.closed:
            return None
        ends_sentence = self.doc[stretch.end - 1].text in {".", "…", "..."}
        if ends_sentence:
            return None
        pauses = self.doc[stretch.end - 1].is_punct or (
            stretch.after < limit and self.doc[stretch.after].text in {",", "—", "–", "--", "-"}
        )
        frame = cue_after(self.doc, stretch.after, limit, self.words)
        if frame is None or pauses:
            return frame
        is_speech = frame.cue[0] - stretch.after <= 4 and stretch.end - stretch.start > SHORT and self._covering(stretch) is None
        return frame if is_speech else None

    def _lead(self, stretch: MarkedTokens) -> str:
        index = stretch.before - 1
        while index >= stretch.first and self.doc[index].is_space:
            index -= 1
        return self.doc[index].text if index >= stretch.first else ""

    def _before(self, number: int, stretch: MarkedTokens) -> Frame | None:
        limit = stretch.first
        if number > 0 and self.stretches[number - 1].paragraph == stretch.paragraph:
            limit = max(limit, self.stretches[number - 1].after)
        return cue_before(self.doc, stretch.before, limit, self.words, self.outside)

    def _covering(self, stretch: MarkedTokens) -> Frame | None:
        """The smallest frame that reports most of the words in marks."""
        size = stretch.end - stretch.start
        best: Frame | None = None
        for frame in self.outside:
            inside = sum(1 for i in range(stretch.start, stretch.end) if frame.holds(i))
            if 2 * inside > size and (best is None or frame.size < best.size):
                best = frame
        return best

    def _is_all_of(self, frame: Frame, stretch: MarkedTokens) -> bool:
        return all(stretch.before <= i < stretch.after for start, end in frame.pieces for i in range(start, end))

    def _shared(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """The cue of the quotation before, in this paragraph or in the one before; a colon that ends the paragraph before."""
        if not self._is_speech(stretch):
            return None
        last = done[-1] if done else None
        previous = self.stretches[number - 1] if number else None
        opens = self._lead(stretch) in {"", *SENTENCE_ENDS, ":", "”", '"', "—"}
        if last is not None and previous is last.tokens and stretch.paragraph == previous.paragraph and opens:
            return Attached(stretch, self._weaker(last.frame), mixed=False)
        if stretch.before > stretch.first:
            return None
        led_in = self._led_in_by_paragraph(stretch)
        if led_in is not None:
            return Attached(stretch, led_in, mixed=False)
        if last is not None and stretch.paragraph - last.tokens.paragraph <= 2:
            return Attached(stretch, self._weaker(last.frame), mixed=False)
        return None

    def _is_speech(self, stretch: MarkedTokens) -> bool:
        """Whether the words could stand as a sentence: long, or ended like one."""
        ends = self.doc[stretch.end - 1].text in {".", "?", "!", "…", "..."}
        has_verb = any(self.doc[i].pos_ in {"VERB", "AUX"} for i in range(stretch.start, stretch.end))
        return has_verb and (ends or not stretch.marked.closed or stretch.end - stretch.start > 2 * SHORT)

    def _weaker(self, frame: Frame) -> Frame:
        return replace(frame, confidence=max(frame.confidence - Decimal("0.15"), Decimal("0.3")))

    def _led_in_by_paragraph(self, stretch: MarkedTokens) -> Frame | None:
        """The last cue of the paragraph before, where its last sentence announces what is said."""
        index = stretch.first - 1
        while index >= 0 and self.doc[index].is_space:
            index -= 1
        if index < 0 or self.doc[index].text != ":":
            return None
        sentence = self.doc[index].sent.start
        cues = [frame for frame in self.outside if sentence <= frame.cue[0] <= index]
        if cues:
            return replace(cues[-1], pieces=(), confidence=Decimal("0.7"))
        return cue_before(self.doc, index + 1, sentence, self.words, self.outside)
