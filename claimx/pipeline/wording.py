"""The words of a document as lists: a list gives a word many times faster than a document, which makes a token of it.

Rules that look at every word of a text, and at tokens only where a word is the right one, read these. So does whoever
needs the text: `Doc.text` puts it together of all tokens each time.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection
from typing import ClassVar, TypeVar, cast
from weakref import ref

from spacy.attrs import IDX, LEMMA, SPACY
from spacy.tokens import Doc, Span

T = TypeVar("T")


class Wording:
    """The words of one document, by token.

    Attributes:
        text: The document's text.
        words: Each token as written.
        lower: Each token in lower case.
        starts: First code point of each token.
    """

    __slots__ = ("_kept", "_lemmas", "_places", "_sentences", "lower", "starts", "text", "words")

    _last: ClassVar[tuple[ref[Doc], "Wording"] | None] = None

    def __init__(self, doc: Doc, text: str | None = None) -> None:
        self.text = doc.text if text is None else text
        starts, spaces = doc.to_array([IDX, SPACY]).T.tolist() if len(doc) else ([], [])
        following = [*starts[1:], len(self.text)]
        bounds = zip(starts, following, spaces, strict=False)  # a document without tokens has the end of its text alone
        # Cut out of the text: to look each word up in the vocabulary takes much longer.
        self.words: list[str] = [self.text[start : end - space] for start, end, space in bounds]
        self.lower: list[str] = [word.lower() for word in self.words]
        self.starts: list[int] = starts
        self._lemmas: list[str] | None = None
        self._places: dict[str, list[int]] | None = None
        self._sentences: list[int] | None = None
        self._kept: dict[Callable[[], object], object] = {}

    @classmethod
    def of(cls, doc: Doc, text: str | None = None) -> "Wording":
        """The words of a document; those of the last one asked for are kept, since all components ask for the same.

        Args:
            doc: The document.
            text: Its text, where that is at hand; otherwise it is put together of the tokens.
        """
        last = cls._last
        if last is not None and last[0]() is doc and len(last[1].words) == len(doc):
            return last[1]
        made = cls(doc, text)
        cls._last = ref(doc), made
        return made

    def once(self, make: Callable[[], T]) -> T:
        """What a rule keeps of this document: made when first asked for, the same object for each function."""
        if make not in self._kept:
            self._kept[make] = make()
        return cast("T", self._kept[make])

    def lemmas(self, doc: Doc) -> list[str]:
        """The lemma of each token of the parsed document; to look them up in the vocabulary takes long."""
        if self._lemmas is None:
            keys, strings = doc.to_array(LEMMA).tolist() if self.words else [], doc.vocab.strings
            written = {key: strings[key] for key in set(keys)}
            self._lemmas = [written[key] for key in keys]
        return self._lemmas

    def part(self, first: int, last: int) -> str:
        """The text of a stretch of tokens, half-open and not empty."""
        return self.text[self.starts[first] : self.starts[last - 1] + len(self.words[last - 1])]

    def spaced(self, index: int) -> bool:
        """Whether a space follows a token that is no token itself."""
        following = self.starts[index + 1] if index + 1 < len(self.starts) else len(self.text)
        return following > self.starts[index] + len(self.words[index])

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


def span_over(doc: Doc, start: int, end: int) -> Span | None:
    """The tokens that code points `start` to `end` touch, as `Doc.char_span` gives them, in half its time."""
    touched = Wording.of(doc).touched(start, end)
    return None if touched is None else Span(doc, *touched)
