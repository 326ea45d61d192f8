"""TOML within bounds: what Python reads is read alike, what is refused is refused at once, and no quote hides a key."""

import tomllib

from claimx.toml_text import MAX_DOTS, parse_toml
from fuzz.target import Target, hold

PIECES = (
    *(".a", ".a" * (MAX_DOTS + 1), "a = 1", "[a.b]", "[[a]]", "{", "}", "[", "]", "=", ",", "#", "\n", "\r\n", "\\"),
    *(
        '"',
        "'",
        '"""',
        "'''",
        '""""',
        '\\"',
        "t = {a = ",
        ", k",
        "\t",
        " . ",
        '"a"',
        "\u2028",
        "\x00",
        "1.5",
        "2031-05-04",
    ),
)
TOO_DEEP = "dots in a row of keys"


def check(data: bytes) -> None:
    """Read a text."""
    text = data.decode("utf-8", "replace")
    try:
        read = parse_toml(text)
    except RecursionError:
        return
    except ValueError as err:
        if TOO_DEEP not in str(err):
            return
        hold(any(line.count(".") > MAX_DOTS for line in text.split("\n")), "what has few dots was refused")
        return
    hold(_depth(read) <= 2 * (MAX_DOTS + 1) + text.count("{"), "a key was hidden from the count")
    hold(read == tomllib.loads(text) or "nan" in text, "TOML is read in another way")


def _depth(held: object) -> int:
    """How many tables lie in one another."""
    if isinstance(held, dict):
        return 1 + max(map(_depth, held.values()), default=0)
    return max(map(_depth, held), default=0) if isinstance(held, list) else 0


TARGET = Target(check, PIECES, max_bytes=3000)
