"""A text into tokens, in a time that grows with its length and with nothing else."""

import re
from collections.abc import Iterable, Sequence
from typing import Protocol, cast

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

LONGEST_RUN = 500
"""Code points without white space that are cut into tokens at once.

The tokenizer of spaCy takes one mark at a time off such a run and looks at all of the rest each time: 20,000 opening
quotation marks kept it for half a minute.
"""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")


class Tokenizer(Protocol):
    """What is asked of the tokenizer of spaCy, which comes without types."""

    def add_special_case(self, string: str, token_attrs: Sequence[dict[int, str]]) -> None:
        """Cut a string between white space as given."""


def keep_points(nlp: Language, titles: Iterable[str]) -> None:
    """Let the tokenizer leave titles their point: "said Sgt. Odile Marsh" was two sentences, and Sgt the speaker.

    Args:
        nlp: The pipeline whose tokenizer is changed.
        titles: Titles as they are written, with their point.
    """
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    for title in titles:
        tokenizer.add_special_case(title, [{ORTH: title}])


def make_tokens(nlp: Language, text: str) -> Doc:
    """Cut a text into tokens; a run of characters longer than any word or address also after each `LONGEST_RUN`.

    Args:
        nlp: The pipeline whose tokenizer is used.
        text: Any text.

    Returns:
        A document with this text, on which nothing has run.
    """
    ends = [match.end() for match in _TOO_LONG.finditer(text)]
    if not ends:
        return nlp.make_doc(text)
    pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
    return Doc.from_docs([nlp.make_doc(piece) for piece in pieces], ensure_whitespace=False)
