"""Figures that take their metric from a neighbour: parts after a total, members of a list, ellipsis."""

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Doc, Span

from claimx.pipeline.clauses import governors
from claimx.pipeline.metrics.counts import LIKELY, is_whole
from claimx.pipeline.metrics.nouns import PEOPLE, unit_of
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.phrases import is_break
from claimx.pipeline.wording import Wording

JOINERS = frozenset({
    ",", ";", ":", "—", "–", "-", "--", "(", "and", "or", "also", "plus", "with", "as", "well", "including", "include",
    "included", "among", "comprising",
})  # fmt: skip
PRONOUNS = frozenset({
    "them", "whom", "which", "they", "the", "their", "his", "its", "both", "another", "of", "at", "least", "are",
    "were", "namely",
})  # fmt: skip
PAIRING = frozenset({",", "and", "or", "their", "--"})
OPENING_MARKS = frozenset({";", ":", "—", "–", "--", "("})
WORD_CLASSES = frozenset({"ADJ", "NOUN", "PROPN", "ADP", "DET", "ADV", "PUNCT"})
INCLUDING = frozenset({"including", "among", "well"})
"""Words after which a list goes on, whatever verb stands before them."""

HELD = frozenset({"prisoners_held", "hostages_held", "personnel"})
"""Metrics of people as they are; what happens to their total overrides them: "freed 90, including 12 serving life"."""

PLAIN = frozenset({"count", "personnel"})
TIMES = "times"
HARMS_TO_THINGS = frozenset({"infrastructure_damaged", "seized", "attacks"})
REACH = 18
"""How many tokens after a total its list may open."""

PLACING = frozenset({"in", "at", "on", "near", "across", "by"})
GAP, PAIR_GAP = 14, 3
"""How many tokens at most stand between two members of a list, and between a pair."""


def share_metrics(
    doc: Doc, readings: list[Reading], *, things: Collection[str], degrees: Collection[str]
) -> list[Reading]:
    """Let figures that the words leave open take the metric of the list that they stand in.

    "19 presumed drowned — seven sailors and 12 guests" gives all three as killed; "14 Danes and six Finns were freed"
    both.

    Args:
        doc: The document.
        readings: Readings in order of their numbers.
        things: Metrics whose unit is the counted noun.
        degrees: Adverbs that only tell how badly: "four people are hurt, two seriously".

    Returns:
        The same readings, more of them with a metric.
    """
    shared = list(readings)
    for index in range(1, len(shared)):
        one, other = shared[index - 1], shared[index]
        if _follows(doc, one, other) or _is_degree(doc, one, other, degrees):
            shared[index] = _take(doc, shared[index], shared[index - 1], things=shared[index - 1].metric in things)
    for index in range(len(shared) - 2, -1, -1):
        if _pairs(doc, shared[index], shared[index + 1]):
            shared[index] = _take(doc, shared[index], shared[index + 1], things=shared[index + 1].metric in things)
    return shared


def _are_counts(one: Reading, other: Reading) -> bool:
    times = TIMES in {one.unit, other.unit}  # "hit once in the arm and three times in the leg"
    return one.number.kind == other.number.kind == "count" and other.first >= one.after and not times


def _pairs(doc: Doc, one: Reading, other: Reading) -> bool:
    """Whether hardly more than "and" stands between two figures: what is said after the second holds for both.

    Not so for a whole and its part: "Of the 40 passengers, 33 were rescued".
    """
    between = doc[one.after : other.first]
    near = 0 < len(between) <= PAIR_GAP
    whole = is_whole(doc, one) or _some_of_them(doc, one, other)
    return _are_counts(one, other) and near and not whole and all(token.lower_ in PAIRING for token in between)


def _follows(doc: Doc, one: Reading, other: Reading) -> bool:
    """Whether nothing but joining words, and words of the first phrase, stand between two figures."""
    if not _are_counts(one, other):
        return False
    if _some_of_them(doc, one, other) or _is_gapped(doc, one, other) or _is_put_aside(doc, one, other):
        return True
    between = doc[_resume(doc, one, other) : other.first]
    if not 0 < len(between) <= GAP or any(is_break(token) for token in between) or _is_other_sort(one, other, between):
        return False
    last = between[-1].lower_
    return (last in JOINERS or last in PRONOUNS) and _only_joins(between)


def _is_other_sort(one: Reading, other: Reading, between: Span) -> bool:
    """Whether two figures name what they count, the first by a noun for the event: "76 murders and 433 victims".

    After a dash or a colon they are parts: "eight deaths — five women and three boys".
    """
    named = one.predicate is not None and one.predicate == one.phrase.head and other.phrase.head is not None
    return named and all(token.lower_ in {",", "and"} for token in between)


def _only_joins(between: Span) -> bool:
    """Whether words tell nothing new; a verb may stand there only before "including" and the like."""
    included = any(token.lower_ in INCLUDING for token in between)
    for token in between:
        if token.lower_ in JOINERS or token.lower_ in PRONOUNS or token.pos_ in WORD_CLASSES or token.tag_ == "VBG":
            continue
        if token.pos_ not in {"VERB", "AUX"} or not included:
            return False
    return True


def _some_of_them(doc: Doc, one: Reading, other: Reading) -> bool:
    """Whether one is a part of the sentence's other figure: "26 people were held, eleven of them Danes"."""
    pronoun = other.phrase.partitive and other.phrase.head is None and other.phrase.end > other.phrase.start
    return pronoun and _in_one_sentence(doc, one, other)


def _in_one_sentence(doc: Doc, one: Reading, other: Reading) -> bool:
    wording = Wording.of(doc)
    return wording.sentence(doc, one.first) == wording.sentence(doc, other.first)


def _is_degree(doc: Doc, one: Reading, other: Reading, degrees: Collection[str]) -> bool:
    """Whether a figure only says how badly some were hurt: "four people are injured, two seriously, in a crash"."""
    if one.metric != "injured" or doc[other.last : other.last + 1].text.casefold() not in degrees:
        return False
    closed = other.last + 1 >= len(doc) or doc[other.last + 1].pos_ in {"PUNCT", "ADP", "CCONJ", "SPACE"}
    return closed and _are_counts(one, other) and _in_one_sentence(doc, one, other)


def _is_put_aside(doc: Doc, one: Reading, other: Reading) -> bool:
    """Whether a figure is denied in favour of the one before: "treated 30 wounded rather than 50"."""
    denied = other.phrase.head is None and other.number.negated and not one.number.negated
    return denied and _in_one_sentence(doc, one, other)


def _is_gapped(doc: Doc, one: Reading, other: Reading) -> bool:
    """Whether a figure leaves out the verb of the one before: "90 people are dead in Orsk and ten more in Vosk"."""
    bare = other.phrase.head is None and doc[other.first - 1].lower_ in {"and", ","}
    return bare and doc[other.last : other.last + 1].text in PLACING and _in_one_sentence(doc, one, other)


def _resume(doc: Doc, one: Reading, other: Reading) -> int:
    """Where the list of a total begins: after its dash or colon ("19 presumed drowned — seven sailors and 12 guests").

    A figure with a verb of its own is no list: "40 people died; two ministers resigned".
    """
    if other.first - one.after > REACH or any(
        governor.function == "subject" for governor in governors(doc, other.after - 1)
    ):
        return one.after
    clause = _relative_end(doc, one, other)
    if clause is not None:
        return clause
    marks = [token.i for token in doc[one.after : other.first] if token.text in OPENING_MARKS]
    return marks[-1] if marks else one.after


def _relative_end(doc: Doc, one: Reading, other: Reading) -> int | None:
    """Where a list goes on after a relative clause: "30 strangers, who will be sent home, and nine clerks"."""
    between = doc[one.after : other.first]
    clause = any(token.lower_ == "who" for token in between[:2])
    if clause and len(between) > PAIR_GAP and between[-1].lower_ == "and" and between[-2].text == ",":
        return other.first - 2
    return None


def _take(doc: Doc, reading: Reading, neighbour: Reading, *, things: bool) -> Reading:
    """Take the metric of a neighbour, where it is sure and can count such a thing."""
    metric = neighbour.metric
    if metric is None or metric in PLAIN or neighbour.confidence < LIKELY:
        return reading
    listed = doc[reading.first - 1].lower_ == "including" and reading.metric in HELD
    still_open = reading.metric is None or reading.confidence < LIKELY
    fits = metric not in HARMS_TO_THINGS if reading.noun == "person" else things or reading.noun is None
    if not (still_open or listed) or not fits:
        return reading
    unit = PEOPLE
    if things and reading.noun != "person":
        unit = neighbour.unit if reading.phrase.head is None else unit_of(doc, reading.phrase)
    return replace(
        reading,
        metric=metric,
        unit=unit,
        rule=neighbour.rule,
        predicate=neighbour.predicate,
        confidence=neighbour.confidence,
    )
