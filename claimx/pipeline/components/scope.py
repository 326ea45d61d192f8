"""Scope: who, where, when, which event, by whom, and what the figure may do over time."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.packs import read_packs
from claimx.lexicon.populations import Populations
from claimx.lexicon.series import SeriesEntry, StatusEntry
from claimx.pipeline.layers import Candidate, EventLayer, Layers, Offsets, Place, Scope, Time, update
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.agents import agent_of
from claimx.pipeline.scope.binding import Binding, EventBinder
from claimx.pipeline.scope.counting import counting_of
from claimx.pipeline.scope.event_layers import lead_end
from claimx.pipeline.scope.event_times import with_event_times
from claimx.pipeline.scope.main_event import EVENTFUL
from claimx.pipeline.scope.standing import as_of, series_of, status_of, time_of
from claimx.pipeline.scope.where_of import WhereFinder
from claimx.pipeline.scope.who import counted_of, described_as, groups_of
from claimx.pipeline.scope.words import EventWords, PlaceWords, load_date_words, load_event_words, load_place_words
from claimx.pipeline.wording import Wording
from claimx.records.scope import FoundIn
from claimx.textual.dates import DateMention
from claimx.textual.datewords import DateWords


class ScopeComponent:
    """Writes `Layers.scopes`, one for each candidate.

    Args:
        places: Words around names of places.
        dates: Words of dates.
        events: Words that name events.
        populations: Words for groups of people.
        series: What figures of each metric may do over time.
        status: Words that make a figure a forecast, a target or a threshold.
    """

    def __init__(
        self,
        *,
        places: PlaceWords,
        dates: DateWords,
        events: EventWords,
        populations: Populations,
        series: Mapping[str, SeriesEntry],
        status: Sequence[StatusEntry],
    ) -> None:
        self.places = places
        self.dates = dates
        self.events = events
        self.populations = populations
        self.series = series
        self.status = status

    def __call__(self, doc: Doc) -> Doc:
        """Scope the candidates of a document whose events are known."""
        layers = Layers.of(doc)
        if not layers.candidates:
            return doc
        text = Wording.of(doc).text
        places = layers.places
        binder = EventBinder(doc, layers.events, self.events, layers.dates, places)
        bindings = binder.bind(layers.candidates)
        where = WhereFinder(doc, places, words=self.places, event_places=_event_places(doc, layers.events, places))
        taken = _event_times(layers.events)
        dates = with_event_times(text, layers.events, layers.dates, self.dates, published=layers.context.published)
        scopes: list[Scope] = []
        located: list[tuple[Candidate, PlaceMention | None]] = []
        for index, candidate in enumerate(layers.candidates):
            event = _event_of(bindings[index])
            binding = bindings[index]
            others = binder.tokens_of_others(event) if binding and binding.direct else frozenset[int]()
            place = where.find(candidate, event, located, others=others)
            located.append((candidate, place))
            time = time_of(doc, candidate, dates, taken)
            known = _known(place, where.found_in(candidate, place, event)) if place else None
            last = (layers.candidates[index - 1], scopes[-1].who) if index else None
            who = counted_of(candidate, last, doc, text)
            scopes.append(self._scope(doc, text, index, who, event, known, time, lasting=binder.lasting(event)))
        return update(doc, scopes=tuple(scopes))

    def _scope(
        self,
        doc: Doc,
        text: str,
        index: int,
        who: Offsets | None,
        event: int | None,
        place: Place | None,
        time: DateMention | None,
        *,
        lasting: bool,
    ) -> Scope:
        layers = Layers.of(doc)
        candidate = layers.candidates[index]
        said = described_as(doc, candidate)
        return Scope(
            who=who or said,
            groups=tuple(sorted({group for each in (who, said) for group in groups_of(text, each, self.populations)})),
            where=place,
            when=Time(time.start, time.end, time.from_day, time.to_day) if time else None,
            as_of=as_of(time),
            as_of_from_text=as_of(time) is not None,
            event=event,
            agent=agent_of(doc, candidate, self.events, self.populations),
            counting=counting_of(doc, text, candidate, who),
            series=series_of(candidate, layers.numbers[candidate.number], self.series, lasting=lasting, time=time),
            status=status_of(doc, text, candidate, self.status, told=EVENTFUL),
        )


def _known(place: PlaceMention, found_in: FoundIn) -> Place:
    return Place(place.start, place.end, place.name, place.code, found_in)


def _event_of(binding: Binding | None) -> int | None:
    return binding.event if binding else None


def _event_places(doc: Doc, events: Sequence[EventLayer], places: Sequence[PlaceMention]) -> dict[int, PlaceMention]:
    """The mention of each event's place that stands nearest to a mention of it.

    An event that the lead names without a place is at the article's own place, whatever a later mention adds.
    """
    out: dict[int, PlaceMention] = {}
    lead = lead_end(doc)
    labelled: dict[str, list[PlaceMention]] = {}
    for each in places:
        if not each.follows:
            labelled.setdefault(each.label, []).append(each)
    for index, event in enumerate(events):
        same = labelled.get(event.place or "", [])
        starts = sorted(mention.start for mention in event.mentions)
        early = any(start < lead for start in starts)
        if same and starts and (not early or any(each.start < lead for each in same)):
            out[index] = min(same, key=lambda place: (_distance(place.start, starts), place.start))
    return out


def _distance(position: int, starts: Sequence[int]) -> int:
    """Code points from a position to the nearest of some others, which are in order."""
    after = bisect_left(starts, position)
    return min(abs(position - start) for start in starts[max(0, after - 1) : after + 1])


def _event_times(events: Sequence[EventLayer]) -> tuple[Time, ...]:
    """The stretches that speak of events and not of the figure's own time."""
    return tuple(Time(mention.start, mention.end) for event in events for mention in event.mentions)


@Language.factory("claimx_scope", assigns=["doc._.claimx"])
def make_scope(nlp: Language, name: str, packs: list[str] | None = None) -> ScopeComponent:  # noqa: ARG001 - a factory
    """Build the component from the lexicon and packs of other domains, given as folders."""
    lexicon = load_lexicon(packs=read_packs(packs or ()))
    return ScopeComponent(
        places=load_place_words(),
        dates=load_date_words(),
        events=load_event_words(),
        populations=lexicon.populations,
        series=lexicon.series,
        status=read_entries(lexicon_folder() / "status.toml", StatusEntry),
    )
