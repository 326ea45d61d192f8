"""Find the number expressions of a text."""

from bisect import bisect_left
from dataclasses import replace
from decimal import Decimal

from claimx.records.quantity import Basis, Comparator, Direction
from claimx.textual.numbers.ages import is_age_limit
from claimx.textual.numbers.changes import read_change, read_period
from claimx.textual.numbers.compounds import is_compound
from claimx.textual.numbers.coordinates import skip_coordinates
from claimx.textual.numbers.dates import skip_date
from claimx.textual.numbers.hedges import Hedged, read_hedges
from claimx.textual.numbers.labels import skip_label, skip_word_label
from claimx.textual.numbers.levels import with_levels
from claimx.textual.numbers.measured import Measured, read_measured
from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.neighbours import bounded, with_neighbours
from claimx.textual.numbers.ones import counts_one, is_idiom
from claimx.textual.numbers.placed import Placed
from claimx.textual.numbers.ranges import read_range
from claimx.textual.numbers.scores import read_vote, skip_score
from claimx.textual.numbers.tokens import BREAK, NUMBER, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_SHORTEST_NAME = 3
_LARGE_SUM = 1_000_000


def find_numbers(text: str, words: NumberWords) -> tuple[NumberMention, ...]:
    """Find every number expression that states a quantity.

    Dates, clock times, scores, phone numbers, ordinals, names and labels with numbers are passed over. Time is linear
    in the length of the text.

    Args:
        text: Any text.
        words: The words to go by.

    Returns:
        The expressions in order of offset; none overlaps another.
    """
    tokens = Tokens(text)
    found: list[Placed] = []
    names: set[str] = set()
    index = floor = 0
    idiomatic = words.idioms.first_words
    starting = tokens.starting(words.starters, idiomatic)
    while (place := bisect_left(starting, index)) < len(starting):
        index = starting[place]
        token = tokens.items[index]
        if token.low in idiomatic and (idiom := words.idioms.ahead(tokens, index)):
            index = floor = idiom[1]
            continue
        if token.kind != NUMBER and token.low not in words.starters:
            index += 1
            continue
        if votes := read_vote(tokens, index, words):
            found.extend(_side(tokens, side) for side in (votes.first, votes.second))
            index = floor = votes.last
            continue
        if skipped := _skip(tokens, index, words, names):
            index = floor = skipped
            continue
        measured = read_measured(tokens, index, words)
        if measured is None or measured.core.first < floor:
            index += 1
            continue
        if measured.first < floor:  # "five$10": the sign belongs to the number before
            measured = replace(measured, first=measured.core.first, lead=measured.core.first)
        stepping = bool(found) and found[-1].mention.comparator != "between" and found[-1].after == measured.first - 1
        measured = read_range(tokens, measured, words, stepping=stepping) or measured
        placed, index = _place(tokens, measured, floor, words)
        floor = index
        if placed is not None:
            found.append(placed)
    return with_levels(tokens, found, with_neighbours(tokens, found, words), words)


def _side(tokens: Tokens, index: int) -> Placed:
    """One side of a vote: a figure only where the vote is what is counted."""
    token, votes = tokens[index], Decimal(tokens.low(index))
    mention = NumberMention(
        start=token.start,
        end=token.end,
        core_start=token.start,
        core_end=token.end,
        kind="count",
        value=votes,
        low=votes,
        high=votes,
        comparator="exact",
        unit="vote",
        weak=True,
    )
    return Placed(mention, index, index + 1)


def _skip(tokens: Tokens, index: int, words: NumberWords, names: set[str]) -> int | None:
    """Index after a number that states no quantity.

    A number of some length that a name had before keeps to it: "a Boeing 717 ... the 717".
    """
    token = tokens[index]
    if token.kind != NUMBER:
        return skip_word_label(tokens, index, words)
    if place := skip_coordinates(tokens, index):
        return place
    label = skip_label(tokens, index, words)
    if label and len(token.low) >= _SHORTEST_NAME:
        names.add(token.low)
    if token.low in names and tokens.low(index - 1) in ("the", "a"):
        return index + 1
    return skip_date(tokens, index, words) or skip_score(tokens, index, words) or label


def _place(tokens: Tokens, measured: Measured, floor: int, words: NumberWords) -> tuple[Placed | None, int]:
    """The mention of a number in its words, and the index after them."""
    core = measured.core
    weak = core.weak or (measured.unit is None and is_compound(tokens, core, words))
    pronoun = False
    if core.form == "one" and measured.unit is None:
        counting = counts_one(tokens, core.first, words)
        if counting is None:
            return None, measured.after
        pronoun = not counting and tokens.low(core.last) in words.context.one_partitive
        weak = weak or not counting
    elif core.form == "one" and is_idiom(tokens, core.first, words):
        return None, measured.after
    if _is_score(tokens, measured, words):
        return None, measured.after
    hedged = read_hedges(tokens, measured, floor, words)
    after = max(measured.after, hedged.last)
    mention = replace(_mention(tokens, measured, hedged, words), weak=weak, pronoun=pronoun)
    return Placed(bounded(mention), hedged.first, after), after


def _is_score(tokens: Tokens, measured: Measured, words: NumberWords) -> bool:
    """Whether an article makes a name of a bare number: "he shot a 72"; not "a 72 percent rise", "a 40-man crew"."""
    follower = tokens[measured.after]
    bare = measured.unit is None and measured.core.form == "digits" and tokens.low(measured.first - 1) in ("a", "an")
    return (
        bare
        and not tokens.hyphen(measured.after)
        and (follower.kind == BREAK or follower.low in words.context.function or follower.low in (".", ","))
    )


def _mention(tokens: Tokens, measured: Measured, hedged: Hedged, words: NumberWords) -> NumberMention:
    core = measured.core
    compared = _compared(tokens, max(measured.after, hedged.last), words)
    large_sum = measured.kind == "money" and core.low >= _LARGE_SUM
    taken = large_sum or (measured.kind == "count" and measured.unit is None)
    change = compared or read_change(tokens, measured, hedged.first, words, taken=taken)
    kind, unit = measured.kind, measured.unit
    if unit is None and (tokens.low(hedged.last - 1) in words.context.age_bound or is_age_limit(tokens, core, words)):
        kind, unit = "age", "year"  # "those 45 and older", "children under 5"
    return NumberMention(
        start=tokens[hedged.first].start,
        end=tokens[hedged.last - 1].end,
        core_start=tokens[core.first].start,
        core_end=tokens[core.last - 1].end,
        kind=kind,
        value=core.value,
        low=core.low,
        high=core.high,
        comparator=_comparator(core.form, hedged),
        unit=unit,
        per=read_period(tokens, max(measured.after, hedged.last), words),
        basis=_basis(hedged, change),
        change=change,
        assumed=measured.assumed,
    )


def _compared(tokens: Tokens, after: int, words: NumberWords) -> Direction | None:
    """The direction of a difference: "40 more than a week earlier"; not "40 more than 30", "40 more than doubled"."""
    direction = words.differing.get(tokens.low(after))
    if direction is None or tokens.low(after + 1) != "than":
        return None
    return direction if tokens.low(after + 2) in words.context.compared_with else None


def _comparator(form: str, hedged: Hedged) -> Comparator:
    if form == "range":
        return "between"
    return "vague" if form == "vague" else hedged.comparator or "exact"


def _basis(hedged: Hedged, change: Direction | None) -> Basis:
    if hedged.adding:
        return "increment"
    return "total" if change is None else "change"
