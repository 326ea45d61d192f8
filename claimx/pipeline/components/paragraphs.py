"""Paragraphs and their zones; a paragraph's first word opens a sentence for the parser."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, cast

from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.layout import LayoutEntry, LayoutPlace
from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.layers import Layers, NoteLayer, Paragraph, update
from claimx.pipeline.wording import Wording
from claimx.textual.layout import Block, LayoutWords, find_blocks

if TYPE_CHECKING:
    from thinc.types import Ints2d


def layout_words(entries: tuple[LayoutEntry, ...]) -> LayoutWords:
    """The lexicon's wordings, by place."""

    def phrases(place: LayoutPlace) -> tuple[str, ...]:
        return tuple(phrase for entry in entries if entry.place == place for phrase in entry.phrases)

    return LayoutWords(
        furniture_lines=frozenset(phrases("line")),
        furniture_starts=phrases("start"),
        tail_lines=frozenset(phrases("tail")),
        caption_starts=phrases("caption_start"),
        caption_ends=phrases("caption_end"),
    )


LONGEST_SENTENCE = 400
"""Tokens without a stop after which a sentence is opened: nothing that people write is so long.

"5% 5% 5% …" is one sentence to the parser, and its tree is as deep as it is long; whatever climbs it takes the square
of that time.
"""

STOPS = frozenset(".!?…")
OPENS, OPENS_NOT = 1, -1
"""What spaCy keeps of a token that opens a sentence, and of one that does not."""


class Paragraphs:
    """Writes `Layers.paragraphs`, and a note for each table, which is not read.

    Args:
        words: Wordings of the parts of a page.
        titles: Titles with a point that ends no sentence, as written.
    """

    def __init__(self, *, words: LayoutWords, titles: frozenset[str] = frozenset()) -> None:
        self.words = words
        self.titles = titles

    def __call__(self, doc: Doc) -> Doc:
        """Find the paragraphs of a document whose tokens are set, unless they were given with it."""
        if Layers.of(doc).paragraphs:
            _open_sentences(doc, {each.start for each in Layers.of(doc).paragraphs}, self.titles)
            return doc
        if Layers.of(doc).context.is_title:
            return update(doc, paragraphs=(Paragraph(0, len(Wording.of(doc).text), "headline"),))
        blocks = find_blocks(Wording.of(doc).text, self.words)
        _open_sentences(doc, {block.start for block in blocks}, self.titles)
        paragraphs = tuple(Paragraph(block.start, block.end, block.zone) for block in blocks)
        return update(doc, paragraphs=paragraphs, notes=Layers.of(doc).notes + table_notes(blocks))


def table_notes(blocks: Sequence[Block]) -> tuple[NoteLayer, ...]:
    """A note for each table, which is not read."""
    return tuple(
        NoteLayer("CX950", "info", "table not read", block.start, block.end)
        for index, block in enumerate(blocks)
        if block.zone == "table" and (index == 0 or blocks[index - 1].zone != "table")
    )


def _open_sentences(doc: Doc, starts: Collection[int], titles: Collection[str]) -> None:
    """Tell the parser where sentences begin: at paragraphs, within what never ends, and never behind "said Capt."."""
    wording = Wording.of(doc)
    words, size = wording.words, len(wording.words)
    opening = {index for index in map(wording.at, starts) if index < size and wording.starts[index] in starts}
    behind = [index + 1 for index, word in enumerate(words) if word in titles]
    titled = {index for index in behind if index < size and words[index][:1].isupper()}
    stops = [index for index, word in enumerate(words) if word in STOPS]
    marks = doc.to_array(SENT_START).astype("int64")
    since = 0
    for index in sorted({*opening, *titled, *stops, size}):
        while since + LONGEST_SENTENCE < index:
            since += LONGEST_SENTENCE
            marks[since] = OPENS
        if index in opening or (index < size and index == since + LONGEST_SENTENCE):
            marks[index] = OPENS
        elif index in titled:
            marks[index] = OPENS_NOT
            continue
        since = index
    if size:  # all at once: to set it for one token, spaCy looks at all of them
        doc.from_array([SENT_START], cast("Ints2d", marks.astype("uint64")))


@Language.factory("claimx_paragraphs", assigns=["doc._.claimx"])
def make_paragraphs(nlp: Language, name: str) -> Paragraphs:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    lexicon = load_lexicon()
    return Paragraphs(words=layout_words(lexicon.layout), titles=lexicon.pointed_titles)
