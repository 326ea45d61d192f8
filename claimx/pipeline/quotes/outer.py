"""Give a participle the subject of the sentence: "he said the tone was mild, adding, “…”" – he adds, not the tone."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.frames import Frame

FINITE = frozenset({"VBD", "VBZ", "VBP"})


def outer_source(verb: Token, subject: int | None, frames: Sequence[Frame]) -> tuple[int, int] | None:
    """Who said the words in which a participle's supposed subject stands.

    Args:
        verb: The participle.
        subject: Token that the parser takes for its subject.
        frames: Frames of the document.

    Returns:
        The source of the outermost such frame, None where the subject may stay.
    """
    if verb.tag_ != "VBG" or subject is None or verb.i == 0 or verb.nbor(-1).text not in {",", "—", "–"}:
        return None
    holders = [
        frame
        for frame in frames
        if frame.cue[0] < verb.i
        and frame.source is not None
        and verb.doc[frame.cue[0]].tag_ in FINITE
        and frame.holds(subject)
        and verb.doc[frame.cue[0]].sent.start == verb.sent.start
    ]
    return max(holders, key=lambda frame: frame.size).source if holders else None


def with_outer_sources(doc: Doc, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames, participles among them with the subject of their sentence."""
    out = []
    for frame in frames:
        subject = frame.source[1] - 1 if frame.source is not None else None
        source = outer_source(doc[frame.cue[0]], subject, frames)
        out.append(replace(frame, source=source) if source is not None else frame)
    return tuple(out)
