"""Recognize names and labels that hold a number: they are no quantities either."""

import re

from claimx.textual.numbers.cardinals import read_cardinal
from claimx.textual.numbers.money import sign_before
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.tokens import BREAK, NUMBER, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_SENTENCE_ENDS = frozenset(".!?:;|“\"‘'(")
_AIRLINER = re.compile(r"7[0-8]7")
_EMERGENCIES = frozenset(("911", "999", "112", "111", "000", "101", "311"))
_LIST_MARKS = frozenset(".)•·‣*|")
_LONGEST_ROW = 40
_HEADLINE_REACH = 8
_FEWEST_SHOUTED = 3
_SHORTEST_PREFIX = 2
_LONG_WORD = 4
_ORDINALS = frozenset(("st", "nd", "rd", "th"))


def skip_label(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after a name or label that a number in digits is part of; None where it is not.

    Args:
        tokens: The text.
        start: Index of a number in digits.
        words: The words to go by.
    """
    return (
        _glued_name(tokens, start, words)
        or _glued_letters(tokens, start, words)
        or _enumerator(tokens, start)
        or _beside(tokens, start, words)
        or _named(tokens, start, words)
        or _address(tokens, start, words)
    )


def _glued_name(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "COVID-19", "F-16", "G7", "mid-30s", "#12"; not "magnitude-8.8", "US55"."""
    before = tokens[start - 1]
    if tokens.glued(start) and before.kind == WORD:
        core = read_cardinal(tokens, start, words)
        if core is None or not sign_before(tokens, core, words):
            return _past_glued(tokens, start)
    if tokens.glued(start) and (
        before.low in ("#", "@", "_") or (before.low in "/." and tokens[start - 2].kind != SYMBOL)
    ):
        return _past_glued(tokens, start)
    if tokens.hyphen(start - 1) and tokens[start - 2].kind == WORD:
        word = tokens.low(start - 2)
        youth = word in ("under", "over") and len(tokens.low(start)) <= 2  # noqa: PLR2004 - "the under-21 side"
        if word in words.context.hyphenated_count and not youth:
            return None
        if before.low in ("–", "—"):
            return None
        return _past_glued(tokens, start)
    return None


def _glued_letters(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """The name in "3G", "49ers", "the 737s"; not in "5km", "$3bn", "70kg", "2m euros"."""
    letters = tokens[start + 1]
    if tokens.hyphen(start + 1) and len(tokens.low(start + 2)) == 1 and tokens[start + 2].upper:
        return start + 3  # "the 4-H club"
    if letters.kind != WORD or not tokens.glued(start + 1):
        return None
    if letters.low == "x" and tokens.glued(start + 2) and tokens[start + 2].kind == NUMBER:
        return start + 3  # "4x100"
    known = (
        letters.low in words.short_magnitudes
        or letters.low in words.magnitudes
        or letters.low in ("m", "mm")
        or tokens.text[letters.start : letters.end] in words.units_glued
        or words.units.ahead(tokens, start + 1)
        or words.currency_after.ahead(tokens, start + 1)
        or words.periods.get(letters.low)
    )
    return None if known else _past_glued(tokens, start)


def _past_glued(tokens: Tokens, start: int) -> int:
    last = start + 1
    while tokens.glued(last):
        last += tokens.hyphen(last)
        if tokens[last].kind not in (WORD, NUMBER):
            break
        last += 1
    return last


def _enumerator(tokens: Tokens, start: int) -> int | None:
    """Pass over "1. Open the box" at the start of a line; "(2)"."""
    if tokens.low(start - 1) == "(" and tokens.low(start + 1) == ")" and len(tokens.low(start)) <= 2:  # noqa: PLR2004 - "(12)"
        return start + 2
    if tokens.low(start - 1) == "[" and tokens.low(start + 1) == "]" and tokens.glued(start - 1):
        return start + 2  # "27[1]": the mark of a note
    if _listed_bare(tokens, start):
        return start + 1
    if tokens[start - 1].kind != BREAK or len(tokens.low(start)) > 2:  # noqa: PLR2004 - "12."
        return None
    return start + 2 if tokens.low(start + 1) in (".", ")") and tokens[start + 2].upper else None


def _listed_bare(tokens: Tokens, start: int) -> bool:
    """Whether a number stands in a line of nothing but numbers and marks: "1. 2. 3.", "• 12 • 14"; not "20-30"."""
    numbers = 1
    for step in (-1, 1):
        index = start + step
        while tokens[index].kind != BREAK and not tokens.opens_line(max(index, index - step)):
            if tokens[index].kind == NUMBER:
                numbers += 1
            elif tokens.low(index) not in _LIST_MARKS:
                return False
            if abs(index - start) > _LONGEST_ROW:
                return True
            index += step
    return numbers > 1


def _beside(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "called 911", "a 911 call", "the 1300 block of", "agent 007", "his 757 jet"."""
    if tokens.low(start).startswith("0") and tokens.low(start).isdecimal() and len(tokens.low(start)) > 1:
        last = start + 1
        while len(tokens.low(start)) > _SHORTEST_PREFIX and tokens[last].kind == NUMBER:
            last += 1  # "08457 800 900"
        return last
    beside = (tokens.low(start - 1), tokens.low(start + 1))
    if tokens.low(start) in _EMERGENCIES and not words.context.call.isdisjoint(beside):
        return start + 1
    if beside[0] == "per" and tokens.low(start).endswith("00"):
        return start + 1  # "six deaths per 100,000": what the rate is per
    if beside[1] in words.context.craft and _AIRLINER.fullmatch(tokens.low(start)):
        return start + 1  # "his 757 jet"
    return start + 1 if beside[1] == "block" and tokens.low(start).isdecimal() else None


def _named(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "Resolution 2728", "Channel 12", "the iPhone 11"; not "Gaza 12 people", not "Trump 34 percent"."""
    before = tokens[start - 1]
    if before.low == "." and tokens.low(start - 2) in words.context.abbreviated_label:
        return _past_parts(tokens, start, words)
    if before.kind != WORD or words.currency_before.behind(tokens, start) or words.units_before.behind(tokens, start):
        return None
    if before.low in words.context.rank and tokens.low(start - 2) not in words.context.modal:
        unit = words.units.ahead(tokens, start + 1)
        return unit[1] if unit else start + 1  # "the top 1 percent" is a group of people
    if _label_before(tokens, start, words) or _name_before(tokens, start, words):
        return _past_parts(tokens, start, words)
    group = before.low == "of" and tokens.low(start - 2) in words.context.numbered_group and tokens[start - 2].upper
    if group and not _counted(tokens, start + 1, words):
        return start + 1  # "the Group of 77"
    return None


def _past_parts(tokens: Tokens, start: int, words: NumberWords) -> int:
    """Index after a label in several parts: "747-400", "5(b)"."""
    last = start + 1
    while (
        tokens.low(last) in ("-", "/", "(")
        and tokens.glued(last)
        and tokens.glued(last + 1)
        and tokens[last + 1].kind in (NUMBER, WORD)
    ):
        last += 2
    if last == start + 1 and tokens.low(last) in words.context.label_joint and tokens[last + 1].kind == NUMBER:
        return last + 2  # "Image 1 of 11", "posts 42 and 43"
    return last


def _label_before(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether a noun stands before that a number names: "Resolution 2728", "page 4"; not "they number 9,000"."""
    before = tokens[start - 1]
    if before.upper:
        context = words.context
        return before.low in context.label or before.low in context.product or before.low in context.named
    plain = "," not in tokens.low(start) and not _counted(tokens, start + 1, words)
    return plain and (before.low in words.context.label or before.low.removesuffix("s") in words.context.label)


def _name_before(tokens: Tokens, start: int, words: NumberWords) -> bool:
    """Whether a name stands before, within a sentence, and nothing is counted: "the Big 12"; not "Gaza 12 people"."""
    before = tokens[start - 1]
    if not before.upper or words.before.behind(tokens, start) or before.low in words.context.month:
        return False
    if tokens[start - 2].kind == BREAK and tokens[start + 1].kind == BREAK:
        return True  # a row of a list: "Ackley 22"
    opens = tokens[start - 2].kind == BREAK or tokens.low(start - 2) in _SENTENCE_ENDS
    return not (
        opens or _headline(tokens, start) or _shouted(tokens, start, words) or _counted(tokens, start + 1, words)
    )


def _counted(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether the word after a number is what it counts or measures."""
    token = tokens[index]
    if tokens.hyphen(index):
        return tokens[index + 1].kind == WORD
    if token.low == "%":
        return True
    if words.units.ahead(tokens, index) or words.currency_after.ahead(tokens, index) or token.low in words.magnitudes:
        return True
    if token.kind != WORD or token.upper:
        return False
    return (
        token.low in words.context.people
        or is_plural(token.low)
        or any(
            is_plural(tokens.low(step)) or tokens.low(step) in words.context.people
            for step in (index + 1, index + 2)
            if tokens[step].kind == WORD and token.low not in words.context.function
        )
    )


def _headline(tokens: Tokens, index: int) -> bool:
    """Whether a number stands in a line of capitalized words, where a capital says nothing."""
    upper = lower = 0
    for step in (-1, 1):
        position = index + step
        for _ in range(_HEADLINE_REACH):
            token = tokens[position]
            if token.kind == BREAK or "\n" in tokens.text[min(token.start, tokens[position - step].end) : token.start]:
                break
            if token.low == ".":
                return False
            if token.kind == WORD and len(token.low) >= _LONG_WORD:
                upper += token.upper
                lower += not token.upper
            position += step
    return upper > 2 * lower and upper > 1


def _shouted(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether capitals say nothing, as all words near a number have them: "THE FIRE HURT 40."; not "NEWS 4 JAX"."""
    follower = tokens[index + 1]
    counts = follower.low in words.context.people or follower.low in words.context.function or is_plural(follower.low)
    if follower.kind == WORD and not counts:
        return False
    near = [
        token
        for token in tokens.items[max(0, index - _HEADLINE_REACH) : index + _HEADLINE_REACH]
        if token.kind == WORD and len(token.low) > 1
    ]
    return len(near) >= _FEWEST_SHOUTED and all(tokens.text[token.start : token.end].isupper() for token in near)


def _address(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Pass over "358 Willow Way", "9 East 71st St"."""
    index = start + 1
    while index < start + 5 and (tokens[index].upper or tokens[index].kind == NUMBER or tokens.low(index) in _ORDINALS):
        if tokens.low(index) in words.context.street and index > start + 1:
            return index + 1
        index += 1
    return None


def skip_word_label(tokens: Tokens, start: int, words: NumberWords) -> int | None:
    """Index after a number in words that is part of a name: "Channel Four", "the Big Three", "a day or two"; None else.

    Args:
        tokens: The text.
        start: Index of a token that a number in words may start with.
        words: The words to go by.
    """
    token, before = tokens[start], tokens[start - 1]
    if token.low not in words.cardinals:
        return None
    unit_or_two = words.units.behind(tokens, start - 1) or tokens.low(start - 3) in ("a", "an")
    if before.low == "or" and token.low == "two" and unit_or_two:
        return start + 1  # "a day or two", "a fleet or two"
    if before.low in words.context.rank or (tokens.hyphen(start - 1) and tokens.low(start - 2) in words.context.rank):
        return start + 1
    if before.low.removesuffix("s") in words.context.label and not _counted(tokens, start + 1, words):
        joined = tokens.low(start + 1) in words.context.label_joint and tokens.low(start + 2) in words.cardinals
        return start + 3 if joined else start + 1  # "grades three through eight"
    if not token.upper or tokens.opens_line(start) or before.low in _SENTENCE_ENDS or _headline(tokens, start):
        return None
    named = before.upper or before.low in words.context.label or (before.low == "of" and tokens[start - 2].upper)
    return start + 1 if named or tokens[start + 1].upper else None
