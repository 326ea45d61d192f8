"""Read ages: "a 26-year-old", "aged 26", "the age of 26", "Adaeze Obi, 26, said"."""

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.tokens import BREAK, NUMBER, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords, Unit

_OLDEST = 110
_CLOSERS = frozenset((",", ".", ";", ")", ":"))


def read_age(tokens: Tokens, core: Core, unit: tuple[Unit, int] | None, words: NumberWords) -> tuple[str, int] | None:
    """The unit of an age and the index after its words; None where a number is no age.

    Args:
        tokens: The text.
        core: The number.
        unit: The unit after it with the index after that, where there is one.
        words: The words to go by.
    """
    led = _led(tokens, core.first, words)
    if unit is not None:
        return _worded(tokens, unit, words, led=led)
    if not 0 < core.low <= _OLDEST or core.form not in ("digits", "words"):
        return None
    if led or _apposed(tokens, core, words) or _told(tokens, core, words):
        return "year", core.last
    return None


def is_age_limit(tokens: Tokens, core: Core, words: NumberWords) -> bool:
    """Whether a bound on a bare number is one of age: "children under 5"; not "children under 5 trees".

    Args:
        tokens: The text.
        core: The number.
        words: The words to go by.
    """
    lead, follower = tokens.low(core.first - 1), tokens.low(core.last)
    counts = is_plural(follower) or follower in words.context.people
    return (
        lead in words.context.age_limit
        and tokens.low(core.first - 2) in words.context.of_age
        and 0 < core.low <= _OLDEST
        and not counts
    )


def _led(tokens: Tokens, first: int, words: NumberWords) -> bool:
    """Whether words before a number say that it is an age: "aged 40", "age of 40", "ages 5"."""
    index = first - 1
    if tokens.low(index) in ("of", "between", "from") and tokens.low(index - 1) in words.context.age_lead:
        index -= 1
    elif tokens.low(index) == "between" and tokens.low(index - 1) == "of":
        index -= 2
    return tokens.low(index) in words.context.age_lead


def _worded(tokens: Tokens, unit: tuple[Unit, int], words: NumberWords, *, led: bool) -> tuple[str, int] | None:
    """The age in "26-year-old", "26 years old", "six months of age", "aged 26 years"."""
    name, after = unit[0].name, unit[1]
    if unit[0].kind != "duration":
        return None
    if tokens.low(after + tokens.hyphen(after)) in words.context.old:
        return name, after + tokens.hyphen(after) + 1
    if tokens.low(after) == "of" and tokens.low(after + 1) == "age":
        return name, after + 2
    return (name, after) if led else None


def _apposed(tokens: Tokens, core: Core, words: NumberWords) -> bool:
    """Whether a number stands in commas after a name: "Adaeze Obi, 26, said", "A boy, 7, fell"; not "In Lima, 26"."""
    first = core.first - (tokens.low(core.first - 1) in ("then", "now"))  # "Obi, then 26,"
    abbreviated = tokens.low(first - 2) == "."  # "Ruben Sayles Jr., 36,"
    name = tokens[first - 2 - abbreviated]
    if core.form != "digits" or tokens.low(first - 1) != "," or name.kind != WORD or name.low in words.context.month:
        return False
    if name.low in words.context.person:
        return tokens.low(core.last) == ","
    earlier = tokens[first - 3 - abbreviated]
    if not name.upper or (not earlier.upper and earlier.kind != BREAK):
        return name.upper and tokens.low(core.last) == ","
    follower = tokens[core.last]
    if follower.low == "and":
        return tokens[core.last + 1].kind == NUMBER or tokens[core.last + 1].upper
    return follower.low in _CLOSERS or follower.kind == BREAK


def _told(tokens: Tokens, core: Core, words: NumberWords) -> bool:
    """Whether a person is said to be so old: "she was 76 when", "he died at 84"; not "there were 76 in it"."""
    hedge = words.before.behind(tokens, core.first)
    first = hedge[1] if hedge else core.first
    lead, teller = tokens.low(first - 1), tokens[first - 2]
    follower = tokens[core.last]
    if follower.kind == WORD and follower.low not in words.context.function:
        return False
    if lead == "at":  # "he died at 84"; not "the number of the dead at 84"
        counted = tokens.low(first - 3 - (tokens.low(first - 3) == "the")) == "of"
        return teller.low in words.context.death and not counted
    if lead in words.context.turning and teller.upper:
        return True
    return lead in words.context.being and teller.low in words.context.person and follower.low not in ("of", "to")
