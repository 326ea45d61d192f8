"""What a trained tagger sees beside the rules: who said what, where no rule knows the wording."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.packs import read_packs
from claimx.pipeline.layers import Layers, Offsets, Paragraph, QuoteLayer, update
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.quotes.words import CueWords, load_cue_words
from claimx.pipeline.speakers.listing import list_speakers
from claimx.pipeline.speakers.vocabulary import SpeakerWords, load_speaker_words
from claimx.pipeline.tagger.joining import join, may_change
from claimx.pipeline.tagger.linking import Linker
from claimx.pipeline.tagger.naming import name_speakers
from claimx.pipeline.tagger.network import Network, load_network
from claimx.pipeline.tagger.tags import read_tags
from claimx.pipeline.tagger.wordpieces import split_paragraphs
from claimx.pipeline.wording import Wording

SILENT = frozenset({"furniture", "table"})
"""Zones in which nobody speaks."""


class Tagger:
    """Joins the tagger's quotations to `Layers.quotes`, and their speakers to `Layers.speakers`.

    It runs behind attribution: figures take their sources from the rules alone, with the tagger's fewer were right.

    Args:
        network: The trained network.
        words: Cue words.
        speakers: Words for speakers.
    """

    def __init__(self, *, network: Network, words: CueWords, speakers: SpeakerWords) -> None:
        self.network = network
        self.words = words
        self.speakers = speakers

    def __call__(self, doc: Doc) -> Doc:
        """Read the paragraphs of a document in which somebody may speak whom the rules do not know."""
        layers = Layers.of(doc)
        wording = Wording.of(doc)
        read = [(each.start, each.end) for each in layers.paragraphs if self._is_open(doc, layers, each)]
        pieces = split_paragraphs(wording.text, read, self.network.split)
        if not pieces.numbers:
            return doc
        tagged = read_tags(pieces, self.network.scores(pieces.numbers))
        linker = Linker(
            [each.start for each in layers.paragraphs],
            [doc[sentence.start].idx for sentence in doc.sents],
            [(quote.start, quote.end) for quote in layers.quotes if quote.kind != "indirect"],
        )
        joined = _distinct(join(wording.text, layers.quotes, linker.link(tagged)))
        together, heard = list_speakers(doc, joined, self.speakers)
        speakers, quotes = name_speakers(layers.speakers, joined, heard, together)
        return update(doc, speakers=speakers, quotes=quotes)

    def _is_open(self, doc: Doc, layers: Layers, paragraph: Paragraph) -> bool:
        """Whether the rules leave something open in a paragraph, so that it is worth the time to read it.

        That is words in marks with neither cue nor speaker, reported speech of which they are unsure, or a word of
        speech or thought that is no cue and stands in nobody's words. Reading all paragraphs with such words took half
        as long again, and found as much.
        """
        if paragraph.zone in SILENT:
            return False
        here = [each for each in layers.quotes if each.start < paragraph.end and paragraph.start < each.end]
        if any(may_change(each) for each in here):
            return True
        read = [Offsets(each.start, each.end) for each in here] + [each.cue for each in here if each.cue is not None]
        index = TokenIndex(doc)
        tokens = doc[index.first_from(paragraph.start) : index.first_from(paragraph.end)]
        return any(
            not any(each.start <= token.idx < each.end for each in read)
            for token in tokens
            if self.words.lemma(token) in self.words.openers or token.lemma_ in self.words.nouns
        )


def _distinct(quotes: list[QuoteLayer]) -> tuple[QuoteLayer, ...]:
    """In order, each stretch and kind once."""
    kept: dict[tuple[int, int, str], QuoteLayer] = {}
    for quote in quotes:
        kept.setdefault((quote.start, quote.end, quote.kind), quote)
    return tuple(sorted(kept.values(), key=lambda quote: (quote.start, -quote.end, quote.kind)))


@Language.factory("claimx_tagger", assigns=["doc._.claimx"])
def make_tagger(nlp: Language, name: str, packs: list[str] | None = None) -> Tagger:  # noqa: ARG001 - a factory
    """Build the component from the network, the lexicon and packs of other domains, given as folders."""
    read = read_packs(packs or ())
    return Tagger(network=load_network(), words=load_cue_words(read), speakers=load_speaker_words(read))
