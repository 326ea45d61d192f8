"""A day, as options and the files beside articles give it: `2024-03-26`."""

import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

_FORM = re.compile(r"\d{4}-\d{2}-\d{2}")


def is_day(written: str) -> bool:
    """Whether this is year, month and day of a day that there is: `2024-02-30` is none."""
    if not _FORM.fullmatch(written):
        return False
    try:
        date.fromisoformat(written)
    except ValueError:
        return False
    return True


def _check(written: str) -> str:
    if not is_day(written):
        msg = f"{written!r} is no day; write it as 2024-03-26"
        raise ValueError(msg)
    return written


Day = Annotated[str, AfterValidator(_check)]
"""A day as a string."""
