"""Give a number what the numbers beside it lend: a hedge over a list, a shared unit, a contrast."""

from dataclasses import replace
from decimal import Decimal

from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.placed import Placed
from claimx.textual.numbers.tokens import BREAK, Token, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_JOINTS = frozenset((",", "and", "or", "/"))
_BOUNDS = frozenset(("more_than", "at_least", "less_than", "at_most"))
_UNIT_JOINTS = frozenset(("to", "and", "or", ",", "even", "perhaps", "maybe", "possibly"))
_NO_SHARE = 1000
"""No percentage is as large as this."""

_LIST_REACH = 9
_SENTENCE = 40
_INSTEAD = frozenset((("rather", "than"), ("instead", "of"), ("opposed", "to")))
_SENTENCE_ENDS = frozenset((".", ";", ":", "!", "?"))


def with_neighbours(tokens: Tokens, found: list[Placed], words: NumberWords) -> tuple[NumberMention, ...]:
    """The mentions with what their neighbours lend them.

    Args:
        tokens: The text.
        found: Mentions in order.
        words: The words to go by.
    """
    mentions = [each.mention for each in found]
    for index in range(len(found) - 2, -1, -1):  # backwards, so that "3, 6 and 12 months" reaches the 3
        mentions[index] = _unit_shared(tokens, mentions[index], mentions[index + 1], found[index], found[index + 1])
    for index in range(len(found) - 1):
        here, there = found[index], found[index + 1]
        mentions[index + 1] = _kind_shared(tokens, mentions[index], mentions[index + 1], here, there)
        if mentions[index + 1].basis == "increment" and _contrasts(tokens, here, there, words):
            mentions[index + 1] = replace(mentions[index + 1], basis="total")
        if _denied(tokens, here, there):
            mentions[index] = replace(mentions[index], negated=True)
        if _replaced(tokens, here, there):
            mentions[index + 1] = replace(mentions[index + 1], negated=True)
        if _hedge_reaches(tokens, mentions[index], mentions[index + 1], here, there, words):
            mentions[index + 1] = bounded(replace(mentions[index + 1], comparator=mentions[index].comparator))
    return tuple(mentions)


def bounded(mention: NumberMention) -> NumberMention:
    """The mention with the ends that its comparator leaves open or sets to none."""
    if mention.comparator in ("more_than", "at_least"):
        return replace(mention, high=None)
    if mention.comparator in ("less_than", "at_most"):
        below_zero = mention.high is not None and mention.high < 0
        return replace(mention, low=None if below_zero else Decimal(0))
    return mention


def _denied(tokens: Tokens, here: Placed, there: Placed) -> bool:
    """Whether a number is denied in favour of the next: "not 80 but 60"."""
    if tokens.low(here.first - 1) != "not":
        return False
    between = [tokens.low(index) for index in range(here.after, min(there.first, here.after + 4))]
    return there.first - here.after <= 3 and "but" in between  # noqa: PLR2004 - a noun and a comma beside "but"


def _replaced(tokens: Tokens, here: Placed, there: Placed) -> bool:
    """Whether a number is put aside for the one before it.

    "14 died, not 40", "30 rather than 50", "six instead of the eight first reported".
    """
    first = there.first - (tokens.low(there.first - 1) == "the")
    lead = (tokens.low(first - 2), tokens.low(first - 1))
    plain_not = lead[1] == "not" and (lead[0] in (",", "and") or tokens.dash(first - 2))
    if not plain_not and lead not in _INSTEAD:
        return False
    if not plain_not and there.mention.unit is not None:
        return False  # "256GB instead of the 128GB of the old one" denies nothing
    return here.mention.kind == there.mention.kind and not _sentence_ends(tokens, here.after, there.first)


def _sentence_ends(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence ends between two indices, or the stretch is longer than one."""
    return last - first > _SENTENCE or any(
        tokens[index].kind == BREAK or tokens.low(index) in _SENTENCE_ENDS for index in range(first, last)
    )


def _contrasts(tokens: Tokens, here: Placed, there: Placed, words: NumberWords) -> bool:
    """Whether "more" tells the hurt from the dead and adds to none.

    "Nine men died and 14 more were hurt", "killed nine and wounded 14 more", "nine died and a further 14 were hurt";
    not "30 were hurt, and 14 more were hurt on Sunday".
    """
    if _sentence_ends(tokens, here.after, there.first) or not _adds_mildly(tokens, there):
        return False
    harm = words.context.harmed - words.context.death - words.context.killing
    before = {tokens.low(step) for step in range(here.first - 2, there.first - 1)}
    after = tokens.low(there.after + (tokens.low(there.after) in words.context.auxiliary))
    if after in harm:
        return after not in before
    return tokens.low(there.first - 1) in harm and not before.isdisjoint(words.context.death | words.context.killing)


def _adds_mildly(tokens: Tokens, there: Placed) -> bool:
    return tokens.low(there.after - 1) in ("more", "further") or "further" in (
        tokens.low(there.first),
        tokens.low(there.first + 1),
    )


def _unit_shared(
    tokens: Tokens, mention: NumberMention, follower: NumberMention, here: Placed, there: Placed
) -> NumberMention:
    """Lend a bare number the unit of the next: "10, 20 and 30 percent", "from 7 to 5 percent", "a 5- or 6-inch gap"."""
    step = here.after + (tokens.dash(here.after) and tokens.glued(here.after))
    gap = [tokens.low(index) for index in range(step, min(there.first, step + 3))]
    joined = 0 < there.first - step < 3 and all(low in _UNIT_JOINTS for low in gap)  # noqa: PLR2004 - ", and"
    if mention.unit is not None or follower.unit is None or mention.kind != "count" or not joined:
        return mention
    if follower.kind == "money" and follower.core_start != there.mention.start:
        return mention  # "12 and $5": the sign stands before its own number
    if follower.kind == "percent" and mention.value is not None and mention.value >= _NO_SHARE:
        return mention  # "about 5,000, or 9% of all"
    return replace(mention, unit=follower.unit, kind=follower.kind, assumed=follower.assumed)


def _kind_shared(
    tokens: Tokens, mention: NumberMention, follower: NumberMention, here: Placed, there: Placed
) -> NumberMention:
    """Lend a bare number what only the first of two names: "Lea Adam and Ines Roth, 40 and 49,", "magnitude 2 or 3"."""
    beside = there.first == here.after + 1 and tokens.low(here.after) in ("and", "or", ",")
    named_once = mention.kind == "age" or mention.unit == "magnitude"
    if not named_once or not beside or follower.kind != "count" or follower.unit is not None:
        return follower
    return replace(follower, kind=mention.kind, unit=mention.unit)


def _hedge_reaches(
    tokens: Tokens, hedged: NumberMention, follower: NumberMention, here: Placed, there: Placed, words: NumberWords
) -> bool:
    """Whether the hedge of a number reaches the next: "about 40 or 50", "up to 30% in Rome, 20% in Bari"."""
    if hedged.comparator in ("exact", "between", "vague") or there.mention.comparator != "exact":
        return False
    if there.mention.basis == "increment" or hedged.kind != follower.kind or there.mention.negated:
        return False
    gap = [tokens[index] for index in range(here.after, there.first)]
    if len(gap) == 1 and gap[0].low == "(" and hedged.unit != follower.unit is not None:
        return hedged.comparator in _BOUNDS  # "more than 30 miles (48 km)"
    if gap and len(gap) <= 2 and all(token.low in _JOINTS for token in gap):  # noqa: PLR2004 - ", and"
        return gap[-1].low != ","
    return hedged.kind == "percent" and _listed(tokens, gap, there, words)


def _listed(tokens: Tokens, gap: list[Token], there: Placed, words: NumberWords) -> bool:
    """Whether two percentages are members of a list with one preposition: "... in Rome, 20% in Bari, and ..."."""
    lows = [token.low for token in gap]
    if not 0 < len(gap) <= _LIST_REACH or "," not in lows[-2:] or lows[-1] not in (",", "and"):
        return False
    if any(token.kind == BREAK or token.low in _SENTENCE_ENDS for token in gap):
        return False
    following = tokens.low(there.after)
    return following in words.context.list_preposition and following in lows
