"""Find the number expressions of a text."""

from dataclasses import replace
from decimal import Decimal

from claimx.records.quantity import Basis, Comparator, Direction
from claimx.textual.numbers.changes import read_change, read_period
from claimx.textual.numbers.context import in_context
from claimx.textual.numbers.dates import skip_date
from claimx.textual.numbers.hedges import Hedged, read_hedges
from claimx.textual.numbers.labels import skip_label, skip_score
from claimx.textual.numbers.measured import Measured, read_measured
from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.ones import counts_one
from claimx.textual.numbers.ranges import read_range
from claimx.textual.numbers.tokens import NUMBER, Tokens
from claimx.textual.numbers.vocabulary import NumberWords


def find_numbers(text: str, words: NumberWords) -> tuple[NumberMention, ...]:
    """Find every number expression that states a quantity.

    Dates, clock times, scores, phone numbers, ordinals, names and labels with numbers are passed over. Time is linear in the
    length of the text.

    Args:
        text: Any text.
        words: The words to go by.

    Returns:
        The expressions in order of offset; none overlaps another.
    """
    tokens = Tokens(text)
    found: list[NumberMention] = []
    index = floor = 0
    while index < tokens.size:
        token = tokens.items[index]
        if token.kind == NUMBER:
            skipped = (
                skip_date(tokens, index, words) or skip_score(tokens, index, words) or skip_label(tokens, index, words)
            )
            if skipped:
                index = floor = skipped
                continue
        elif token.low not in words.starters:
            index += 1
            continue
        measured = read_measured(tokens, index, words)
        if measured is None:
            index += 1
            continue
        measured = read_range(tokens, measured, words) or measured
        mention, last = _mention(tokens, measured, floor, words)
        if mention is not None:
            found.append(mention)
        index = floor = max(last, index + 1)
    return in_context(tokens, found, words)


def _mention(tokens: Tokens, measured: Measured, floor: int, words: NumberWords) -> tuple[NumberMention | None, int]:
    """The mention of a number in its words, and the index after them."""
    core = measured.core
    weak = core.weak
    if core.form == "one" and measured.unit is None:
        counting = counts_one(tokens, core.first, words)
        if counting is None:
            return None, measured.after
        weak = not counting
    hedged = read_hedges(tokens, measured.first, measured.last, floor, words)
    comparator: Comparator = hedged.comparator or "exact"
    if core.form == "range":
        comparator = "between"
    elif core.form == "vague":
        comparator = "vague"
    after = max(measured.after, hedged.last)
    change = read_change(tokens, hedged.first, words)
    mention = NumberMention(
        start=tokens[hedged.first].start,
        end=tokens[hedged.last - 1].end,
        core_start=tokens[core.first].start,
        core_end=tokens[core.last - 1].end,
        kind=measured.kind,
        value=core.value,
        low=core.low,
        high=core.high,
        comparator=comparator,
        unit=measured.unit,
        per=read_period(tokens, after, words),
        basis=_basis(hedged, change),
        change=change,
        weak=weak,
    )
    return bounded(mention), after


def _basis(hedged: Hedged, change: Direction | None) -> Basis:
    if hedged.adding:
        return "increment"
    return "total" if change is None else "change"


def bounded(mention: NumberMention) -> NumberMention:
    """The mention with the ends that its comparator sets."""
    if mention.comparator in ("more_than", "at_least"):
        return replace(mention, high=None)
    if mention.comparator in ("less_than", "at_most"):
        return replace(mention, low=Decimal(0))
    return mention
