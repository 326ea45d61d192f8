"""The text of a baseline: written anew where there is none, and else edited so that comments and order stay."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from claimx.records.accepted import Accepted

TABLE = "accepted"
HEAD = """# Findings that claimx does not show again: `claimx baseline update` adds to them, `audit` checks them.
"""
KEYS = ("fingerprint", "verdict", "reason", "by", "until", "code", "message")
HEADER = re.compile(rf"\s*\[\[\s*{TABLE}\s*\]\]\s*(?:#.*)?")


@dataclass(frozen=True, slots=True)
class _Block:
    """An entry as it stands in the file.

    Attributes:
        loose: Lines before it that are about no entry: they stay when it goes.
        lead: Comments right above it.
        body: The table itself.
        fingerprint: The entry's.
    """

    loose: str
    lead: str
    body: str
    fingerprint: str


def write_baseline(entries: Iterable[Accepted]) -> str:
    """The text of a new baseline: one table for each entry, by code and fingerprint."""
    return HEAD + "".join(map(_write_entry, _sorted(entries)))


def edit_baseline(text: str, before: Sequence[Accepted], after: Sequence[Accepted]) -> str:
    """The text of a baseline with other entries.

    Comments and order stay, and so do entries that have not changed, to the letter. New entries come last. A file that
    does not hold one table under `[[accepted]]` for each entry is written anew.

    Args:
        text: The file.
        before: The entries that it holds, in its order.
        after: Those that it is to hold.
    """
    split = _split(text, before)
    if split is None:
        return write_baseline(after)
    blocks, tail = split
    wanted = {entry.fingerprint: entry for entry in after}
    written = [
        block.loose + _edited(block, old, wanted.get(block.fingerprint))
        for block, old in zip(blocks, before, strict=True)
    ]
    kept = "".join(written) + tail
    known = {entry.fingerprint for entry in before}
    new = "".join(_write_entry(entry) for entry in _sorted(after) if entry.fingerprint not in known)
    return f"{kept}\n{new}" if new and kept and not kept.endswith("\n") else kept + new


def _edited(block: _Block, old: Accepted, new: Accepted | None) -> str:
    if new is None:
        return ""
    if new == old:
        return block.lead + block.body
    remarks = "".join(line for line in block.body.splitlines(keepends=True) if line.lstrip().startswith("#"))
    return block.lead + remarks + _write_entry(new).removeprefix("\n")


def _split(text: str, entries: Sequence[Accepted]) -> tuple[list[_Block], str] | None:
    """The file as blocks, and what comes after the last; None where it is written in another form.

    A line in a string of several lines may look like the head of a table, so that every block is read again.
    """
    lines = text.splitlines(keepends=True)
    heads = [place for place, line in enumerate(lines) if HEADER.fullmatch(line.rstrip("\r\n"))]
    blocks, last = [], 0
    for head, following in pairwise([*heads, len(lines)]):
        start = head
        while start > last and lines[start - 1].lstrip().startswith("#"):
            start -= 1
        end = following
        while end > head and (not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#")):
            end -= 1
        name = _fingerprint_in("".join(lines[head:end]))
        if name is None:
            return None
        blocks.append(_Block("".join(lines[last:start]), "".join(lines[start:head]), "".join(lines[head:end]), name))
        last = end
    if [block.fingerprint for block in blocks] != [entry.fingerprint for entry in entries]:
        return None
    return blocks, "".join(lines[last:])


def _fingerprint_in(body: str) -> str | None:
    """The fingerprint of the one entry that some lines are; None where they are anything else."""
    try:
        held = tomllib.loads(body)
    except tomllib.TOMLDecodeError:
        return None
    tables = held.get(TABLE)
    if not isinstance(tables, list) or len(tables) != 1 or len(held) != 1:
        return None
    return str(tables[0].get("fingerprint", ""))


def _sorted(entries: Iterable[Accepted]) -> list[Accepted]:
    return sorted(entries, key=lambda entry: (entry.code or "", entry.fingerprint))


def _write_entry(entry: Accepted) -> str:
    held = ((key, getattr(entry, key)) for key in KEYS)
    lines = [f"{key} = {_quote(value)}\n" for key, value in held if value is not None]
    if entry.figures:
        lines.append(f"figures = [{', '.join(map(_quote, entry.figures))}]\n")
    return f"\n[[{TABLE}]]\n{''.join(lines)}"


def _quote(value: str) -> str:
    """A TOML string: what would end it or cannot stand in it is escaped."""
    named = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    shown = (
        named.get(each) or (f"\\u{ord(each):04X}" if ord(each) < 32 or ord(each) == 127 else each)  # noqa: PLR2004 - control characters
        for each in value
        if not 0xD800 <= ord(each) <= 0xDFFF  # noqa: PLR2004 - half characters, which no file in UTF-8 can hold
    )
    return f'"{"".join(shown)}"'
