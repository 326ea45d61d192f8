"""Places and dates: where and when, wherever an article says so; found once for all that go by them."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, update
from claimx.pipeline.scope.where import find_places
from claimx.pipeline.scope.words import EventWords, PlaceWords, load_date_words, load_event_words, load_place_words
from claimx.pipeline.wording import Wording
from claimx.textual.dates import find_dates
from claimx.textual.datewords import DateWords


class Places:
    """Writes `Layers.places` and `Layers.dates`.

    Args:
        dates: Words of the calendar.
        places: Names of places and the words around them.
        events: Nouns that a place's name may modify: "the Lima bombing" was in Lima.
    """

    def __init__(self, *, dates: DateWords, places: PlaceWords, events: EventWords) -> None:
        self.dates = dates
        self.places = places
        self.events = events

    def __call__(self, doc: Doc) -> Doc:
        """Find the places and dates of a parsed document with named entities."""
        published = Layers.of(doc).context.published
        return update(
            doc,
            places=find_places(doc, self.places, self.events),
            dates=find_dates(Wording.of(doc).text, self.dates, published=published),
        )


@Language.factory("claimx_places", assigns=["doc._.claimx"], requires=["doc.ents"])
def make_places(nlp: Language, name: str) -> Places:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return Places(dates=load_date_words(), places=load_place_words(), events=load_event_words())
