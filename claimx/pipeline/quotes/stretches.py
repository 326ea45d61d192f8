"""Stretches in quotation marks, with their tokens."""

from dataclasses import dataclass

from spacy.tokens import Doc

from claimx.textual.quotemarks import Marked


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

    @property
    def size(self) -> int:
        """Number of tokens within the marks."""
        return self.end - self.start


def lead_of(doc: Doc, stretch: MarkedTokens) -> str:
    """The token before the opening mark; "" where the marks open the paragraph."""
    index = stretch.before - 1
    while index >= stretch.first and doc[index].is_space:
        index -= 1
    return doc[index].text if index >= stretch.first else ""


def is_speech(doc: Doc, stretch: MarkedTokens, *, short: int = 4) -> bool:
    """Whether the words could stand as a sentence: with a verb, and long or ended like one."""
    ends = doc[stretch.end - 1].text in {".", "?", "!", "…", "..."}
    has_verb = any(doc[i].pos_ in {"VERB", "AUX"} for i in range(stretch.start, stretch.end))
    return has_verb and (ends or not stretch.marked.closed or stretch.size > 2 * short)


def is_clause(doc: Doc, stretch: MarkedTokens) -> bool:
    """Whether the words hold a verb and are not written like a title."""
    tokens = [token for token in doc[stretch.start : stretch.end] if token.is_alpha]
    long = len(tokens) > 2  # noqa: PLR2004 - "so fresh" is a term
    lower = any(token.text[:1].islower() and len(token) > 3 for token in tokens)  # noqa: PLR2004 - "of", "the"
    return long and lower and any(token.pos_ in {"VERB", "AUX"} for token in tokens)
