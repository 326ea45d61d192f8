"""Events: what the figures of an article are about."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, update
from claimx.pipeline.scope.event_clusters import cluster_mentions
from claimx.pipeline.scope.event_layers import list_events
from claimx.pipeline.scope.event_mentions import MentionFinder
from claimx.pipeline.scope.where import find_places
from claimx.pipeline.scope.words import EventWords, PlaceWords, load_date_words, load_event_words, load_place_words
from claimx.textual.dateforms import DateWords
from claimx.textual.dates import find_dates


class Events:
    """Writes `Layers.events`: one record for each event, with all its mentions."""

    def __init__(self, *, dates: DateWords, places: PlaceWords, events: EventWords) -> None:
        self.dates = dates
        self.places = places
        self.events = events

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of a parsed document that has its candidates."""
        layers = Layers.of(doc)
        dates = find_dates(doc.text, self.dates, published=layers.context.published)
        places = find_places(doc, self.places, self.events)
        mentions = MentionFinder(doc, self.events, dates, places, layers.candidates).find()
        events = list_events(
            doc,
            cluster_mentions(mentions),
            dates=dates,
            candidates=layers.candidates,
            published=layers.context.published,
        )
        return update(doc, events=events)


@Language.factory("claimx_events", assigns=["doc._.claimx"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Events(dates=load_date_words(), places=load_place_words(), events=load_event_words())
