"""How a figure stands in time: its series, its status, the date for which it holds."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimx.lexicon.series import SeriesEntry, StatusEntry
from claimx.pipeline.layers import Candidate, Time
from claimx.pipeline.wording import Wording, span_over
from claimx.records.claim import Series, Status
from claimx.textual.dates import DateMention
from claimx.textual.numbers import NumberMention

STARTS = attrgetter("start")
_NEXT_TURN = re.compile(r"\b(?:and|but|while)\b|;")


def series_of(
    candidate: Candidate,
    number: NumberMention,
    entries: Mapping[str, SeriesEntry],
    *,
    lasting: bool,
    time: DateMention | None,
) -> Series | None:
    """What the figure may do over time.

    Args:
        candidate: The figure.
        number: Its number.
        entries: Series by metric.
        lasting: Its event goes on.
        time: The time that the words give.
    """
    if number.per is not None:
        return "rate"
    if candidate.basis != "total" or (time is not None and time.relation == "past"):
        return "flow"
    entry = entries.get(candidate.metric)
    if entry is None:
        return None
    if candidate.unit.startswith("percent") and entry.usual != "stock":
        return "level"
    running = lasting or (time is not None and time.relation == "since")
    return entry.lasting if running and entry.lasting else entry.usual


def status_of(
    doc: Doc, text: str, candidate: Candidate, entries: Sequence[StatusEntry], *, told: frozenset[str]
) -> Status:
    """Reported, forecast, target or threshold: by the words right after the figure, then by those above it.

    Args:
        doc: The document.
        text: Its text.
        candidate: The figure.
        entries: Words that tell it.
        told: Metrics of what events do: "300 or more died" is no limit.
    """
    after = text[max(candidate.start, candidate.end - 12) : candidate.end + 12].casefold()
    for entry in entries:
        if candidate.metric not in told and any(phrase in after for phrase in entry.phrases):
            return entry.status
    span = span_over(doc, candidate.start, candidate.end)
    if span is None:
        return "reported"
    first = True
    for word, auxiliaries in _above(span.root):
        verb, lemma = word.pos_ in {"VERB", "AUX"}, word.lemma_.casefold()
        open_yet = verb and first and word.tag_ != "VBG" and "have" not in auxiliaries
        nouns = {noun.lemma_.casefold() for noun in _nouns_of(word)}
        for entry in entries:
            if (verb and lemma in entry.verbs) or not auxiliaries.isdisjoint(entry.auxiliaries):
                return entry.status
            possible = open_yet and lemma not in entry.perceived
            if possible and not auxiliaries.isdisjoint(entry.possible):
                return entry.status
            if not nouns.isdisjoint(entry.nouns):
                return entry.status
        first = first and not verb
    return "reported"


def _nouns_of(word: Token) -> Iterator[Token]:
    """A noun, or the noun that a copula says something of: "the goal is to house 300", "the limit is 300"."""
    if word.pos_ == "NOUN":
        yield word
    elif word.lemma_ == "be":
        yield from (child for child in word.children if child.dep_ == "nsubj" and child.pos_ == "NOUN")


def _above(token: Token) -> Iterator[tuple[Token, set[str]]]:
    """The words that a figure depends on up to its clause and the verb that takes it, with auxiliaries."""
    node = token
    clauses = 0
    for _ in range(12):
        if node.head == node or clauses > 1:
            break
        below, node = node, node.head
        if below.dep_ in {"relcl", "advcl", "parataxis", "conj"} and below.pos_ in {"VERB", "AUX"}:
            return
        clauses += below.dep_ in {"ccomp", "xcomp"}
        yield node, {child.lower_ for child in node.children if child.dep_ in {"aux", "auxpass"}}


def time_of(doc: Doc, candidate: Candidate, dates: Sequence[DateMention], taken: Sequence[Time]) -> DateMention | None:
    """The date of the figure's clause: the nearest one of its sentence that does not date another event."""
    span = span_over(doc, candidate.start, candidate.end)
    if span is None:
        return None
    wording = Wording.of(doc)
    start, end = wording.offsets(*wording.sentence(doc, span.start))
    held = dates[bisect_left(dates, start, key=STARTS) : bisect_left(dates, end, key=STARTS)]
    if not held:
        return None
    own = Time(candidate.start, candidate.end)
    free = [each for each in held if not any(other.start <= each.start < other.end for other in (*taken, own))]
    clause = _clause(span.root)
    text = wording.text

    def rank(each: DateMention) -> tuple[bool, bool, int, int]:
        return (
            _clause_at(doc, each) != clause,
            _is_parted(text, each, candidate),
            _distance(each, candidate),
            each.start,
        )

    return min(free, key=rank, default=None)


def _is_parted(text: str, mention: DateMention, candidate: Candidate) -> bool:
    """Whether another figure's turn lies between: "nine died on 9 June, and 14 a week later"."""
    first, last = (mention.end, candidate.start) if mention.end <= candidate.start else (candidate.end, mention.start)
    return bool(_NEXT_TURN.search(text, first, last))


def _clause(token: Token) -> int:
    """Index of the verb that a word belongs to."""
    node = token
    while node.pos_ not in {"VERB", "AUX"} and node.head != node:
        node = node.head
    return node.i


def _clause_at(doc: Doc, mention: DateMention) -> int:
    span = span_over(doc, mention.start, mention.end)
    return _clause(span.root) if span is not None else -1


def _distance(mention: DateMention, candidate: Candidate) -> int:
    return candidate.start - mention.end if mention.end <= candidate.start else mention.start - candidate.end


def as_of(time: DateMention | None) -> str | None:
    """The date for which the text says that the figure holds: "as of Friday", "by 5 May"."""
    if time is None or time.relation != "until":
        return None
    return time.to_day
