"""Keep the memory of a pipeline from growing with the articles that it reads.

spaCy keeps every word that it ever met, and its lemmatizer every form. The words of the first articles are kept: most
words of all others are among them, and are found faster. What comes after is given back at the end of each article.
"""

import ctypes
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from spacy.language import Language
from spacy.pipeline import Lemmatizer

from claimx.pipeline.base.lemmas import Lemmas

WARM_UP = 200
"""Articles whose words are kept."""

MOST_FORMS = 8_000
"""Forms that the lemmatizer remembers, after the warm-up."""

OFTEN = 100
"""Articles after which memory that is free is given back to the system.

Of 40 MiB that a process grew by over 2,000 articles the C library held 30 for later, between what was still in use.
"""


def _trimming() -> Callable[[int], int] | None:
    """The function of the C library that gives free memory back; only that of GNU has it."""
    return getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None


class Memory:
    """What a pipeline holds on to.

    Args:
        nlp: The pipeline.
        warm_up: Articles whose words are kept.
    """

    def __init__(self, nlp: Language, warm_up: int = WARM_UP) -> None:
        self._nlp = nlp
        self._left = warm_up
        self._read = 0
        self._trim = _trimming()

    @contextmanager
    def article(self) -> Iterator[None]:
        """While this is entered, one article is read; no document of it may be used afterwards."""
        if self._left > 0:
            self._left -= 1
            yield
            return
        with self._nlp.memory_zone():
            yield
        for _, pipe in self._nlp.components:
            if isinstance(pipe, Lemmatizer | Lemmas) and len(pipe.cache) > MOST_FORMS:
                pipe.cache.clear()
        self._read += 1
        if self._trim is not None and self._read % OFTEN == 0:
            self._trim(0)
