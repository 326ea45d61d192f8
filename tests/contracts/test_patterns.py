"""No pattern of claimx takes more than linear time, whatever it is given to read.

Every pattern is caught where it is compiled, those made of the words of the lexicon too. Each is tried with strings of
its own parts: what leads to a repeat, then what is repeated over and over, then an end that it cannot take.
"""

import ast
import json
import os
import re
import re._constants as sre
import re._parser as parser
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path

import compiled_patterns
import pytest

import claimx
from claimx.pipeline.parts.wording import load_part_wording

PACKAGE = Path(claimx.__file__).parent
SOURCES = {path: path.read_text(encoding="utf-8") for path in sorted(PACKAGE.rglob("*.py"))}

SEARCHED, MATCHED = frozenset({"search"}), frozenset({"match"})
USE = r"(?:\([^()]*\))?(?:\[[^\]]*\])?\.(search|finditer|findall|subn?|split|match|fullmatch)\("
WINDOWS = {("textual/dates.py", "_opened"): 48}
"""Patterns that are only given so many code points, which their callers cut out."""

OF_WHOLE_WORDS = frozenset(
    {
        ("compare/shares.py", "_one_by_one"),
        ("lexicon/examples.py", "_counted_as_told"),
        ("pipeline/scope/where_of.py", "_whole"),
    }
)
"""Patterns of words as they stand and nothing that repeats, made only where an article leads there."""

SIZES = (24, 250, 1000)
"""Characters. A pattern that doubles its time with each is found at the first, a cubic one at the second."""
NOTICED = 0.002
"""Seconds; a linear pattern takes some hundredths of a millisecond for a thousand characters, a quadratic one this."""
HANGS = 0.05
GROWTH = 4
MOST = 8.0
"""A string four times as long takes four times as long, and a quadratic pattern takes sixteen times."""
TRIES = 4
ENDS = ("", "\0")
FILLERS = (" ", "a", "A", "1", ".", ",", "-", "\n", '"', "’", "(", "<", "a ", "1 ", "A. ", "\n ", "a-")


@dataclass(frozen=True)
class Pattern:
    """A pattern, and whether it is only tried at one place (`match`) or at each (`search`)."""

    written: str
    is_bytes: bool
    flags: int
    file: str
    name: str

    def __str__(self) -> str:
        return f"{self.file}:{self.name}:{self.written[:40]}"

    @cached_property
    def uses(self) -> frozenset[str]:
        if self.name.startswith("re."):
            found = {self.name.removeprefix("re.")}
        else:
            name = FIELDS.get(self.written, self.name)
            module = "claimx." + self.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            places = [text for path, text in SOURCES.items() if path == PACKAGE / self.file or module in text]
            places = list(SOURCES.values()) if self.written in FIELDS else places
            found = {use for place in places for use in re.findall(rf"\b{re.escape(name)}{USE}", place)}
        return MATCHED if found and found <= {"match", "fullmatch"} else SEARCHED  # handed on, it may be searched for

    @cached_property
    def expression(self) -> re.Pattern[str] | re.Pattern[bytes]:
        return re.compile(self.written.encode("latin-1") if self.is_bytes else self.written, self.flags)

    def seconds(self, text: str) -> float:
        """Processor time of using it on a text."""
        expression = self.expression
        given: str | bytes = text.encode("latin-1", "replace") if self.is_bytes else text
        began = time.process_time()
        if self.uses == SEARCHED:
            expression.sub(b"" if self.is_bytes else "", given)  # type: ignore[type-var]
        else:
            expression.match(given)  # type: ignore[type-var]
            expression.fullmatch(given)  # type: ignore[type-var]
        return time.process_time() - began


def _collected() -> list[Pattern]:
    script = Path(compiled_patterns.__file__)
    there = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, check=True, env=there)
    return [Pattern(*row) for row in json.loads(done.stdout)]


FIELDS = {getattr(load_part_wording(), each.name).pattern: each.name for each in fields(load_part_wording())}
PATTERNS = _collected()


def attacks(tree: Sequence[tuple[object, object]], lead: str = "") -> Iterator[tuple[str, str]]:
    """What leads to each repeat that may go on for long, and what it repeats."""
    for place, (kind, inner) in enumerate(tree):
        before = lead + sample(tree[:place])
        if kind in REPEATS:
            _, most, body = inner
            if most > 16:  # fewer are soon over
                yield from ((before, piece) for piece in pieces(body))
            yield from attacks(body, before)
        elif kind is sre.SUBPATTERN:
            yield from attacks(inner[3], before)
        elif kind is sre.ATOMIC_GROUP:
            yield from attacks(inner, before)
        elif kind in (sre.ASSERT, sre.ASSERT_NOT):
            yield from attacks(inner[1], before)
        elif kind is sre.BRANCH:
            for branch in inner[1][:MOST_BRANCHES]:
                yield from attacks(branch, before)


REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
MOST_BRANCHES = 12
"""Of the words of a list, which differ only in their letters."""


def pieces(body: Sequence[tuple[object, object]]) -> set[str]:
    """What a repeat may repeat: each branch, each sort of character."""
    found = {sample(body)}
    for kind, inner in body:
        if kind is sre.IN:
            found |= {character([each]) for each in inner if each[0] is not sre.NEGATE}
        elif kind is sre.SUBPATTERN and len(inner[3]) == 1 and inner[3][0][0] is sre.BRANCH:
            found |= {sample(branch) for branch in inner[3][0][1][1][:MOST_BRANCHES]}
        elif kind is sre.BRANCH:
            found |= {sample(branch) for branch in inner[1][:MOST_BRANCHES]}
    return found - {""}


def sample(tree: Sequence[tuple[object, object]]) -> str:
    """A short string that a piece of a pattern takes."""
    out = []
    for kind, inner in tree:
        if kind is sre.LITERAL:
            out.append(chr(inner))
        elif kind in (sre.NOT_LITERAL, sre.ANY):
            out.append("b")
        elif kind is sre.IN:
            out.append(character(inner))
        elif kind is sre.BRANCH:
            out.append(sample(inner[1][0]))
        elif kind is sre.SUBPATTERN:
            out.append(sample(inner[3]))
        elif kind is sre.ATOMIC_GROUP:
            out.append(sample(inner))
        elif kind in REPEATS:
            out.append(sample(inner[2]) * inner[0])
    return "".join(out)


def character(members: Sequence[tuple[object, object]]) -> str:
    """A character of a set."""
    first, inner = members[0]
    if first is sre.NEGATE:
        taken = re.compile(_set_of(members[1:]))
        return next((each for each in "a 1.~\n" if not taken.fullmatch(each)), "é")
    if first is sre.LITERAL:
        return chr(inner)
    if first is sre.RANGE:
        return chr(inner[0])
    return {
        sre.CATEGORY_DIGIT: "1",
        sre.CATEGORY_SPACE: " ",
        sre.CATEGORY_NOT_WORD: "-",
    }.get(inner, "a")


def _set_of(members: Sequence[tuple[object, object]]) -> str:
    """The members of a set as a set without what it may not be."""
    written = []
    for kind, inner in members:
        if kind is sre.LITERAL:
            written.append(re.escape(chr(inner)))
        elif kind is sre.RANGE:
            written.append(f"{re.escape(chr(inner[0]))}-{re.escape(chr(inner[1]))}")
        else:
            names = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}
            sort = str(inner).rpartition("_")[2]
            written.append("\\" + (names[sort].upper() if "NOT" in str(inner) else names[sort]))
    return f"[{''.join(written)}]"


def hostile(pattern: Pattern) -> set[tuple[str, str]]:
    tree = list(parser.parse(pattern.written, pattern.flags & ~re.UNICODE if pattern.is_bytes else pattern.flags))
    found = set(attacks(tree))
    whole = sample(tree)
    return {*found, *(("", lead + body) for lead, body in found), ("", whole), *(("", each) for each in FILLERS)} - {
        ("", "")
    }


@pytest.mark.parametrize("pattern", PATTERNS, ids=str)
def test_a_pattern_takes_linear_time(pattern: Pattern) -> None:
    for lead, body in sorted(hostile(pattern)):
        for end in ENDS:
            assert not grows(pattern, lead, body, end), f"{lead!r}, then {body!r} over and over, then {end!r}"


def grows(pattern: Pattern, lead: str, body: str, end: str) -> bool:
    """Whether time grows faster than length, as often as it is measured: another process may take some of it once."""
    longest = WINDOWS.get((pattern.file, pattern.name), SIZES[-1])
    for size in SIZES:
        if size > longest:
            return False
        if pattern.seconds(filled(lead, body, end, size)) > NOTICED:
            return all(ratio(pattern, lead, body, end, size) > MOST for _ in range(TRIES))
    return False


def ratio(pattern: Pattern, lead: str, body: str, end: str, size: int) -> float:
    """How much longer a string takes that is longer, by as much as is sooner measured than waited for."""
    short, long = (filled(lead, body, end, length) for length in (size, GROWTH * size))
    one = min(pattern.seconds(short) for _ in range(2))
    if one > HANGS:
        return one / NOTICED
    return min(pattern.seconds(long) for _ in range(2)) / max(one, NOTICED / GROWTH)


def filled(lead: str, body: str, end: str, size: int) -> str:
    return lead + body * (size // len(body)) + end


def test_quadratic_patterns_are_found() -> None:
    for written in (r"\s+$", r"(?:a|a)*b", r"\w+\s*:", r"(?:[A-Z][\w-]+)\s+and"):
        pattern = Pattern(written, is_bytes=False, flags=32, file="x.py", name="re.search")
        assert any(grows(pattern, *attack, end) for attack in sorted(hostile(pattern)) for end in ENDS), written


def test_every_place_that_makes_a_pattern_was_reached() -> None:
    reached = {(pattern.file, pattern.name) for pattern in PATTERNS}
    made = {
        (path.relative_to(PACKAGE).as_posix(), compiled_patterns.name_of(tree, node.lineno))
        for path, source in SOURCES.items()
        for tree in (ast.parse(source),)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
    }

    assert made - reached <= OF_WHOLE_WORDS
