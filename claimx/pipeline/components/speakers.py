"""One list of speakers for an article, and the speaker of every quotation."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.packs import read_packs
from claimx.pipeline.layers import Layers, update
from claimx.pipeline.speakers.listing import list_speakers
from claimx.pipeline.speakers.vocabulary import SpeakerWords, load_speaker_words


class Speakers:
    """Writes `Layers.speakers` and the speaker of each of `Layers.quotes`.

    Args:
        words: Words for speakers.
    """

    def __init__(self, *, words: SpeakerWords) -> None:
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Resolve the mentions of all quotations."""
        speakers, quotes = list_speakers(doc, Layers.of(doc).quotes, self.words)
        return update(doc, speakers=speakers, quotes=quotes)


@Language.factory("claimx_speakers", assigns=["doc._.claimx"], requires=["doc.ents"])
def make_speakers(nlp: Language, name: str, packs: list[str] | None = None) -> Speakers:  # noqa: ARG001 - a factory
    """Build the component from the lexicon and packs of other domains, given as folders."""
    return Speakers(words=load_speaker_words(read_packs(packs or ())))
