"""Tell whether a speaker stays unnamed by what is said of them: "an official who asked not to be named"."""

from spacy.tokens import Span

from claimx.pipeline.speakers.vocabulary import SpeakerWords

REACH = 18
"""Tokens behind a description in which its clause may end."""

SENTENCE_ENDS = frozenset({".", "?", "!", ";", "“", '"'})
CLAUSES = frozenset({"who", "speaking"})


def is_unnamed(span: Span, words: SpeakerWords) -> bool:
    """Whether a description, or the clause behind it, says that its bearer is not to be known.

    Args:
        span: The description: "A person familiar with the talks".
        words: Words for speakers, with those that tell it.
    """
    told = f" {span.text.lower()} {_clause_behind(span)} "
    return any(f" {each} " in told for each in words.unnamed)


def _clause_behind(span: Span) -> str:
    """What is said of somebody in a clause of their own: ", who spoke on condition of anonymity,"."""
    doc, start = span.doc, span.end
    if start < len(doc) and doc[start].text == ",":
        start += 1
    if start >= len(doc) or doc[start].lower_ not in CLAUSES:
        return ""
    end = start
    while end < min(len(doc), start + REACH) and doc[end].text not in SENTENCE_ENDS and not doc[end].is_space:
        end += 1
    return " ".join(token.lower_ for token in doc[start:end])
