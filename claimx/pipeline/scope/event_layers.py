"""Make the article's list of events of its clusters of mentions: name, kind, dates, place."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import takewhile
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Candidate, EventLayer, Offsets
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.event_clusters import Cluster
from claimx.pipeline.scope.event_mentions import STAND_INS, EventMention
from claimx.pipeline.wording import Wording
from claimx.textual.dates import DateMention, as_day

LEAD_SENTENCES = 3
_TIMELESS = frozenset({"count", "measure", "votes"})
"""Metrics of figures that a date alone makes no event of: "In 2013 he bought two rifles"."""

_POINTING = frozenset({"only", "same", "such", "own", "recent", "latest", "past", "current", "very", "so-called"})
"""Words before a noun that point to an event and do not name it."""

STARTS = attrgetter("start")

SAME_STEM = 4
"""Letters that a verb and its noun share: "explode" and "explosion"."""

LONG_AGO = timedelta(days=45)
"""What happened this long before the article is background: another event than the article's own."""


def list_events(
    doc: Doc,
    clusters: Sequence[Cluster],
    *,
    dates: Sequence[DateMention],
    candidates: Sequence[Candidate],
    published: str | None,
) -> tuple[EventLayer, ...]:
    """Make the list of events.

    Args:
        doc: The document.
        clusters: Mentions of the same events.
        dates: The dates of the document.
        candidates: Its figures.
        published: The article's date.

    Returns:
        Events in order of their first mention, those that only a date tells apart ("In May … lost $7 million") last.
    """
    text = Wording.of(doc).text
    lead = lead_end(doc)
    named = [_layer(doc, text, cluster) for cluster in clusters if _is_event(cluster, lead)]
    return (*named, *_background(doc, text, named, dates, candidates, published))


def _is_event(cluster: Cluster, lead: int) -> bool:
    """Whether a cluster is an event that took place, and no word for a kind of event after the lead."""
    if cluster.first.unreal and all(each.unreal for each in cluster.mentions):
        return False
    if len(cluster.mentions) > 1:
        return True
    only = cluster.mentions[0]
    told = only.date or only.place or only.actor or only.verb or only.definite or not only.plural
    return bool(told) or only.end <= lead


def lead_end(doc: Doc) -> int:
    """Where the lead ends: after the first sentences with a verb, headline included."""
    told = 0
    for sentence in doc.sents:
        told += any(token.pos_ in {"VERB", "AUX"} for token in sentence)
        if told == LEAD_SENTENCES:
            return sentence.end_char
    return doc[-1].idx + len(doc[-1]) if len(doc) else 0


def _layer(doc: Doc, text: str, cluster: Cluster) -> EventLayer:
    place = _place(cluster)
    days = cluster.days
    return EventLayer(
        name=_name(doc, text, cluster),
        kind=cluster.first.kind.id,
        from_date=days[0] if days else None,
        to_date=days[1] if days else None,
        place=place.label if place else None,
        mentions=tuple(Offsets(each.start, each.end) for each in cluster.mentions),
    )


def _place(cluster: Cluster) -> PlaceMention | None:
    """The place that most mentions of an event give it, a town before a building."""
    given = [each.place for each in cluster.mentions if each.place]
    times = Counter(each.name for each in given)
    return min(given, key=lambda each: (each.building, -times[each.name], each.start), default=None)


def _name(doc: Doc, text: str, cluster: Cluster) -> str:
    """A short name from the article's own words: "May 3 blast", "Orsa quake"."""
    noun = text[cluster.first.start : cluster.first.end]
    if noun.casefold() in STAND_INS:
        noun = cluster.first.kind.id
    noun = _noun_for(doc[cluster.first.token].lemma_, cluster.first) if cluster.first.verb else noun
    dated = next(
        (each.date for each in cluster.mentions if each.date and each.date.day and each.date.relation == "in"), None
    )
    if dated:
        return f"{text[dated.start : dated.end]} {noun}"
    place = _place(cluster)
    if place:
        return f"{place.label} {noun}"
    month = next((each.date for each in cluster.mentions if each.date), None)
    if month:
        return f"{text[month.start : month.end]} {noun}"
    return _phrase(doc, cluster.first)


def _phrase(doc: Doc, mention: EventMention) -> str:
    head = doc[mention.token]
    if mention.verb:
        return _noun_for(head.lemma_, mention)
    naming = (child.i for child in head.children if child.dep_ in {"compound", "amod", "nmod"} and _may_name(child))
    return doc[min(naming, default=head.i) : head.i + 1].text


def _may_name(token: Token) -> bool:
    """Whether a word before a noun names the event: not "only", nor how long it was: "a nine-day truce"."""
    return token.lower_ not in _POINTING and token.ent_type_ not in {"DATE", "TIME", "CARDINAL", "ORDINAL"}


def _noun_for(verb: str, mention: EventMention) -> str:
    """The noun of a verb's kind that shares its stem, "abduction" for "abduct", else the first of the kind."""
    alike = {noun: _shared(noun, verb.casefold()) for noun in mention.kind.nouns if " " not in noun}
    best = max(alike, key=lambda noun: alike[noun], default=mention.kind.nouns[0])
    return best if alike.get(best, 0) >= SAME_STEM else mention.kind.nouns[0]


def _shared(one: str, other: str) -> int:
    """Letters that two words begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _background(
    doc: Doc,
    text: str,
    named: Sequence[EventLayer],
    dates: Sequence[DateMention],
    candidates: Sequence[Candidate],
    published: str | None,
) -> Iterator[EventLayer]:
    """Events of which a figure's sentence tells no more than when: "In 2009, thieves took $9 million"."""
    today = as_day(published)
    if not named or today is None:
        return
    spoken = sorted(mention.start for event in named for mention in event.mentions)
    seen: dict[tuple[str, str], list[Offsets]] = {}
    for sentence in doc.sents:
        start, end = sentence.start_char, sentence.end_char
        figures = candidates[bisect_left(candidates, start, key=STARTS) : bisect_left(candidates, end, key=STARTS)]
        if all(each.metric in _TIMELESS for each in figures):
            continue
        if bisect_left(spoken, start) < bisect_left(spoken, end):
            continue
        for each in dates[bisect_left(dates, start, key=STARTS) : bisect_left(dates, end, key=STARTS)]:
            if each.relation == "in" and _is_long_ago(each, today):
                key = (each.from_day or "", each.to_day or "")
                seen.setdefault(key, []).append(Offsets(each.start, each.end))
                break
    for (first, last), mentions in seen.items():
        words = text[mentions[0].start : mentions[0].end]
        yield EventLayer(f"{words} {named[0].kind}", named[0].kind, first, last, None, tuple(mentions))


def _is_long_ago(mention: DateMention, today: date) -> bool:
    last = as_day(mention.to_day)
    return last is not None and last < today - LONG_AGO
