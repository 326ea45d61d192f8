"""Read sums of money: "$3 million", "Rs 35 crore", "2m euros", "26 cents", "US$1.2bn"."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.tokens import NUMBER, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import Currency, NumberWords

_THOUSAND = Decimal(1000)
_LARGE_PLAIN = Decimal(10_000)
_POUND = "GBP"
_MILLION_LETTERS = ("m", "mm")


@dataclass(frozen=True, slots=True)
class Money:
    """A sum.

    Attributes:
        core: The number, in whole units of the currency.
        first: Index of the first token, currency included.
        last: Index after the last, currency included.
        code: ISO 4217 code.
        assumed: Other currencies are written the same, and nothing tells which is meant.
    """

    core: Core
    first: int
    last: int
    code: str
    assumed: bool = False


def read_money(tokens: Tokens, core: Core, words: NumberWords) -> Money | None:
    """The sum that a number is with the currency beside it; None without one.

    Args:
        tokens: The text.
        core: The number.
        words: The words to go by.
    """
    before = sign_before(tokens, core, words)
    after = _name_after(tokens, core, words)
    if after and before is None and after[0].code == _POUND and _weighs(tokens, core, after[1]):
        return None
    if after:
        currency, last = after
    elif before:
        currency, last = before[0], core.last
    else:
        return None
    core = replace(core, low=core.low * currency.scale, high=core.high * currency.scale)
    if currency.shared and (country := _country_after(tokens, last, words)):
        currency, last = country
    return Money(core, before[1] if before else core.first, last, currency.code, currency.assumed)


def _country_after(tokens: Tokens, index: int, words: NumberWords) -> tuple[Currency, int] | None:
    """The currency that a country behind a sum tells: "$5 million US"; not "a $5 million US bank"."""
    found = words.currency_country.ahead(tokens, index)
    if found is None or not tokens[index].upper:
        return None
    follower = tokens[found[1]]
    return None if follower.kind == WORD and follower.low not in words.context.function else found


def take_million(tokens: Tokens, core: Core, words: NumberWords) -> Core:
    """Take a bare m as a million where it cannot be a metre: "$10m", "2m euros", "10m people"; not "a 10m wall".

    Args:
        tokens: The text.
        core: A number.
        words: The words to go by.
    """
    letter = tokens[core.last]
    if core.form != "digits" or core.scale != 1 or letter.low not in _MILLION_LETTERS:
        return core
    sign = sign_before(tokens, core, words)
    if not (tokens.glued(core.last) or sign):
        return core
    follower = tokens[core.last + 1]
    counts = follower.kind == WORD and (follower.low in words.context.people or is_plural(follower.low))
    million = (
        sign or words.currency_after.ahead(tokens, core.last + 1) or (letter.low == "m" and (letter.upper or counts))
    )
    if not million:
        return core
    scale = words.magnitudes["million"]
    return replace(core, last=core.last + 1, low=core.low * scale, high=core.high * scale, scale=scale)


def sign_before(tokens: Tokens, core: Core, words: NumberWords) -> tuple[Currency, int] | None:
    """The currency that a sign before a number tells, and the index of the sign; None for the PS of "PS5".

    Args:
        tokens: The text.
        core: The number.
        words: The words to go by.
    """
    found = words.currency_before.behind(tokens, core.first)
    if found is None or not _is_written_as_code(tokens, found[1], words):
        return None
    plain = tokens.low(core.first).isdecimal()  # "Y2000" and "R1200" are names
    large = core.scale >= _THOUSAND or core.low >= (_LARGE_PLAIN if plain else _THOUSAND)
    large = large or tokens.low(core.last) in _MILLION_LETTERS
    return None if found[0].large_only and not (large and tokens.glued(core.first)) else found


def _name_after(tokens: Tokens, core: Core, words: NumberWords) -> tuple[Currency, int] | None:
    step = core.last + tokens.hyphen(core.last)
    if tokens.low(step) == "of" and core.form == "vague" and tokens[step + 1].kind == WORD:
        step += 1
    found = words.currency_after.ahead(tokens, step)
    if found is None or not _is_written_as_code(tokens, step, words):
        return None
    if tokens[step].upper and tokens.low(step) == "cent":
        return None  # "50 Cent" sings
    if tokens[found[1] - 1].kind == SYMBOL and tokens[found[1]].kind == NUMBER:
        return None  # "thousands of $9-an-hour pickers": the sign belongs to what follows
    return found


def _is_written_as_code(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether letters that are a currency code are written as one: "PHP 5 million", not "php"."""
    token = tokens[index]
    return token.low not in words.codes or token.upper


def _weighs(tokens: Tokens, core: Core, after: int) -> bool:
    """Whether "pounds" is a weight: "40 pounds of cocaine", "a 500-pound bomb"; "2 million pounds" is money."""
    if not tokens.low(after - 1).startswith("pound"):
        return False
    return core.scale < _THOUSAND or tokens.low(after) == "of"
