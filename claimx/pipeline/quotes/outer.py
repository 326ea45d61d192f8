"""Give a participle the subject of the sentence: "he said the tone was mild, adding, “…”" – he adds, not the tone."""

from collections.abc import Sequence

from spacy.tokens import Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.nounphrases import NAMED, noun_phrase
from claimx.pipeline.quotes.words import CueWords

BEFORE = frozenset({",", "—", "–", "”", '"', "''"})
"""What may stand before a participle with the sentence's subject; a mark closes over its comma: “bad,” adding."""

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
    if verb.tag_ != "VBG" or subject is None or verb.i == 0 or verb.nbor(-1).text not in BEFORE:
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


def near_source(verb: Token, limit: int, words: CueWords) -> tuple[int, int] | None:
    """The subject before a participle that names somebody, where the parser's does not."""
    near = next((token for token in reversed(verb.doc[limit : verb.i]) if _speaks(token, words)), None)
    return noun_phrase(near, outside=verb.i) if near is not None else None


def is_somebody(token: Token) -> bool:
    """Whether a noun or pronoun names a person or a body."""
    return token.ent_type_ in NAMED or token.lower_ in {
        "he",
        "she",
        "they",
        "who",
        "i",
        "we",
    }


def _speaks(token: Token, words: CueWords) -> bool:
    named = is_somebody(token) or token.pos_ == "PROPN" or token.lower_ in words.speakers
    return token.dep_ == "nsubj" and named
