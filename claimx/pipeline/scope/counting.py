"""By what rule a figure is counted: "including the gunman", "confirmed"."""

import re
from functools import cache

from spacy.tokens import Doc, Span

from claimx.lexicon.counting import CountingWords, load_counting_words
from claimx.pipeline.layers import Candidate, Offsets
from claimx.pipeline.wording import Wording, span_over
from claimx.textual.datewords import any_of, plain

_ANOTHER = re.compile(r"\d|[.;]")
"""What lies between a figure and a rule that is not its own: another figure, the end of its clause."""

_INNER = frozenset({"nummod", "quantmod", "compound", "amod", "pobj", "prep", "conj"})
"""Roles between a figure and what its verb takes: "the bodies of 170 people"."""

NEXT_TO = 3
"""Code points between a rule that opens a sentence and its figure: "Apart from the gunman, 14 died"."""


def counting_of(doc: Doc, text: str, candidate: Candidate, counted: Offsets | None) -> str | None:
    """A counting rule that the text states.

    Args:
        doc: The document.
        text: Its text.
        candidate: The figure.
        counted: The words for what is counted.

    Returns:
        The words of the rule: "not counting the two gunmen", "confirmed".
    """
    here = span_over(doc, candidate.start, candidate.end)
    if here is None:
        return None
    words = load_counting_words()
    wording = Wording.of(doc)
    sentence = wording.sentence(doc, here.start)
    if stated := _stated(text, candidate, wording.offsets(*sentence), words):
        return stated
    said = text[candidate.end : counted.end].casefold().split() if counted and counted.end > candidate.end else []
    following = doc[here.end].lower_ if here.end < sentence[1] else ""
    return next((word for word in (*said, following) if word in words.how), None) or _taken(here, words)


def _stated(text: str, candidate: Candidate, sentence: tuple[int, int], words: CountingWords) -> str | None:
    """The rule that follows the figure in its sentence, or opens the sentence right before it."""
    said = plain(text[slice(*sentence)])
    if not any(word in said for word in _telling(words)):  # most sentences have none, and the pattern takes long
        return None
    pattern = _pattern(words)
    stated = pattern.search(text, candidate.end, sentence[1])
    if stated and not _ANOTHER.search(text, candidate.end, stated.start()):
        return " ".join(stated.group().split())
    opening = pattern.match(text, sentence[0], candidate.start)
    if opening and candidate.start - opening.end() <= NEXT_TO:
        return " ".join(opening.group().split())
    return None


def _taken(here: Span, words: CountingWords) -> str | None:
    """The verb that takes the figure: "has verified 170 deaths", "the bodies of 170 people have been identified"."""
    node = here.root
    while node.dep_ in _INNER and node.head != node:
        node = node.head
    verb = node.head
    takes = node.dep_ in {"dobj", "nsubjpass"} and verb.pos_ == "VERB" and verb.lemma_.casefold() in words.verbs
    return verb.lower_ if takes and verb.tag_ in {"VBN", "VBD"} else None


@cache
def _telling(words: CountingWords) -> tuple[str, ...]:
    """The longest word of each frame, without which there is none."""
    return tuple(sorted({max(frame.split(), key=len) for frame in words.frames}))


@cache
def _pattern(words: CountingWords) -> re.Pattern[str]:
    doers = any_of(words.doers)
    return re.compile(
        rf"\b(?:{any_of(words.frames)})\s+(?:the|his|her|their|its|two|three|both)\s+(?:[\w-]+\s+){{0,2}}?(?:{doers})s?\b",
        re.IGNORECASE,
    )
