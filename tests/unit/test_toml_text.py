"""TOML from strangers is read within bounds, and all other TOML as Python reads it."""

import time
import tomllib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import toml_text
from claimx.toml_text import MAX_DOTS, parse_toml, read_toml

DEEP = ".a" * 60_000
DOTS = "x." * 300

HOSTILE = [
    f"k{DEEP} = 1",
    f"[k{DEEP}]",
    f"[[k{DEEP}]]",
    f"t = {{k{DEEP} = 1}}",
    "k" + ' . "a"' * 20_000 + " = 1",
    "k" + ".''" * 20_000 + " = 1",
    f'a = "#"\nk{DEEP} = 1',
    f'a = """x""""\nk{DEEP} = 1',
    f't = {{a = """x"""", k{DEEP} = 1, c = "y"}}',
    f"t = {{a = '''x'''', k{DEEP} = 1, c = 'y'}}",
    f't = {{a = "\\"", k{DEEP} = 1, c = "y"}}',
    f't = {{a = """\\"""""", k{DEEP} = 1, c = "y"}}',
    "\n".join(f"k{number}{'.a' * 5000} = 1" for number in range(10)),
]
HARMLESS = [
    f'a = "{DOTS}"',
    f"a = '{DOTS}'",
    f'a = """\n{DOTS}\n"{DOTS}"\n"""',
    f"a = '''{DOTS}'''",
    f"a = 1  # {DOTS}",
    f'a = ["{DOTS}", "\\"{DOTS}", """{DOTS}""""]',
    "a.b.c = 1\n" * 1 + "\n".join(f"[t{number}.a.b]\nc.d = 1" for number in range(200)),
    "a = [" + ", ".join(f'"story-{number}.txt"' for number in range(500)) + "]",
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:20])
def test_a_key_of_many_parts_is_refused_at_once(text: str) -> None:
    began = time.process_time()

    with pytest.raises(ValueError, match=r"dots in a row of keys \(at line \d+"):
        parse_toml(text)

    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: text[:20])
def test_dots_of_words_and_of_many_keys_are_not(text: str) -> None:
    assert parse_toml(text) == tomllib.loads(text)


def test_the_line_is_said() -> None:
    with pytest.raises(ValueError, match="at line 4,"):
        parse_toml(f'a = """\n\n"""\nb{".a" * (MAX_DOTS + 1)} = 1')


PIECES = [
    "a",
    ".",
    "=",
    '"',
    "'",
    '"""',
    "'''",
    "\\",
    "#",
    "\n",
    "[",
    "]",
    "{",
    "}",
    "1",
    " ",
    ",",
    "b.c",
    '""',
    "\r\n",
]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_what_python_reads_is_read_alike(text: str) -> None:
    with suppress(ValueError, RecursionError):
        expected = tomllib.loads(text)
        assert parse_toml(text) == expected


QUOTES = st.lists(st.sampled_from(['"', "'", '"""', "'''", "\\", "#", "x", ", y = ", "\n", " "]), max_size=8).map(
    "".join
)


@settings(max_examples=400)
@given(QUOTES, QUOTES)
def test_no_quotes_hide_a_key(before: str, after: str) -> None:
    key = "k" + ".b" * (MAX_DOTS + 1)
    for text in (f"t = {{a = {before}, {key} = {after}}}", f"a = {before}\n{key} = {after}"):
        with suppress(ValueError, RecursionError):
            if f"k{'.b' * 9}" not in str(_keys(tomllib.loads(text))):
                continue
            with pytest.raises(ValueError, match="dots"):
                parse_toml(text)


def _keys(held: object, name: str = "") -> list[str]:
    """The keys of all tables, dotted."""
    if not isinstance(held, dict):
        return [name]
    return [each for key, value in held.items() for each in _keys(value, f"{name}.{key}".lstrip("."))]


def test_a_file_is_bounded(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\n")
    assert read_toml(path) == {"a": 1, "b": 2}

    monkeypatch.setattr(toml_text, "MAX_TOML_BYTES", 5)
    with pytest.raises(OSError, match="larger than the limit of 5 bytes"):
        read_toml(path)


def test_values_nested_too_deeply_and_huge_numbers() -> None:
    with pytest.raises(RecursionError):
        parse_toml("a = " + "[" * 100_000)
    with pytest.raises(ValueError, match="digits"):
        parse_toml("a = " + "9" * 10_000)
