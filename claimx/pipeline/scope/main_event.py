"""Which event an article is about: the one that its figures belong to unless they say otherwise."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, EventLayer, Layers, Offsets
from claimx.pipeline.scope.event_layers import lead_end
from claimx.pipeline.scope.words import EventWords
from claimx.pipeline.wording import Wording, span_over

PHYSICAL = frozenset(
    {"violence", "blast", "earth", "weather", "accident", "health", "war", "protest", "movement", "arrest", "robbery"}
)
"""Families of events that all figures of an article are about unless they say otherwise."""

LASTING_BACKGROUND = frozenset({"war", "health"})
"""Families that many articles only mention; they are what an article is about where it opens with them."""

EVENTFUL = frozenset(
    {
        "killed", "injured", "casualties", "missing", "hostages_taken", "hostages_released", "rescued", "trapped",
        "arrested", "displaced", "affected", "infected", "infrastructure_damaged", "seized", "attendance",
    }
)  # fmt: skip
"""Metrics of what events do."""

EARLY = 3
TITLED = 6
"""What it says for an event that the headline names it, in mentions."""

OPENING = 160
"""Code points within which headline and first sentence say what an article is about."""

ENOUGH = 0.25
"""Share of figures of events from which on an article is about one."""

_POLL = re.compile(r"\b(?:polls?|polling|survey|pollsters?)\b", re.IGNORECASE)
"""Words of an article on what people say that they will vote."""


class MainEvent:
    """Chooses the event that an article is about.

    Args:
        doc: The document.
        events: Its events.
        words: Words that name events.
    """

    def __init__(self, doc: Doc, events: Sequence[EventLayer], words: EventWords) -> None:
        self.doc = doc
        self.events = events
        self.words = words
        self.kinds = words.kinds
        self.lead = lead_end(doc)
        self.titled = self._titled()

    def choose(self, candidates: Sequence[Candidate]) -> int | None:
        """The event, None where the article is about none.

        Args:
            candidates: The figures of the article.
        """
        if (vote := self._vote(candidates)) is not None:
            return vote
        eventful = sum(each.metric in EVENTFUL for each in candidates)
        enough = eventful >= ENOUGH * len(candidates)
        best: tuple[int, int] | None = None
        for index, event in enumerate(self.events):
            first = min(event.mentions, key=lambda mention: mention.start)
            family = self.family(index)
            single = first.start < self.lead and not self._is_plural(first) and family not in LASTING_BACKGROUND
            told = single and (eventful or family != "violence" or len(event.mentions) > EARLY - 1)
            titled = index in self.titled
            if family not in PHYSICAL or not (enough or told or titled):
                continue
            late = first.start >= (self.lead if family == "health" else OPENING)
            if family in LASTING_BACKGROUND and late and not titled:
                continue
            score = (EARLY * (first.start < self.lead) + TITLED * titled + len(event.mentions), -index)
            best = max(best, score) if best else score
        return -best[1] if best and best[0] > EARLY else None

    def family(self, event: int) -> str:
        """The family of an event's kind."""
        kind = self.kinds.get(self.events[event].kind)
        return kind.family if kind else ""

    def _titled(self) -> frozenset[int]:
        """The events that the headline names, of each kind the first."""
        title = Layers.of(self.doc).context.title
        if not title:
            return frozenset()
        named = self._named(re.findall(r"[\w'-]+", title.casefold()))
        firsts = (
            next((index for index, event in enumerate(self.events) if event.kind == kind), None)
            for kind in sorted(named)
        )
        return frozenset(index for index in firsts if index is not None)

    def _named(self, words: Sequence[str]) -> set[str]:
        """The kinds of events that words name."""
        lengths = range(1, self.words.longest + 1)
        phrases = {" ".join(words[at : at + length]) for at in range(len(words)) for length in lengths}
        nouns = {self.words.nouns[phrase].id for phrase in phrases if phrase in self.words.nouns}
        return nouns.union(*(self.words.verb_forms.get(phrase, ()) for phrase in phrases))

    def _vote(self, candidates: Sequence[Candidate]) -> int | None:
        """The election whose outcome an article reports; what a poll asks of comes before it."""
        votes = sum(each.metric == "votes" for each in candidates)
        if votes < ENOUGH * len(candidates) or votes < EARLY or _POLL.search(Wording.of(self.doc).text[: self.lead]):
            return None
        held = [index for index in range(len(self.events)) if self.family(index) == "election"]
        return next((index for index in held if self.events[index].mentions[0].start < self.lead), None)

    def _is_plural(self, mention: Offsets) -> bool:
        span = span_over(self.doc, mention.start, mention.end)
        return span is not None and span.root.tag_ in {"NNS", "NNPS"}
