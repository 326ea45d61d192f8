"""Decide for everything in quotation marks whether it is somebody's words, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.adjacent import SENTENCE_ENDS, clause_cue_before, cue_after, cue_before
from claimx.pipeline.quotes.announced import announced, sentence_start, subject_of_sentence
from claimx.pipeline.quotes.governing import Governors
from claimx.pipeline.quotes.silent import is_bare_title, is_term
from claimx.pipeline.quotes.stretches import MarkedTokens, is_clause, is_speech, lead_of
from claimx.pipeline.quotes.words import CueWords

SHORT = 4
"""Fewer tokens in marks with nothing but a noun after them are a name or a term."""

LEADS = frozenset({",", ":"})
CARRY = 2
"""Paragraphs over which a speech goes on without a new cue."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A quotation with its frame, None where nobody is named; `mixed` where it is a fragment of a reported clause."""

    tokens: MarkedTokens
    frame: Frame | None
    mixed: bool


class Attacher:
    """Goes through the marked stretches of a document in order.

    Args:
        doc: The document.
        words: Cue words.
        frames: Frames from the parse.
        stretches: The marked stretches, in order.
    """

    def __init__(self, doc: Doc, words: CueWords, frames: Sequence[Frame], stretches: Sequence[MarkedTokens]) -> None:
        self.doc = doc
        self.words = words
        self.stretches = stretches
        self.in_marks = frozenset(i for each in stretches for i in range(each.before, each.after))
        self.outside = [frame for frame in frames if frame.cue[0] not in self.in_marks]
        self.governors = Governors(doc, self.outside, self.in_marks)

    def attach(self) -> list[Attached]:
        """All stretches that hold somebody's words."""
        out: list[Attached] = []
        cued: list[Attached] = []
        for number, stretch in enumerate(self.stretches):
            if is_term(self.doc, stretch, self.words):
                continue
            found = self._beside(number, stretch)
            if found is None and is_bare_title(self.doc, stretch):
                continue
            found = found or self._governed(number, stretch) or self._shared(number, stretch, cued)
            if found is not None:
                cued.append(found)
            else:
                found = self._unclaimed(number, stretch, cued)
            if found is not None:
                out.append(found)
        return out

    def _beside(self, number: int, stretch: MarkedTokens) -> Attached | None:
        """A cue right beside the marks."""
        lead = lead_of(self.doc, stretch)
        before = self._before(number, stretch)
        if before is not None and lead in LEADS and stretch.before - before.cue[1] <= 1:
            return Attached(stretch, before, mixed=False)
        after = self._after(number, stretch)
        if after is not None:
            return Attached(stretch, after, mixed=False)
        return None

    def _governed(self, number: int, stretch: MarkedTokens) -> Attached | None:
        """A cue elsewhere in the sentence."""
        lead = lead_of(self.doc, stretch)
        before = self._before(number, stretch)
        covering = self.governors.covering(stretch)
        if before is not None and (lead in LEADS or covering is None):
            return Attached(stretch, before, mixed=lead not in LEADS)
        if covering is not None:
            return Attached(stretch, covering, mixed=not _is_all_of(covering, stretch))
        above = self.governors.above(stretch) or self.governors.reaching(stretch)
        above = above or self.governors.any_above(stretch, self.words)
        return Attached(stretch, above, mixed=True) if above is not None else None

    def _after(self, number: int, stretch: MarkedTokens) -> Frame | None:
        if not stretch.marked.closed:
            return None
        following = self.stretches[number + 1] if number + 1 < len(self.stretches) else None
        limit = stretch.last
        if following is not None and following.paragraph == stretch.paragraph:
            limit = min(limit, following.before)
        if stretch.after >= limit:
            return None
        last, ensuing = self.doc[stretch.end - 1], self.doc[stretch.after]
        if last.text in {".", "…", "..."} and not ensuing.text[:1].islower():
            return None
        frame = cue_after(self.doc, stretch.after, limit, self.words)
        if frame is None or last.is_punct or ensuing.text in {",", "—", "–", "--", "-"}:
            return frame
        near = frame.cue[0] - stretch.after <= SHORT and stretch.size > SHORT
        return frame if near and self.governors.covering(stretch) is None else None

    def _before(self, number: int, stretch: MarkedTokens) -> Frame | None:
        return cue_before(self.doc, stretch.before, self._limit(number, stretch), self.words, self.outside)

    def _limit(self, number: int, stretch: MarkedTokens) -> int:
        """First token of the paragraph after the quotation before."""
        if number > 0 and self.stretches[number - 1].paragraph == stretch.paragraph:
            return max(stretch.first, self.stretches[number - 1].after)
        return stretch.first

    def _shared(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """A cue that stands in another sentence or paragraph."""
        if not is_speech(self.doc, stretch, short=SHORT):
            return None
        last = done[-1] if done else None
        lead = lead_of(self.doc, stretch)
        previous = self.stretches[number - 1] if number else None
        opens = lead in {"", *SENTENCE_ENDS, ":", "”", '"', "—"}
        follows = last is not None and previous is last.tokens
        if (
            last is not None
            and last.frame is not None
            and follows
            and opens
            and stretch.paragraph == last.tokens.paragraph
        ):
            between = self._sentence_between(stretch, last.tokens.after, last.frame)
            return Attached(stretch, between or _weaker(last.frame), mixed=False)
        if stretch.before > stretch.first:
            told = self._told_in_paragraph(number, stretch, lead)
            return Attached(stretch, told, mixed=False) if told is not None else None
        led_in = self._led_in_by_paragraph(stretch)
        if led_in is not None:
            return Attached(stretch, led_in, mixed=False)
        coming = self._coming(number, stretch, last)
        carried = coming or self._carried(stretch, last)
        return Attached(stretch, carried, mixed=False) if carried is not None else None

    def _coming(self, number: int, stretch: MarkedTokens, last: Attached | None) -> Frame | None:
        """The cue of the next paragraph, where a speech begins after narration and is ascribed only there."""
        if number + 1 >= len(self.stretches) or (last is not None and last.tokens.paragraph >= stretch.paragraph - 1):
            return None
        following = self.stretches[number + 1]
        if following.paragraph != stretch.paragraph + 1 or following.before > following.first:
            return None
        return self._after(number + 1, following)

    def _carried(self, stretch: MarkedTokens, last: Attached | None) -> Frame | None:
        """Who spoke last, quoted or reported, not long before."""
        frame = last.frame if last is not None and stretch.paragraph - last.tokens.paragraph <= CARRY else None
        spoken = self.governors.last_before(stretch.before)
        is_near = spoken is not None and spoken.cue[0] >= self._paragraph_before(stretch)
        if spoken is not None and is_near and (frame is None or frame.cue[0] < spoken.cue[0]):
            return replace(spoken, pieces=(), confidence=Decimal("0.5"))
        return _weaker(frame) if frame is not None else None

    def _paragraph_before(self, stretch: MarkedTokens) -> int:
        """First token of the paragraph before."""
        index = stretch.first - 1
        while index > 0 and self.doc[index].is_space:
            index -= 1
        while index > 0 and "\n" not in self.doc[index - 1].text:
            index -= 1
        return max(index, 0)

    def _unclaimed(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """A clause in marks with no cue: the subject's words, else those of the speaker before."""
        if not is_clause(self.doc, stretch):
            return None
        start = sentence_start(self.doc, stretch.before, self._limit(number, stretch))
        cued = clause_cue_before(stretch.before, start, self.doc, self.words, self.outside)
        if cued is not None:
            return Attached(stretch, cued, mixed=True)
        subject = subject_of_sentence(self.doc, start, stretch.before, people=True)
        last = done[-1] if done else None
        return Attached(stretch, subject or self._carried(stretch, last), mixed=subject is not None)

    def _sentence_between(self, stretch: MarkedTokens, after: int, frame: Frame) -> Frame | None:
        """Whoever a sentence in between is about: "… he said. The judge turned to her. “Why?”"."""
        start = sentence_start(self.doc, stretch.before - 1, after)
        if start <= frame.cue[0] or stretch.before - start < SHORT:
            return None
        return subject_of_sentence(self.doc, start, stretch.before, people=True)

    def _told_in_paragraph(self, number: int, stretch: MarkedTokens, lead: str) -> Frame | None:
        limit = self._limit(number, stretch)
        if lead == ":":
            return announced(self.doc, stretch.before - 1, limit, self.words)
        if lead not in SENTENCE_ENDS:
            return None
        start = sentence_start(self.doc, stretch.before - 1, limit)
        cues = [frame for frame in self.outside if start <= frame.cue[0] < stretch.before and frame.source]
        if cues:
            return replace(cues[0], pieces=(), confidence=Decimal("0.6"))
        return subject_of_sentence(self.doc, start, stretch.before, people=True)

    def _led_in_by_paragraph(self, stretch: MarkedTokens) -> Frame | None:
        """The last cue of the paragraph before, where its last sentence announces what is said."""
        index = stretch.first - 1
        while index >= 0 and self.doc[index].is_space:
            index -= 1
        if index < 0 or self.doc[index].text != ":":
            return None
        start = self.doc[index].sent.start
        if self.doc[index - 1].lower_ == "follows":
            return announced(self.doc, index, start, self.words)
        near = cue_before(self.doc, index + 1, start, self.words, self.outside)
        if near is not None and near.source is not None:
            return near
        cues = [frame for frame in self.outside if start <= frame.cue[0] <= index and frame.source]
        if cues:
            return replace(cues[-1], pieces=(), confidence=Decimal("0.7"))
        return announced(self.doc, index, start, self.words)


def _weaker(frame: Frame) -> Frame:
    return replace(frame, confidence=max(frame.confidence - Decimal("0.15"), Decimal("0.3")))


def _is_all_of(frame: Frame, stretch: MarkedTokens) -> bool:
    return all(stretch.before <= i < stretch.after for start, end in frame.pieces for i in range(start, end))
