"""Events: what the figures of an article are about."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Layers, update
from claimx.pipeline.scope.event_clusters import cluster_mentions
from claimx.pipeline.scope.event_layers import lead_end, list_events
from claimx.pipeline.scope.event_mentions import MentionFinder
from claimx.pipeline.scope.words import EventWords, load_event_words


class Events:
    """Writes `Layers.events`: one record for each event, with all its mentions.

    Args:
        events: Words that name events.
    """

    def __init__(self, *, events: EventWords) -> None:
        self.events = events

    def __call__(self, doc: Doc) -> Doc:
        """Find the events of a parsed document that has its candidates, places and dates."""
        layers = Layers.of(doc)
        mentions = MentionFinder(doc, self.events, layers.dates, layers.places, layers.candidates).find()
        events = list_events(
            doc,
            cluster_mentions(mentions, lead=lead_end(doc)),
            dates=layers.dates,
            candidates=layers.candidates,
            published=layers.context.published,
        )
        return update(doc, events=events)


@Language.factory("claimx_events", assigns=["doc._.claimx"])
def make_events(nlp: Language, name: str) -> Events:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    return Events(events=load_event_words())
