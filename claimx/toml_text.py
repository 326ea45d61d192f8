"""TOML that strangers may have written: bounded in size, and in the depth of its keys.

`a.a.a.a…` of 5,000 parts on each of a hundred lines is one megabyte, and takes Python's reader half a minute and ten
gigabytes: it keeps every beginning of every key.
"""

import re
import tomllib
from pathlib import Path

from claimx.opening import read_bounded

MAX_TOML_BYTES = 4 * 1024 * 1024
"""Ten thousand accepted findings take three quarters of it."""
MAX_DOTS = 100
"""On one line, outside of quotes and comments. The deepest key of our own has three parts."""

QUOTED = re.compile(
    r"""
    \"{3} (?: [^\\] | \\. )*? (?: \"{3,5} | \Z )    # unclosed, it takes the rest: no key can follow
    | '{3} .*? (?: '{3,5} | \Z )
    | " (?: [^"\\\n] | \\[^\n] )* "
    | ' [^'\n]* '
    | \# [^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)


def parse_toml(text: str) -> dict[str, object]:
    """Read TOML.

    Args:
        text: What a file holds, without a byte-order mark.

    Raises:
        ValueError: If it is no TOML, or a key is nested too deeply; the message says where.
        RecursionError: If a value is.
    """
    for number, line in enumerate(QUOTED.sub(_only_breaks, text).split("\n"), 1):
        if line.count(".") > MAX_DOTS:
            msg = f"more than {MAX_DOTS} dots in a row of keys (at line {number}, column 1)"
            raise ValueError(msg)
    return tomllib.loads(text)


def read_toml(path: Path) -> dict[str, object]:
    """Read a TOML file in UTF-8, with or without a byte-order mark.

    Args:
        path: The file.

    Raises:
        OSError: If it cannot be read, or is larger than `MAX_TOML_BYTES`.
        ValueError: If it is no TOML; a UnicodeDecodeError where it is not UTF-8.
        RecursionError: If it is nested too deeply.
    """
    return parse_toml(read_bounded(path, MAX_TOML_BYTES).decode("utf-8-sig"))


def _only_breaks(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
