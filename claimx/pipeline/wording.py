"""The words of a document as lists: a list gives a word many times faster than a document, which makes a token of it.

Rules that look at every word of a text, and at tokens only where a word is the right one, read these. So does whoever
needs the text: `Doc.text` puts it together of all tokens each time.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection
from itertools import accumulate
from typing import ClassVar, TypeVar, cast
from weakref import ref

from spacy.attrs import ORTH, SPACY
from spacy.tokens import Doc

T = TypeVar("T")


class Wording:
    """The words of one document, by token.

    Attributes:
        text: The document's text.
        words: Each token as written.
        lower: Each token in lower case.
        starts: First code point of each token.
    """

    __slots__ = ("_kept", "_places", "_sentences", "lower", "starts", "text", "words")

    _last: ClassVar[tuple[ref[Doc], "Wording"] | None] = None

    def __init__(self, doc: Doc) -> None:
        keys, spaces = doc.to_array([ORTH, SPACY]).T.tolist() if len(doc) else ([], [])
        strings = doc.vocab.strings
        forms = {key: strings[key] for key in set(keys)}
        lower = {key: form.lower() for key, form in forms.items()}
        self.words: list[str] = [forms[key] for key in keys]
        self.lower: list[str] = [lower[key] for key in keys]
        lengths = [len(word) + space for word, space in zip(self.words, spaces, strict=True)]
        self.starts: list[int] = list(accumulate(lengths, initial=0))[:-1]
        self.text = "".join([word + " " if space else word for word, space in zip(self.words, spaces, strict=True)])
        self._places: dict[str, list[int]] | None = None
        self._sentences: list[int] | None = None
        self._kept: dict[Callable[[], object], object] = {}

    @classmethod
    def of(cls, doc: Doc) -> "Wording":
        """The words of a document; those of the last one asked for are kept, since all components ask for the same."""
        last = cls._last
        if last is not None and last[0]() is doc and len(last[1].words) == len(doc):
            return last[1]
        made = cls(doc)
        cls._last = ref(doc), made
        return made

    def once(self, make: Callable[[], T]) -> T:
        """What a rule keeps of this document: made when first asked for, the same object for each function."""
        if make not in self._kept:
            self._kept[make] = make()
        return cast("T", self._kept[make])

    def part(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, half-open and not empty."""
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1])]

    def ends(self, index: int) -> bool:
        """Whether white space or the end of the text follows a token."""
        end = self.starts[index] + len(self.words[index])
        return index + 1 == len(self.words) or self.text[end].isspace()

    def at(self, offset: int) -> int:
        """The token that holds a code point, or the white space after it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def touched(self, start: int, end: int) -> tuple[int, int] | None:
        """The tokens that code points `start` to `end` touch, half-open; None outside of the text."""
        if not (0 <= start < len(self.text) and 0 < end <= len(self.text)):
            return None
        first, last = bisect_right(self.starts, start) - 1, bisect_right(self.starts, end - 1)
        return first + (start == self.starts[first] + len(self.words[first])), last

    def sentence(self, doc: Doc, index: int) -> tuple[int, int]:
        """First token of the sentence that holds a token of the parsed document, and one past its last."""
        if self._sentences is None:
            self._sentences = [sentence.start for sentence in doc.sents]
        number = bisect_right(self._sentences, index)
        return self._sentences[number - 1], (*self._sentences[number : number + 1], len(self.words))[0]

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Code points of a stretch of tokens, half-open and not empty."""
        return self.starts[first], self.starts[last - 1] + len(self.words[last - 1])

    def where(self, words: Collection[str]) -> list[int]:
        """The tokens that are one of some words in lower case, none of which is given twice."""
        if self._places is None:
            self._places = {}
            for index, word in enumerate(self.lower):
                self._places.setdefault(word, []).append(index)
        if len(words) < len(self._places):
            return sorted(index for word in words for index in self._places.get(word, ()))
        return sorted(index for word, places in self._places.items() if word in words for index in places)
