"""Tell the ends of a change of level: "rose from 310 to 450", "up from 12"; join them where one entry is wanted."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.placed import Placed
from claimx.textual.numbers.tokens import BREAK, SYMBOL, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_CLAUSE = 9
_PAIR_REACH = 6
_PAIR_CHARACTERS = 48
_STEP_CHARACTERS = len(" to ")
_NEAR = 10
_CLAUSE_ENDS = frozenset((".", ";", "!", "?", ":"))


def with_levels(
    tokens: Tokens, found: Sequence[Placed], mentions: Sequence[NumberMention], words: NumberWords
) -> tuple[NumberMention, ...]:
    """The mentions with the ends of changes marked.

    Args:
        tokens: The text.
        found: Where the mentions stand.
        mentions: The mentions, in the same order.
        words: The words to go by.
    """
    out = list(mentions)
    leads = [tokens.low(each.first - 1) for each in found]
    for index, lead in enumerate(leads):
        if lead == "to" and _moved(tokens, found[index].first - 1, words):
            out[index] = replace(out[index], level="to")
        elif lead == "from" and tokens.low(found[index].first - 2) in words.moving:
            out[index] = replace(out[index], level="from")
    for index in range(len(out) - 1):
        if {leads[index], leads[index + 1]} == {"from", "to"} and _is_pair(
            tokens, found[index], found[index + 1], words
        ):
            first_is_from = leads[index] == "from"
            out[index] = _scaled(tokens, out[index], out[index + 1], found[index], found[index + 1], words)
            out[index] = replace(out[index], level="from" if first_is_from else "to")
            out[index + 1] = replace(out[index + 1], level="to" if first_is_from else "from")
    return tuple(out)


def join_levels(mentions: Sequence[NumberMention]) -> tuple[tuple[int, NumberMention], ...]:
    """The mentions with the two ends of each change joined into one range that tells the direction.

    Args:
        mentions: Mentions in order.

    Returns:
        The mentions in order, each with its index, a joined one with that of the level reached: "fell from 90 to 60" is
        one entry from 60 to 90, down, with the index of the 60. "From 40 to 60 to 90" has two such changes.
    """
    out: list[tuple[int, NumberMention]] = []
    index = 0
    stepped: NumberMention | None = None
    while index < len(mentions):
        here, there = stepped or mentions[index], mentions[index + 1] if index + 1 < len(mentions) else None
        joined = _joined(here, there) if there else None
        if joined is None or there is None:
            out.append((index, here))
            index += 1
            stepped = None
            continue
        out.append((index if here.level == "to" else index + 1, joined))
        steps_on = index + 2 < len(mentions) and there.level == mentions[index + 2].level == "to"
        stepped = replace(there, level="from") if steps_on and _close(there, mentions[index + 2]) else None
        index += 1 if stepped else 2
    return tuple(out)


def _close(here: NumberMention, there: NumberMention) -> bool:
    return 0 <= there.start - here.end <= _STEP_CHARACTERS


def _joined(here: NumberMention, there: NumberMention) -> NumberMention | None:
    if {here.level, there.level} != {"from", "to"} or there.start - here.end > _PAIR_CHARACTERS:
        return None
    units = {here.unit, there.unit} - {None}
    if here.value is None or there.value is None or len(units) > 1:
        return None
    before, after = (here.value, there.value) if here.level == "from" else (there.value, here.value)
    return replace(
        here,
        end=there.end,
        core_end=there.core_end,
        kind=here.kind if here.unit else there.kind,
        unit=here.unit or there.unit,
        value=None,
        low=min(before, after),
        high=max(before, after),
        comparator="between",
        change="up" if after > before else "down",
        level=None,
    )


def _moved(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a word of change stands before an index in its clause."""
    for step in range(1, _CLAUSE):
        token = tokens[index - step]
        if token.low in words.moving:
            return True
        if token.kind == BREAK or token.low in _CLAUSE_ENDS:
            return False
    return False


def _scaled(
    tokens: Tokens, mention: NumberMention, follower: NumberMention, here: Placed, there: Placed, words: NumberWords
) -> NumberMention:
    """Lend a bare level the magnitude of the next: the 24.2 of "from 24.2 to 33 billion euros"; not "from 40 to 1m"."""
    scale = _magnitude(tokens, there, words)
    if there.first != here.after + 1 or scale == 1 or _magnitude(tokens, here, words) != 1:
        return mention
    reached = follower.value or follower.low
    if mention.value is None or not reached or mention.comparator != "exact":
        return mention
    value = mention.value * scale
    if not reached / _NEAR <= value <= reached * _NEAR:
        return mention
    return replace(mention, value=value, low=value, high=value)


def _magnitude(tokens: Tokens, placed: Placed, words: NumberWords) -> Decimal:
    """The magnitude word of a number: that of "33 billion euros" or "33bn"; one where it has none."""
    for index in range(placed.first, placed.after):
        low = tokens.low(index)
        if low in words.magnitudes or (low in words.short_magnitudes and tokens.glued(index)):
            return words.magnitudes.get(low) or words.short_magnitudes[low]
    return Decimal(1)


def _is_pair(tokens: Tokens, here: Placed, there: Placed, words: NumberWords) -> bool:
    if there.first - here.after > _PAIR_REACH or not _moved(tokens, here.first - 1, words):
        return False
    return not any(
        tokens[index].kind in (BREAK, SYMBOL) and tokens.low(index) != "," for index in range(here.after, there.first)
    )
