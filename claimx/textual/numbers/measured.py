"""Read what a number measures: money, percent, units; and ranges of such numbers."""

from dataclasses import dataclass, replace
from decimal import Decimal

from claimx.records.quantity import QuantityKind
from claimx.textual.numbers.cardinals import read_cardinal
from claimx.textual.numbers.core import Core
from claimx.textual.numbers.shares import read_share
from claimx.textual.numbers.tokens import WORD, Tokens
from claimx.textual.numbers.vague import read_vague
from claimx.textual.numbers.vocabulary import Currency, NumberWords
from claimx.textual.numbers.zero import read_zero

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit.

    Attributes:
        core: The bare number, in the unit.
        first: Index of the anchor's first token (currency sign included).
        last: Index after the anchor's last token ("percent" included, other units not).
        after: Index after the unit words.
        kind: What sort of quantity.
        unit: Its unit, where the words name one.
    """

    core: Core
    first: int
    last: int
    after: int
    kind: QuantityKind
    unit: str | None


def read_measured(tokens: Tokens, start: int, words: NumberWords) -> Measured | None:
    """The number that starts at a token, with currency and unit.

    Args:
        tokens: The text.
        start: Index of a number's first token, not of a currency sign.
        words: The words to go by.

    Returns:
        The number, or None where none starts here.
    """
    core = (
        read_share(tokens, start, words)
        or read_zero(tokens, start, words)
        or read_vague(tokens, start, words)
        or read_cardinal(tokens, start, words)
    )
    if core is None:
        return None
    if core.form == "share":
        return Measured(core, core.first, core.last, core.last, "percent", "percent")
    return _money(tokens, core, words) or _unit(tokens, core, words)


def _money(tokens: Tokens, core: Core, words: NumberWords) -> Measured | None:
    """ "$3 million", "Rs 35 crore", "2 million euros", "$10 million Australian dollars", "million-dollar"."""
    before = _currency_sign(tokens, core.first, words)
    step = core.last + tokens.hyphen(core.last)
    if tokens.low(step) == "of" and core.form == "vague":
        step += 1
    after = words.currency_after.ahead(tokens, step)
    if after and not _is_code(tokens, step, words):
        after = None
    if before is None and (after is None or _weighs(tokens, core, after[1])):
        return None
    if after:
        currency, last = after
        first = before[1] if before else core.first
    else:
        assert before is not None  # noqa: S101 - one of the two is there
        currency, first = before
        last = core.last
        core = _millions(tokens, core, words)
        last = core.last
    core = replace(core, low=core.low * currency.scale, high=core.high * currency.scale)
    return Measured(core, first, last, last, "money", currency.code)


def _currency_sign(tokens: Tokens, first: int, words: NumberWords) -> tuple[Currency, int] | None:
    found = words.currency_before.behind(tokens, first)
    if found and not _is_code(tokens, found[1], words):
        return None
    return found


def _is_code(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether letters that are a currency code are written as one: "CAD 5 million", not "cad"."""
    token = tokens[index]
    if token.kind != WORD or token.low not in words.codes:
        return True
    return token.upper


def _millions(tokens: Tokens, core: Core, words: NumberWords) -> Core:
    """ "$10m": beside a currency sign a bare m is a million."""
    if core.form == "digits" and tokens.low(core.last) == "m" and core.scale == 1:
        million = words.magnitudes["million"]
        return replace(core, last=core.last + 1, low=core.low * million, high=core.high * million, scale=million)
    return core


def _weighs(tokens: Tokens, core: Core, after: int) -> bool:
    """Whether "pounds" is a weight: "40 pounds of cocaine", "a 500-pound bomb"; "2 million pounds" is money."""
    if not tokens.low(after - 1).startswith("pound") or tokens.low(after) == "sterling":
        return False
    return core.scale < _HUNDRED * 10 or tokens.low(after) == "of"


def _unit(tokens: Tokens, core: Core, words: NumberWords) -> Measured:
    step = core.last + (tokens.hyphen(core.last) or tokens.low(core.last) == "-")
    unit = None
    if tokens.glued(core.last) and (glued := words.units_glued.get(tokens.low(core.last))):
        unit, after = glued, core.last + 1
    elif found := words.units.ahead(tokens, step):
        unit, after = found
    elif core.form == "vague" and tokens.low(core.last) == "of" and (found := words.units.ahead(tokens, core.last + 1)):
        unit, after = found
    if unit is None:
        if core.form == "digits" and tokens.glued(core.last) and tokens.low(core.last) == "m":
            core = _millions(tokens, core, words)
        return Measured(core, core.first, core.last, core.last, "count", None)
    if age := _age(tokens, core, step, after, unit.kind):
        return Measured(core, core.first, core.last, age, "age", unit.name)
    return Measured(core, core.first, after if unit.anchored else core.last, after, unit.kind, unit.name)


def _age(tokens: Tokens, core: Core, step: int, after: int, kind: QuantityKind) -> int | None:
    """Index after "years old", "-year-old", "years of age"."""
    if kind != "duration":
        return None
    index = after + (tokens.low(after) in ("-", "‑"))
    if tokens.low(index) in ("old", "olds"):
        return index + 1
    if tokens.low(after) == "of" and tokens.low(after + 1) == "age":
        return after + 2
    if tokens.low(core.first - 1) in ("aged", "age", "ages"):
        return after
    return None
