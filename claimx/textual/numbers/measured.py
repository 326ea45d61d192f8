"""Read a number with what it measures: money, percent, a unit, an age."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from claimx.records.quantity import QuantityKind
from claimx.textual.numbers.ages import read_age
from claimx.textual.numbers.cardinals import read_cardinal
from claimx.textual.numbers.core import Core
from claimx.textual.numbers.money import read_money, take_million
from claimx.textual.numbers.multiples import read_multiple
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.primes import is_foot_mark
from claimx.textual.numbers.shares import read_part, read_part_of_magnitude, read_share
from claimx.textual.numbers.tokens import NUMBER, WORD, Tokens
from claimx.textual.numbers.vague import read_vague
from claimx.textual.numbers.vocabulary import NumberWords, Unit
from claimx.textual.numbers.zero import read_zero

_POINT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_THOUSAND = 1000
_LONGEST_SYMBOL = 4


@dataclass(frozen=True, slots=True)
class Measured:
    """A number with its unit.

    Attributes:
        core: The bare number, in the unit.
        first: Index of the anchor's first token (currency sign included).
        last: Index after the anchor's last token ("percent" included, other units not).
        after: Index after the unit words.
        lead: Index of the first word that belongs to the number: "magnitude" in "magnitude 6".
        kind: What sort of quantity.
        unit: Its unit, where the words name one.
        assumed: The currency is the likeliest of several that are written the same.
    """

    core: Core
    first: int
    last: int
    after: int
    lead: int
    kind: QuantityKind
    unit: str | None
    assumed: bool = False


def read_measured(tokens: Tokens, start: int, words: NumberWords) -> Measured | None:
    """The number that starts at a token, with currency and unit.

    Args:
        tokens: The text.
        start: Index of a number's first token, not of a currency sign.
        words: The words to go by.

    Returns:
        The number, or None where none starts here.
    """
    if part := read_part(tokens, start, words):
        return _with_unit(*part)
    if share := read_share(tokens, start, words):
        return Measured(share, share.first, share.last, share.last, share.first, "percent", "percent")
    if multiple := read_multiple(tokens, start, words):
        return Measured(multiple, multiple.first, multiple.last, multiple.last, multiple.first, "multiple", "times")
    bare = (
        read_part_of_magnitude(tokens, start, words)
        or read_zero(tokens, start, words)
        or read_vague(tokens, start, words)
        or read_cardinal(tokens, start, words)
    )
    if bare is None:
        return None
    core = _grouped_by_point(tokens, take_million(tokens, bare, words), words)
    if money := read_money(tokens, core, words):
        first, last = money.first, money.last
        return Measured(money.core, first, last, last, first, "money", money.code, money.assumed)
    return _measure(tokens, core, words)


def _grouped_by_point(tokens: Tokens, core: Core, words: NumberWords) -> Core:
    """The number with its point read as a grouping mark where people or things are counted: "2.500 people"."""
    follower = tokens.low(core.last)
    counts = follower in words.context.people or is_plural(follower)
    if not counts or words.units.ahead(tokens, core.last) or words.currency_after.ahead(tokens, core.last):
        return core
    if core.last > core.first + 1 or not _POINT_GROUP.fullmatch(tokens.low(core.first)):
        return core
    return replace(core, low=core.low * _THOUSAND, high=core.high * _THOUSAND)


def _with_unit(core: Core, unit: Unit, after: int) -> Measured:
    return Measured(core, core.first, after if unit.anchored else core.last, after, core.first, unit.kind, unit.name)


def _measure(tokens: Tokens, core: Core, words: NumberWords) -> Measured:
    found = _unit_after(tokens, core, words)
    if age := read_age(tokens, core, found, words):
        return Measured(core, core.first, core.last, age[1], core.first, "age", age[0])
    if found is None:
        return _named_before(tokens, core, words)
    unit, after = found
    if unit.kind == "count" and unit.name == "time" and tokens.low(after) in words.context.comparing:
        unit = Unit("times", "multiple", anchored=True)
    if unit.name.startswith("degree") or unit.kind == "percent":
        core = _signed(tokens, core)
    return _with_unit(core, unit, after)


def _unit_after(tokens: Tokens, core: Core, words: NumberWords) -> tuple[Unit, int] | None:
    """The unit after a number: "20 km", "20-km", "20km", "tens of kilometres"."""
    last = core.last
    if tokens.dash(last + 1) and tokens[last + 2].kind == NUMBER:
        return None  # "two m-79 launchers"
    joined = tokens.hyphen(last) or (tokens.low(last) == "of" and core.form == "vague")
    if found := _written_ratio(tokens, last, words) or words.units.ahead(tokens, last + joined):
        return found
    written = tokens.text[tokens[last].start : tokens[last].end]
    unit = words.units_glued.get(written)
    if unit is None or core.form not in ("digits", "range"):
        return None
    if not (tokens.glued(last) or written in words.unit_symbols) or not _is_mark_of_unit(tokens, last, words):
        return None
    return unit, last + 1


def _is_mark_of_unit(tokens: Tokens, index: int, words: NumberWords) -> bool:
    return tokens[index].kind == WORD or is_foot_mark(tokens, index, words)


def _written_ratio(tokens: Tokens, index: int, words: NumberWords) -> tuple[Unit, int] | None:
    """A unit written as a ratio that has no name of its own: "8 mg/kg", "1.3 A/cm2"; not "5 km/h"."""
    over = tokens[index]
    glued = tokens.low(index + 1) == "/" and tokens.glued(index + 1) and tokens.glued(index + 2)
    if over.kind != WORD or len(over.low) > _LONGEST_SYMBOL or not glued:
        return None
    named = words.units.ahead(tokens, index)
    under = words.units.ahead(tokens, index + 2)
    if under is None or under[0].kind != "measure" or (named and named[1] > index + 1):
        return None
    return Unit(tokens.text[over.start : tokens[under[1] - 1].end], "measure"), under[1]


def _named_before(tokens: Tokens, core: Core, words: NumberWords) -> Measured:
    """A number whose unit stands before it: "magnitude 6.1", "a magnitude of 6.1"; else a plain count."""
    end = core.first - tokens.hyphen(core.first - 1)
    if core.form == "digits" and "." in tokens.low(core.first) and tokens.low(core.last) in words.context.quake:
        return Measured(core, core.first, core.last, core.last, core.first, "measure", "magnitude")
    if (found := words.units_before.behind(tokens, end)) and core.form in ("digits", "words"):
        unit, lead = found
        return Measured(core, core.first, core.last, core.last, lead, unit.kind, unit.name)
    signed = _signed(tokens, core) if tokens.low(core.first - 1) == "minus" else core
    return Measured(signed, signed.first, signed.last, signed.last, signed.first, "count", None)


def _signed(tokens: Tokens, core: Core) -> Core:
    """The number below zero, where a sign says so: "minus 12 degrees", "minus-12", "−0.3%"; not "10-20%"."""
    sign = core.first - 1
    if tokens.hyphen(sign) and tokens.low(sign - 1) == "minus":
        sign -= 1
    elif not (
        tokens.low(sign) == "minus"
        or (tokens.dash(sign) and tokens.glued(core.first) and not tokens.glued(sign))
        or (tokens.dash(sign) and tokens.low(sign - 1) == "(")
    ):
        return core
    if tokens.low(sign - 1) == "or":
        return core  # "plus or minus"
    return replace(core, first=sign, low=-core.high, high=-core.low)


def scaled(measured: Measured, scale: Decimal) -> Measured:
    """The number with a magnitude that it shares with another: the 5 of "5 to 10 million"."""
    core = measured.core
    return replace(measured, core=replace(core, low=core.low * scale, high=core.high * scale, scale=scale))
