"""Read numbers in words, in digits, and in both ("2.6 million", "a million and a half", "seventeen thousand")."""

from collections.abc import Callable
from copy import copy
from dataclasses import replace
from decimal import Decimal

from claimx.textual.numbers.core import Core, Form
from claimx.textual.numbers.digits import read_digits
from claimx.textual.numbers.tokens import FRACTION, NUMBER, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_SIGNS = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.3333"), "⅔": Decimal("0.6667"),
    "⅕": Decimal("0.2"), "⅖": Decimal("0.4"), "⅗": Decimal("0.6"), "⅘": Decimal("0.8"), "⅙": Decimal("0.1667"),
    "⅚": Decimal("0.8333"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"), "⅞": Decimal("0.875"),
}  # fmt: skip
_HUNDRED = Decimal(100)
_TEN = Decimal(10)
_DENOMINATORS = frozenset({2, 3, 4, 5, 8, 16})
_ORDINALS = frozenset(("first", "second"))
_TOO_LARGE = Decimal(10) ** 24


class _Sum:
    """A number in words as it grows: what is complete, and the group below the next magnitude."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.last_magnitude: Decimal | None = None
        self.unit = Decimal(1)

    def add_word(self, value: Decimal) -> bool:
        """Add a word from one to ninety, if one may stand here ("twenty" may precede "one" and not follow it)."""
        room = _HUNDRED if self.group is None else self.group % _HUNDRED
        if self.group is None or room == 0:
            self.group = (self.group or Decimal(0)) + value
        elif room >= 2 * _TEN and room % _TEN == 0 and value < _TEN:
            self.group += value
        else:
            return False
        self.unit = Decimal(1)
        return True

    def multiply(self, magnitude: Decimal) -> bool:
        """Apply a magnitude to the group before it; to the whole where none stands between ("6 lakh crore")."""
        if self.group is None:
            if self.last_magnitude is None or magnitude < self.last_magnitude:
                return False
            self.total *= magnitude
        elif magnitude == _HUNDRED:
            if self.group >= _HUNDRED:
                return False
            self.group *= magnitude
            self.unit = magnitude
            return True
        else:
            if self.last_magnitude is not None and magnitude >= self.last_magnitude:
                return False
            self.total += self.group * magnitude
        self.group = None
        self.last_magnitude = self.unit = magnitude
        return self.total < _TOO_LARGE

    def restore(self, saved: "tuple[int, _Sum]") -> int:
        """Go back to an earlier state; the index that belongs to it."""
        index, state = saved
        self.total, self.group = state.total, state.group
        self.last_magnitude, self.unit = state.last_magnitude, state.unit
        return index

    @property
    def scale(self) -> Decimal:
        """The magnitude that was applied last; a range before it may share it ("two to three million")."""
        return self.last_magnitude or self.unit

    @property
    def value(self) -> Decimal:
        return self.total + (self.group or Decimal(0))


def read_cardinal(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """The longest number that starts at a token.

    Args:
        tokens: The text.
        start: Index of a token.
        words: The words to go by.

    Returns:
        The number, or None where none starts here.
    """
    token = tokens[start]
    if token.kind == FRACTION:
        return _exact(start, start + 1, _SIGNS[token.low], "digits")
    if token.kind == NUMBER:
        return _read_digits(tokens, start, words)
    reader = _FIRST_WORDS.get(token.low, _read_words)
    return reader(tokens, start, words) if token.kind == WORD else None


def _read_dozen(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """Read a bare "dozen" as twelve: "the dozen boats"; not "by the dozen", "a baker's dozen"."""
    dozen = words.magnitudes.get("dozen")
    idiom = tokens.low(start - 2) == "by" or tokens.low(start - 1).endswith("s") or tokens.hyphen(start - 1)
    return None if idiom or dozen is None else _exact(start, start + 1, dozen, "words", dozen)


def _exact(first: int, last: int, value: Decimal, form: Form, scale: Decimal = Decimal(1)) -> Core:
    return Core(first, last, value, value, form, scale=scale)


def _read_half(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """Read "half a million", "half-dozen"."""
    index = start + 1 + (tokens.low(start + 1) in ("a", "an") or tokens.hyphen(start + 1))
    magnitude = words.magnitudes.get(tokens.low(index))
    return None if magnitude is None else _exact(start, index + 1, magnitude / 2, "words", magnitude)


def _read_article(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    """Read "a million", "a hundred and fifty", "a dozen", "a half million"."""
    if tokens.low(start + 1) == "half":
        half = _read_half(tokens, start + 1, words)
        return None if half is None else replace(half, first=start)
    if tokens.low(start + 1) not in words.magnitudes:
        return None
    number = _Sum()
    number.group = Decimal(1)
    last = _extend(tokens, start + 1, words, number)
    last = _and_a_half(tokens, last, words, number)
    return _exact(start, last, number.value, "article", number.scale)


def _read_words(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    if tokens.low(start) not in words.cardinals:
        return None
    number = _Sum()
    number.add_word(words.cardinals[tokens.low(start)])
    last = _extend(tokens, start + 1, words, number)
    if tokens.hyphen(last) and (tokens.low(last + 1) in words.shares or tokens.low(last + 1) in _ORDINALS):
        return None  # "the twenty-first century"
    last = _point(tokens, last, words, number)
    last = _and_a_half(tokens, last, words, number)
    form: Form = "one" if last == start + 1 and tokens.low(start) == "one" else "words"
    return _exact(start, last, number.value, form, number.scale)


def _extend(tokens: Tokens, index: int, words: NumberWords, number: _Sum) -> int:
    """Take further words into a number; the index after the last one taken."""
    before_and: tuple[int, _Sum] | None = None
    while True:
        step = index
        if tokens.low(step) == "and" and number.unit >= _HUNDRED:
            before_and = (index, copy(number))
            step += 1
        elif tokens.hyphen(step):
            step += 1
        low = tokens.low(step)
        if low in words.cardinals:
            value = words.cardinals[low]
            if value == 0 or (step == index and number.group is None and not _may_follow(number)):
                return index
            if not number.add_word(value):
                return index
        elif low in words.magnitudes and (step == index or tokens.hyphen(index)):
            if not number.multiply(words.magnitudes[low]):
                # "between one hundred and two hundred": the second number has its own magnitude.
                return index if before_and is None else number.restore(before_and)
        else:
            return index
        index = step + 1


def _may_follow(number: _Sum) -> bool:
    """Whether a group may follow without "and": "seventeen thousand two hundred"; not "a million three"."""
    return number.last_magnitude is not None and number.last_magnitude >= 10 * _HUNDRED


def _point(tokens: Tokens, index: int, words: NumberWords, number: _Sum) -> int:
    """Read "three point five (million)"."""
    digit = words.cardinals.get(tokens.low(index + 1))
    if tokens.low(index) != "point" or digit is None or digit >= _TEN or number.group is None:
        return index
    number.group += digit / _TEN
    index += 2
    if (magnitude := words.magnitudes.get(tokens.low(index))) and number.multiply(magnitude):
        index += 1
    return index


def _and_a_half(tokens: Tokens, index: int, words: NumberWords, number: _Sum) -> int:
    """Read "two and a half (million)", "a million and a half", "one and a quarter"."""
    step = index + tokens.hyphen(index)  # "a four-and-a-half-acre lot"
    article = step + 1 + tokens.hyphen(step + 1)
    name = article + 1 + tokens.hyphen(article + 1)
    if tokens.low(step) != "and" or tokens.low(article) not in ("a", "one"):
        return index
    part = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}.get(tokens.low(name))
    if part is None:
        return index
    number.group = (number.group or Decimal(0)) + part * number.unit
    index = name + 1
    magnitude = words.magnitudes.get(tokens.low(index))
    return index + 1 if magnitude is not None and number.scale == 1 and number.multiply(magnitude) else index


def _read_digits(tokens: Tokens, start: int, words: NumberWords) -> Core | None:
    value = read_digits(tokens.low(start))
    if value is None:
        return None
    last = start + 1
    if tokens[last].kind == FRACTION and tokens.low(start).isdecimal():
        value += _SIGNS[tokens.low(last)]
        last += 1
    elif fraction := _written_fraction(tokens, start, value):
        value, last = fraction
    number = _Sum()
    number.group = value
    last = _magnitudes(tokens, last, words, number)
    last = _and_a_half(tokens, last, words, number)
    return _exact(start, last, number.value, "digits", number.scale)


def _written_fraction(tokens: Tokens, start: int, value: Decimal) -> tuple[Decimal, int] | None:
    """Read "1/2", "3 1/2"."""
    if tokens[start + 1].kind == NUMBER and not tokens.glued(start + 1) and tokens.low(start + 2) == "/":
        part = _written_fraction(tokens, start + 1, read_digits(tokens.low(start + 1)) or Decimal(0))
        return (value + part[0], part[1]) if part else None
    if tokens.low(start + 1) != "/" or tokens[start + 2].kind != NUMBER or tokens.low(start + 3) == "/":
        return None
    below = read_digits(tokens.low(start + 2))
    if below is None or below not in _DENOMINATORS or not 0 < value < below or not tokens.glued(start + 2):
        return None
    return (value / below).quantize(Decimal("0.0001")).normalize(), start + 3


def is_fraction(tokens: Tokens, start: int) -> bool:
    """Whether a number in digits begins a fraction like "1/2"; "9/11" and "24/7" are none."""
    return _written_fraction(tokens, start, read_digits(tokens.low(start)) or Decimal(0)) is not None


def _magnitudes(tokens: Tokens, index: int, words: NumberWords, number: _Sum) -> int:
    """Magnitudes after digits: "2.6 million", "$10-million", "1.2bn", "6 lakh crore", "4 hundred million"."""
    while True:
        step = index + 1 if tokens.hyphen(index) else index
        low = tokens.low(step)
        magnitude = words.magnitudes.get(low)
        if magnitude is None and tokens.glued(step) and step == index:
            magnitude = words.short_magnitudes.get(low)
        elif magnitude is None and low in words.short_magnitudes and len(low) > 1 and step == index:
            magnitude = words.short_magnitudes[low]
        if magnitude is None or not number.multiply(magnitude):
            return index
        index = step + 1


_FIRST_WORDS: dict[str, Callable[[Tokens, int, NumberWords], Core | None]] = {
    "a": _read_article,
    "an": _read_article,
    "half": _read_half,
    "dozen": _read_dozen,
}
"""Who reads a number by its first word, where that is no number word itself."""
