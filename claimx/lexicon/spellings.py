"""Spellings that are one when two outlets quote the same words."""

from collections.abc import Mapping
from functools import cache

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries


class SpellingEntry(Entry):
    """Ways to write one thing; `fires` are pairs "A / B" of one quotation, `silent` pairs of two.

    Attributes:
        same: Lists of which each holds ways to write one thing; the first stands for all.
        endings: Pairs of endings of longer words; the first stands for both.
        skipped: What a reporter leaves out of a quotation without changing it.
    """

    same: tuple[tuple[str, ...], ...] = ()
    endings: tuple[tuple[str, str], ...] = ()
    skipped: tuple[str, ...] = ()


@cache
def spelling_entries() -> tuple[SpellingEntry, ...]:
    """The entries of `spellings.toml`.

    Raises:
        LexiconError: If the file is malformed.
    """
    return read_entries(lexicon_folder() / "spellings.toml", SpellingEntry)


@cache
def one_spelling() -> Mapping[str, str]:
    """What stands for each way to write something; nothing for what is skipped."""
    entries = spelling_entries()
    same = {other: each[0] for entry in entries for each in entry.same for other in each[1:]}
    return same | {word: "" for entry in entries for word in entry.skipped}


@cache
def one_ending() -> tuple[tuple[str, str], ...]:
    """Endings with what stands for them, the longest first."""
    found = {other: first for entry in spelling_entries() for first, other in entry.endings}
    return tuple(sorted(found.items(), key=lambda each: (-len(each[0]), each[0])))
