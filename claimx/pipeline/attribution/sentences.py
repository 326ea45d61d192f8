"""The sentences in which a source is looked for: to look in all of an article takes four times as long."""

from collections.abc import Iterable

from spacy.tokens import Doc

from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.wording import Wording

Sentences = tuple[tuple[int, int], ...]
"""Token indices of sentences, half-open, in order."""


def sentences_with_sources(doc: Doc, figures: Iterable[int], words: SourceVocabulary) -> Sentences:
    """The sentences that hold a figure, and those whose source may tell a later one: a poll, a document.

    With each of these the sentence behind it, whose subject may be a word before its first.

    Args:
        doc: The document.
        figures: Tokens at which figures begin.
        words: Words about sources.
    """
    wording = Wording.of(doc)
    told = {wording.sentence(doc, index) for index in figures}
    if not told:
        return ()
    odd = {word for word in set(wording.lower) if word.endswith(".") or not word.isascii()}
    for index in wording.where(words.read | {word for word in odd if is_read(word, words)}):
        first, end = wording.sentence(doc, index)
        told |= {(first, end), wording.sentence(doc, min(end, len(doc) - 1))}
    return tuple(sorted(told))


def is_read(word: str, words: SourceVocabulary) -> bool:
    """Whether figures are read in what a word in lower case names: a poll, a document that states something."""
    noun = words.speakers.noun(word)
    return word in words.polls or (noun is not None and noun.kind == "document")
