"""Read a number written in digits of any script and grouping."""

import re
from decimal import Decimal

_SPACES = re.compile(r"[ \u00a0\u2007\u2009\u202f'’\u066c]")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_LONGEST = 30
_DECIMALS = 2


def read_digits(written: str) -> Decimal | None:
    """The value of a number in digits.

    A comma groups where three digits follow it (two, in Indian grouping, before the last three); otherwise, alone
    before one or two
    digits, it is the decimal comma ("2,6 million"). A point is the decimal point unless it occurs twice ("1.200.000").

    Args:
        written: Digits with their separators.

    Returns:
        The value; None for what is no number but a date, a version or a list ("19.03.2024", "1,2,3").
    """
    plain = _SPACES.sub("", written).replace("\u066b", ".")
    if len(plain) > _LONGEST:
        return None
    whole, point, rest = plain.partition(".")
    if _DOTTED.fullmatch(plain):
        return Decimal(plain.replace(".", ""))
    if "," in whole:
        if _GROUPED.fullmatch(whole):
            whole = whole.replace(",", "")
        elif whole.count(",") == 1 and not point and len(whole.partition(",")[2]) <= _DECIMALS:
            whole, point, rest = whole.partition(",")
        else:
            return None
    if "." in rest or "," in rest:
        return None
    return Decimal(f"{whole or '0'}.{rest}" if rest else whole or "0")
