"""Decide for everything in quotation marks whether it is somebody's words, and whose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.above import led_in_from_above, paragraph_before, subject_above
from claimx.pipeline.quotes.announced import announced, sentence_start, subject_of_sentence
from claimx.pipeline.quotes.behind import cue_after, is_tag, named_by
from claimx.pipeline.quotes.governing import SPOKEN, Governors
from claimx.pipeline.quotes.leading import clause_cue_before, cue_before
from claimx.pipeline.quotes.signed import name_after_dash, name_before_colon, owned_by
from claimx.pipeline.quotes.silent import is_bare_title, is_term
from claimx.pipeline.quotes.stretches import MarkedTokens, is_clause, is_speech, lead_of
from claimx.pipeline.quotes.surface import SENTENCE_ENDS, is_cue
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

SHORT = 4
"""Fewer tokens in marks with nothing but a noun after them are a name or a term."""

FAR = 2
"""Tokens from a cue to the marks before which a comma may stand: "told the crowd, “…”"."""

LEADS = frozenset({",", ":"})
REPORTED = 15
"""Tokens from a cue to a fragment without a verb where the parser has lost the clause."""

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
        self.by_cue = {frame.cue: frame for frame in reversed(self.outside)}
        self.governors = Governors(doc, self.outside, self.in_marks)

    def attach(self) -> list[Attached]:
        """All stretches that hold somebody's words."""
        out: list[Attached] = []
        cued: list[Attached] = []
        for number, stretch in enumerate(self.stretches):
            if is_term(self.doc, stretch, self.words):
                continue
            found = self._goes_on(number, stretch, cued) or self._beside(number, stretch)
            if found is None and is_bare_title(self.doc, stretch):
                continue
            found = found or self._governed(number, stretch) or self._listed(number, stretch, out)
            found = found or self._shared(number, stretch, cued)
            if found is not None:
                found = self._by_participle(found, cued)
                cued.append(found)
            else:
                found = self._unclaimed(number, stretch, cued)
            if found is not None:
                out.append(found)
        return out

    def _by_participle(self, found: Attached, done: Sequence[Attached]) -> Attached:
        """A fragment in a clause that accompanies a speech: “It broke,” Falk said, meaning that it was “a ruin”."""
        frame, last = found.frame, done[-1] if done else None
        if frame is None or not found.mixed or last is None or last.mixed or last.frame is None:
            return found
        if last.frame.cue != frame.cue:
            return found
        for token in self.doc[frame.cue[1] : found.tokens.before]:
            if token.tag_ == "VBG" and token.nbor(-1).text == ",":
                return replace(found, frame=replace(frame, cue=(token.i, token.i + 1), pieces=()))
        return found

    def _goes_on(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """The rest of a sentence that its own cue broke: “The dyke,” said Falk, who saw it built, “is new.”."""
        last = done[-1] if done else None
        if last is None or last.frame is None or last.mixed or number == 0:
            return None
        before = self.stretches[number - 1]
        broken = last.tokens is before and before.paragraph == stretch.paragraph
        broken = broken and before.after <= last.frame.cue[0] < stretch.before
        if not broken or self.doc[before.end - 1].text != "," or not self.doc[stretch.start].text[:1].islower():
            return None
        between = self.doc[last.frame.cue[1] : stretch.before]
        if len(between) > 1 and is_cue(between[-2], self.words):  # “The dyke is new,” said Falk, adding, “but low.”
            return None
        ends = any(token.text in SENTENCE_ENDS or token.is_space for token in between)
        return Attached(stretch, last.frame, mixed=False) if lead_of(self.doc, stretch) == "," and not ends else None

    def _beside(self, number: int, stretch: MarkedTokens) -> Attached | None:
        """A cue right beside the marks."""
        lead = lead_of(self.doc, stretch)
        if lead == ":":
            colon = self._colon(stretch)
            named = name_before_colon(self.doc, colon, self._limit(number, stretch), self.words)
            if named is not None and not (self._is_thing(named) and self._after(number, stretch) is not None):
                return Attached(stretch, named, mixed=False)
        before = self._before(number, stretch)
        if before is not None and lead in LEADS and stretch.before - before.cue[1] <= 1:
            return Attached(stretch, before, mixed=False)
        after = self._after(number, stretch)
        begins = after is not None and self.doc[stretch.after].text[:1].isupper() and self._asks(stretch)
        if before is not None and lead in LEADS and begins:
            return Attached(stretch, before, mixed=False)
        if after is not None:
            return Attached(stretch, after, mixed=self._ends_clause(stretch))
        signed = name_after_dash(self.doc, stretch.after, stretch.last) if before is None else None
        signed = signed or owned_by(self.doc, stretch, self.words)
        signed = signed or named_by(self.doc, stretch.before, stretch.after, stretch.last, self.words)
        return Attached(stretch, signed, mixed=False) if signed is not None else None

    def _asks(self, stretch: MarkedTokens) -> bool:
        """Whether the words end so that a capital begins a sentence behind them: He replied with, “Why?” Falk left."""
        return self.doc[stretch.end - 1].text in {"?", "!"}

    def _within(self, cue: Frame, covering: Frame, stretch: MarkedTokens) -> bool:
        """Whether a cue some way before the marks is itself reported: "She said she asks nobody, “but my sister”"."""
        far = stretch.before - cue.cue[1] > FAR
        return far and covering.cue != cue.cue and covering.meaning in SPOKEN and covering.holds(cue.cue[0])

    def _is_thing(self, frame: Frame) -> bool:
        """Whether a source is no name: "His verdict: “It is old,” he said." has its speaker behind the words."""
        return frame.source is not None and all(t.pos_ != "PROPN" for t in self.doc[frame.source[0] : frame.source[1]])

    def _ends_clause(self, stretch: MarkedTokens) -> bool:
        """Whether the words end a clause that begins before the marks: The crew slept in a “cage,” she said."""
        start = sentence_start(self.doc, stretch.before, stretch.first)
        before = self.doc[start : stretch.before]
        open_clause = len(before) > 1 and not any(token.is_punct or token.i in self.in_marks for token in before)
        return open_clause and any(token.pos_ in {"VERB", "AUX"} for token in before)

    def _listed(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """The cue of the fragment before in a list: called them “slow” and, yes, “lazy”."""
        last = done[-1] if done else None
        if last is None or not last.mixed or number == 0 or self.stretches[number - 1] is not last.tokens:
            return None
        between = self.doc[last.tokens.after : stretch.before]
        joined = len(between) <= SHORT and all(t.text == "," or t.pos_ in {"CCONJ", "ADV", "INTJ"} for t in between)
        return Attached(stretch, last.frame, mixed=True) if joined else None

    def _colon(self, stretch: MarkedTokens) -> int:
        """The token of the colon that leads in."""
        index = stretch.before - 1
        while index > stretch.first and self.doc[index].is_space:
            index -= 1
        return index

    def _governed(self, number: int, stretch: MarkedTokens) -> Attached | None:
        """A cue elsewhere in the sentence."""
        lead = lead_of(self.doc, stretch)
        before = self._before(number, stretch)
        covering = self.governors.covering(stretch)
        if before is not None and (covering is None or (lead in LEADS and not self._within(before, covering, stretch))):
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
        frame = self._as_parsed(cue_after(self.doc, stretch.after, limit, self.words), stretch)
        if frame is not None and self._reports_behind(frame, stretch):
            return None
        stopped = Wording.of(self.doc).text[stretch.marked.end - 1] in ".…"
        if stopped and not ensuing.text[:1].islower():
            return frame if frame is not None and is_tag(self.doc, frame, stretch.after, stretch.last) else None
        if frame is None or last.is_punct or ensuing.text in {",", "—", "–", "--", "-"}:
            return frame
        inverted = frame.cue[0] == stretch.after and frame.source is not None and frame.source[0] == frame.cue[1]
        near = inverted or (frame.cue[0] - stretch.after <= SHORT and stretch.size > SHORT)
        return frame if near and self.governors.covering(stretch) is None else None

    def _reports_behind(self, frame: Frame, stretch: MarkedTokens) -> bool:
        """Whether a cue behind a fragment has words of its own: Though he is “slow,” she said Lind was kind."""
        known = self.by_cue.get(frame.cue)
        behind = known is not None and all(start >= frame.cue[1] for start, _ in known.pieces)
        if not behind or not self._ends_clause(stretch):
            return False
        return self.governors.covering(stretch) is not None or self.governors.any_above(stretch, self.words) is not None

    def _as_parsed(self, frame: Frame | None, stretch: MarkedTokens) -> Frame | None:
        """A cue of two words, "according to", with the source that the parser gives it; none beside a cue of speech.

        “The dam is old,” according to the port authority; but not: Lind stated that “the dam is old,” according to …
        """
        if frame is None or frame.cue[1] - frame.cue[0] == 1:  # a verb
            return frame
        reported = lead_of(self.doc, stretch) == "that"
        if reported or any(each.shape != "according" for each in self.governors.holders(stretch)):
            return None
        known = next((each for each in self.outside if each.cue == frame.cue and each.source is not None), None)
        return replace(frame, source=known.source) if known is not None else frame

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
            if between is None and lead == ":":
                between = announced(self.doc, self._colon(stretch), self._limit(number, stretch), self.words)
            return Attached(stretch, between or _weaker(self._main(last.frame, done)), mixed=False)
        if stretch.before > stretch.first:
            told = self._told_in_paragraph(number, stretch, lead)
            return Attached(stretch, told, mixed=False) if told is not None else None
        led_in = led_in_from_above(self.doc, stretch, self.words, self.outside)
        if led_in is not None:
            return Attached(stretch, led_in, mixed=False)
        coming = self._coming(number, stretch, last)
        carried = coming or self._carried(stretch, last) or subject_above(self.doc, stretch)
        return Attached(stretch, carried, mixed=False) if carried is not None else None

    def _main(self, frame: Frame, done: Sequence[Attached]) -> Frame:
        """The act of speaking that a participle accompanies: of "… she said, showing off “her hat”." the saying."""
        if self.doc[frame.cue[0]].tag_ != "VBG":
            return frame
        others = (each.frame for each in reversed(done) if each.frame is not None and each.frame.cue != frame.cue)
        other = next(others, None)
        return other if other is not None and other.source == frame.source and other.meaning in SPOKEN else frame

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
        is_near = spoken is not None and spoken.cue[0] >= paragraph_before(self.doc, stretch)
        if spoken is not None and is_near and (frame is None or frame.cue[0] < spoken.cue[0]):
            return replace(spoken, pieces=(), confidence=Decimal("0.5"))
        return _weaker(frame) if frame is not None else None

    def _unclaimed(self, number: int, stretch: MarkedTokens, done: Sequence[Attached]) -> Attached | None:
        """A clause in marks with no cue: the subject's words, else those of the speaker before."""
        start = sentence_start(self.doc, stretch.before, self._limit(number, stretch))
        whole = sentence_start(self.doc, stretch.before, stretch.first)
        cued = clause_cue_before(stretch.before, whole, self.doc, self.words, self.outside)
        cued = None if cued is not None and cued.cue[0] in self.in_marks else cued
        clause = is_clause(self.doc, stretch)
        near = cued is not None and cued.meaning in SPOKEN and stretch.before - cued.cue[0] <= REPORTED
        if cued is not None and (clause or near):
            return Attached(stretch, cued, mixed=True)
        if not clause:
            return None
        subject = subject_of_sentence(self.doc, start, stretch.before, people=True)
        if subject is None and self._tells(start, stretch.before):
            subject = self.governors.subject_above(stretch, self.words)
            return Attached(stretch, subject, mixed=subject is not None)
        last = done[-1] if done else None
        return Attached(stretch, subject or self._carried(stretch, last), mixed=subject is not None)

    def _tells(self, start: int, end: int) -> bool:
        """Whether a sentence tells something before the marks: He left when “it broke”; but not: Later, “…”."""
        verb = False
        for token in self.doc[start:end]:
            verb = token.pos_ == "VERB" or (verb and token.text != ";")
        return verb

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


def _weaker(frame: Frame) -> Frame:
    return replace(frame, confidence=max(frame.confidence - Decimal("0.15"), Decimal("0.3")))


def _is_all_of(frame: Frame, stretch: MarkedTokens) -> bool:
    return all(stretch.before <= i < stretch.after for start, end in frame.pieces for i in range(start, end))
