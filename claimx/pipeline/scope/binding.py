"""Which event a figure is about: the one that its clause hangs on, else the one that its context goes on about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Candidate, EventLayer, Layers
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.main_event import EVENTFUL, PHYSICAL, MainEvent
from claimx.pipeline.scope.standing import time_of
from claimx.pipeline.scope.words import EventWords
from claimx.pipeline.wording import Wording, span_over
from claimx.textual.dates import DateMention, as_day

STAYS = frozenset({"violence", "robbery", "war", "blast"})
"""Families of events that keep to one country; a quake does not."""

TOLLS = frozenset({"killed", "injured", "casualties", "missing", "infrastructure_damaged", "infected"})
"""Metrics whose figures belong to the war or epidemic that the article mentions."""

ONLY_OF = {"votes": "election", "attendance": "protest"}
"""Families of events that figures of a metric are carried to: the votes for a law are no part of an epidemic."""

OF_PEOPLE_HELD = frozenset({"hostages_held", "prisoners_held"})
FIRST = attrgetter("first")
LENGTHS = frozenset({"kilometre", "mile", "metre", "foot", "yard", "block", "centimetre", "inch", "nautical mile"})
_DIRECTIONS = frozenset(
    {
        "north",
        "south",
        "east",
        "west",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "from",
        "off",
        "outside",
        "away",
    }
)
REACH = 4
"""Tokens between a distance and the word that tells from where."""

LOOSE = frozenset({"votes", "money", "count", "measure"})
"""Metrics whose figures are often about nothing that happened."""

LOOK_BACK = 12
"""Figures before another that it can go on from."""

SAME_DAYS = timedelta(days=5)
"""Fighting reported for one day has often begun some days before."""

_AT = frozenset(
    {"in", "during", "from", "by", "of", "at", "for", "with", "amid", "through", "since", "to", "on", "over"}
)
_AT_IT = frozenset({"inside", "object"})
"""Roles of places that something happens at."""

_OF_OTHERS = frozenset({"including", "excluding", "unlike", "besides", "than"})
"""Words that bring in figures of other events: "170 deaths, including those of the clashes"."""

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "conj", "parataxis"})


@dataclass(frozen=True, slots=True)
class Binding:
    """The event of a figure, and whether its own clause names it."""

    event: int
    direct: bool


class EventBinder:
    """Binds the figures of one document to its events.

    Args:
        doc: The document.
        events: Its events.
        words: Words that name events.
        dates: Its dates.
        places: Its places.
    """

    def __init__(
        self,
        doc: Doc,
        events: Sequence[EventLayer],
        words: EventWords,
        dates: Sequence[DateMention],
        places: Sequence[PlaceMention],
    ) -> None:
        self.doc = doc
        self.events = events
        self.dates = dates
        self.places = places
        self.words = words
        self.at: Mapping[int, int] = dict(self._mention_tokens())
        self.tokens = sorted(self.at)
        self.kinds = words.kinds
        self.main: int | None = None
        self.others: dict[int | None, frozenset[int]] = {}

    def bind(self, candidates: Sequence[Candidate]) -> tuple[Binding | None, ...]:
        """The event of each figure, None where it is about no event."""
        self.main = MainEvent(self.doc, self.events, self.words).choose(candidates)
        out: list[Binding | None] = []
        for index, candidate in enumerate(candidates):
            direct = self._direct(candidate)
            if self._only_locates(candidate) or self._counts_others(candidate):
                out.append(None)
            elif direct is not None:
                out.append(Binding(direct, direct=True))
            else:
                carried = self._carried(candidate, candidates[max(0, index - LOOK_BACK) : index], out[-LOOK_BACK:])
                out.append(None if carried is None else Binding(carried, direct=False))
        return tuple(out)

    def tokens_of_others(self, event: int | None) -> frozenset[int]:
        """Tokens that speak of other events than this one."""
        if event not in self.others:
            self.others[event] = frozenset(token for token, index in self.at.items() if index != event)
        return self.others[event]

    def lasting(self, event: int | None) -> bool:
        """Whether the figures of an event run on."""
        kind = self.kinds.get(self.events[event].kind) if event is not None else None
        return bool(kind and kind.lasting)

    def _mention_tokens(self) -> Iterator[tuple[int, int]]:
        for index, event in enumerate(self.events):
            for mention in event.mentions:
                span = span_over(self.doc, mention.start, mention.end)
                if span is not None:
                    yield span.root.i, index

    def _family(self, event: int) -> str:
        kind = self.kinds.get(self.events[event].kind)
        return kind.family if kind else ""

    def _only_locates(self, candidate: Candidate) -> bool:
        """A distance that tells where a place lies; that of a quake's centre is about the quake."""
        quake = self.main is not None and self._family(self.main) in {"earth", "weather"}
        if candidate.metric != "measure" or candidate.unit not in LENGTHS or quake:
            return False
        span = span_over(self.doc, candidate.start, candidate.end)
        after = self.doc[span.end : span.end + REACH] if span is not None else ()
        return any(token.lower_ in _DIRECTIONS for token in after)

    def _counts_others(self, candidate: Candidate) -> bool:
        """Whether it counts other events than the article's own: "Two other accidents were reported"."""
        head = candidate.head
        if head is None or head.start < candidate.end or candidate.metric not in LOOSE | {"attacks"}:
            return False
        span = span_over(self.doc, candidate.end, head.end)
        if span is None or span[-1].lower_ not in self.words.nouns:
            return False
        return any(token.lower_ in {"other", "similar", "previous", "earlier"} for token in span[:-1])

    def _direct(self, candidate: Candidate) -> int | None:
        """The event that the words around the figure name, climbing from its noun to the top of the sentence."""
        span = span_over(self.doc, candidate.start, candidate.end)
        if span is None:
            return None
        if not self.at:
            return None
        below, node, crossed = None, span.root, False
        for _ in range(30):
            found = self.at[node.i] if below is not None and node.i in self.at else self._beside(node, below)
            if found is not None:
                return None if crossed and self._is_other(candidate, self.events[found]) else found
            if below is not None and below.dep_ == "relcl":
                return self.at.get(node.head.head.i) if node.dep_ == "pobj" else None
            if node.head == node:
                return None
            crossed = crossed or node.dep_ in {"advcl", "parataxis", "pcomp"}
            below, node = node, node.head
        return None

    def _beside(self, node: Token, below: Token | None) -> int | None:
        """An event named in what hangs on a word, the branch that we came from left out."""
        if bisect_left(self.tokens, node.left_edge.i) == bisect_right(self.tokens, node.right_edge.i):
            return None
        branches = [child for child in node.children if child != below and child.lower_ not in _OF_OTHERS]
        subjects = [child for child in branches if child.dep_ in {"nsubj", "nsubjpass", "csubj", "agent"}]
        places = [child for child in branches if child.dep_ == "prep" and child.lower_ in _AT]
        others = [
            child
            for child in branches
            if child.dep_ in {"dobj", "npadvmod", "attr", "prep", "advcl", "poss", "compound"}
        ]
        for child in (*subjects, *sorted(places, key=lambda each: abs(each.i - node.i)), *others):
            found = self._inside(child)
            if found is not None:
                return found
        return None

    def _inside(self, token: Token) -> int | None:
        """The first event named in a branch, clauses inside it left out; a list may hang as deep as it is long."""
        pending = [token]
        while pending:
            node = pending.pop()
            if node.i in self.at:
                return self.at[node.i]
            below = [child for child in node.children if child.dep_ not in _CLAUSES and child.lower_ not in _OF_OTHERS]
            pending += reversed(below)
        return None

    def _carried(
        self, candidate: Candidate, earlier: Sequence[Candidate], bound: Sequence[Binding | None]
    ) -> int | None:
        sentence = self._sentence_start(candidate)
        for other, binding in zip(reversed(earlier), reversed(bound), strict=True):
            if self._sentence_start(other) != sentence:
                break
            if binding is not None:
                return binding.event
        if candidate.metric in OF_PEOPLE_HELD:
            return None
        carried = self._going_on(candidate, earlier, bound)
        if carried is None:
            carried = self._placed_here(candidate)
        if carried is None and self.main is None:
            carried = self._war() if candidate.metric in TOLLS else None
        if carried is None:
            carried = self.main
        if carried is None or self._family(carried) != ONLY_OF.get(candidate.metric, self._family(carried)):
            return None
        return None if self._is_other(candidate, self.events[carried]) else carried

    def _is_other(self, candidate: Candidate, event: EventLayer) -> bool:
        """Whether time or town of the figure show that it is about something else."""
        return self._of_another_time(candidate, event) or self._elsewhere(candidate, event)

    def _elsewhere(self, candidate: Candidate, event: EventLayer) -> bool:
        """Whether the figure's sentence puts it in another town, region or country than the event's."""
        home = next((each for each in self.places if each.label == event.place), None)
        near = self._places_near(candidate)
        if home is None or not near or any(each.name == home.name for each in near):
            return False
        if home.sort == "city":
            return any(each.sort == "city" for each in near)
        here = [each for each in near if each.role in _AT_IT]
        kind = self.kinds.get(event.kind)
        if kind is None or kind.family not in STAYS or not here or not home.country:
            return False
        abroad = all(each.country and each.country != home.country for each in here)
        return abroad or (home.sort == "region" and _is_next_door(home, here))

    def _places_near(self, candidate: Candidate) -> list[PlaceMention]:
        """The places that the figure's sentence speaks of, actors left out."""
        span = span_over(self.doc, candidate.start, candidate.end)
        if span is None:
            return []
        sentence = Wording.of(self.doc).sentence(self.doc, span.start)
        first, last = (bisect_left(self.places, bound, key=FIRST) for bound in sentence)
        inside = [each for each in self.places[first:last] if not each.follows]
        return [each for each in inside if each.role in _AT_IT or each.role in {"toward", "modifier"}]

    def _placed_here(self, candidate: Candidate) -> int | None:
        """The one event that the article puts at a place of the figure's sentence."""
        names = {each.label for each in self._places_near(candidate) if each.role in _AT_IT}
        here = [
            index for index, event in enumerate(self.events) if event.place in names and self._family(index) in PHYSICAL
        ]
        return here[0] if len(here) == 1 and candidate.metric in EVENTFUL else None

    def _of_another_time(self, candidate: Candidate, event: EventLayer) -> bool:
        """Whether the figure's own time reaches further than the event: "900 since May 2004", "60 in June"."""
        time = time_of(self.doc, candidate, self.dates, ())
        if time is None or time.from_day is None or event.from_date is None:
            return False
        begun, began = as_day(time.from_day), as_day(event.from_date)
        ended = as_day(time.to_day)
        if begun is None or began is None or time.relation == "past":
            return False
        before = ended is not None and ended < began - SAME_DAYS
        return before or (time.grain in {"month", "year", "span"} and begun < began - SAME_DAYS)

    def _going_on(
        self, candidate: Candidate, earlier: Sequence[Candidate], bound: Sequence[Binding | None]
    ) -> int | None:
        """The event of the figure before, where the same paragraph goes on about one that the article is not about."""
        here = self._paragraph(candidate)
        if not earlier or self._paragraph(earlier[-1]) != here or bound[-1] is None:
            return None
        start = self._sentence_start(candidate)
        between = any(earlier[-1].end < mention.start < start for event in self.events for mention in event.mentions)
        return None if between or (candidate.metric in LOOSE and self.main is None) else bound[-1].event

    def _war(self) -> int | None:
        """The war or epidemic in whose midst the article is written."""
        lasting = [
            index for index in range(len(self.events)) if self.lasting(index) and len(self.events[index].mentions) > 1
        ]
        return max(lasting, key=lambda index: len(self.events[index].mentions)) if lasting else None

    def _sentence_start(self, candidate: Candidate) -> int:
        wording = Wording.of(self.doc)
        return wording.starts[wording.sentence(self.doc, wording.at(candidate.start))[0]]

    def _paragraph(self, candidate: Candidate) -> int | None:
        return Layers.of(self.doc).paragraph_at(candidate.start)


def _is_next_door(home: PlaceMention, here: Sequence[PlaceMention]) -> bool:
    """Whether all regions among some places are others of the same country: "the Orsa raid … five fell in Tarvo"."""
    regions = [each for each in here if each.sort == "region"]
    named = any(each.name in home.name or home.name in each.name for each in here)
    return bool(regions) and not named and all(each.code != home.code for each in regions)
