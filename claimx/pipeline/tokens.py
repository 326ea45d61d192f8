"""A text into tokens, in a time that grows with its length and with nothing else."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol, cast
from weakref import WeakKeyDictionary

from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.wording import Wording

LONGEST_RUN = 500
"""Code points without white space that are cut into tokens at once.

The tokenizer of spaCy takes one mark at a time off such a run and looks at all of the rest each time: 20,000 opening
quotation marks kept it for half a minute.
"""

_TOO_LONG = re.compile(rf"\S{{{LONGEST_RUN}}}(?=\S)")

MARKS = "\"'“”‘’(),.;:?!"
"""What may stand around a word between white space."""

MOST_WORDS = 50_000
"""Words that a tokenizer keeps, with the marks around them; a pipeline reads 200 articles until it keeps no more."""

_KNOWN: WeakKeyDictionary[Language, set[str]] = WeakKeyDictionary()
"""The words, with the marks around them, that the tokenizer of a pipeline was shown."""


class Tokenizer(Protocol):
    """What is asked of the tokenizer of spaCy, which comes without types."""

    max_cache_size: int
    rules: Mapping[str, object]

    def __call__(self, string: str) -> Doc:
        """Cut a text."""

    def add_special_case(self, string: str, token_attrs: Sequence[dict[int, str]]) -> None:
        """Cut a string between white space as given."""


def keep_points(nlp: Language, titles: Iterable[str]) -> None:
    """Let the tokenizer leave titles their point: "said Sgt. Odile Marsh" was two sentences, and Sgt the speaker.

    It also keeps more words from now on.

    Args:
        nlp: The pipeline whose tokenizer is changed.
        titles: Titles as they are written, with their point.
    """
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.max_cache_size = MOST_WORDS
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
    _show_words(nlp, text)
    ends = [match.end() for match in _TOO_LONG.finditer(text)]
    if ends:
        pieces = [text[start:end] for start, end in zip([0, *ends], [*ends, len(text)], strict=True)]
        doc = Doc.from_docs([nlp.make_doc(piece) for piece in pieces], ensure_whitespace=False)
    else:
        doc = nlp.make_doc(text)
    Wording.of(doc, text)
    return doc


def _show_words(nlp: Language, text: str) -> None:
    """Have the tokenizer keep how it cuts the words of a text; what it cuts does not change.

    By itself it keeps them only up to the first special case of each text, the end of a line or "U.S.", and cuts all
    others anew each time, which takes twenty times as long.
    """
    tokenizer, known = cast("Tokenizer", nlp.tokenizer), _KNOWN.setdefault(nlp, set())
    if getattr(nlp.vocab, "in_memory_zone", False) or len(known) >= MOST_WORDS:
        return
    new = [word for word in dict.fromkeys(text.split()) if word not in known and len(word) < LONGEST_RUN]
    known.update(new)
    tokenizer(" ".join(word for word in new if _is_plain(word, tokenizer.rules)))


def _is_plain(word: str, special: Mapping[str, object]) -> bool:
    """Whether a word is made of letters with marks around it, and no special case."""
    bare = word.strip(MARKS)
    return bare.isalpha() and not any(
        each in special for each in (word, bare, f"{bare}.", word.lstrip(MARKS), word.rstrip(MARKS))
    )
