"""What a fuzz target is, and the laws that several of them check."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from claimx.records import ErrorRecord, Extraction
from claimx.sources import Loaded

INTERNAL = "CX990"
"""The code of a bug: no input may lead to it."""


class BrokenLawError(AssertionError):
    """Something that must hold of any input does not."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing to be tried with any bytes.

    Attributes:
        check: Reads the bytes; raises whatever is not as it should be, and nothing else.
        pieces: What inputs are put together from beside the corpus: words, marks, markup.
        max_bytes: The longest input that is tried.
    """

    check: Callable[[bytes], None]
    pieces: tuple[str, ...] = ()
    max_bytes: int = 2048


class Bounded(Protocol):
    """Something with a beginning and an end."""

    @property
    def start(self) -> int:
        """First code point."""
        ...

    @property
    def end(self) -> int:
        """One past the last."""
        ...


def text_of(data: bytes) -> str:
    """A text of any bytes; those that are no UTF-8 become half surrogate pairs, the worst that a string can hold."""
    return data.decode("utf-8", "surrogateescape")


def hold(law: object, what: str) -> None:
    """Check a law; unlike `assert` it is checked under every option of the interpreter.

    Raises:
        BrokenLawError: If it does not hold.
    """
    if not law:
        raise BrokenLawError(what)


def in_order(spans: Iterable[Bounded], size: int) -> None:
    """Spans are not empty, lie within a text of that size, and none begins before the one before it ends."""
    after = 0
    for span in spans:
        hold(after <= span.start < span.end <= size, f"{span} overlaps the one before it, or leaves the text")
        after = span.end


def read_well(records: Iterable[Loaded | Extraction | ErrorRecord]) -> None:
    """What readers give: articles that can be written down, and errors that say where and what to do."""
    for record in records:
        if isinstance(record, ErrorRecord):
            hold(record.code != INTERNAL and record.message and record.remedy, f"{record} helps nobody")
        else:
            article = record.article
            said = (article.text, article.id, article.title, article.url, article.source, article.path)
            "".join(each or "" for each in said).encode()
            hold(article.text or isinstance(record, Extraction), "an article without text was read")
