"""Packs: folders of TOML files with which a user gives claimx the words of another domain."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from claimx.errors import LexiconError
from claimx.opening import open_input
from claimx.toml_text import parse_toml

MAX_FILE_BYTES = 1024 * 1024
MAX_FILES = 200
"""Of one pack; both keep a mistaken folder from being read for minutes."""

Kind = Literal["entry", "metric", "noun", "population", "cue_verb", "cue_noun", "cue_phrase", "speaker_noun"]
KINDS: tuple[Kind, ...] = get_args(Kind)
EntryName = tuple[Kind, str]
"""Kind and id: two kinds may use one id."""

NO_WORDS = frozenset({"fires", "silent", "complements", "broader", "disjoint"})
"""Lists of sentences and of names; all others hold words."""
ALONE = frozenset({"phrase", "same"})
"""Fields that hold one wording; other fields that hold no list are names."""
LONGEST_WORDING, MOST_WORDS = 60, 6
NO_PLAIN_WORDS = re.compile(r"[^\w '’:.&/+-]|_|^\W|\s\s|\s$|(?:^|:)(?:.?)(?:$|:)")
"""Brackets, stars and the like would promise patterns; words are looked up as they stand."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a pack.

    Attributes:
        kind: The name of its array: `[[entry]]` is an entry of the metric lexicon, `[[cue_verb]]` one of the cue verbs.
        fields: What it holds.
        file: The file, as messages name it.
        name: Its id, or its number where it has none.
    """

    kind: Kind
    fields: Mapping[str, object]
    file: str
    name: str

    @property
    def place(self) -> str:
        """Where it stands, as messages name it."""
        return f"{self.file}, {self.kind} {self.name}"


@dataclass(frozen=True)
class Pack:
    """A folder that was read; two packs with the same bytes are equal.

    Attributes:
        path: The folder as the user named it.
        folder: The folder, wherever the process stands.
        digest: Hash of the names and the bytes of its files.
        tables: Its tables, in order of the files' names.
    """

    path: str = field(compare=False)
    folder: str = field(compare=False)
    digest: str
    tables: tuple[Table, ...] = field(compare=False, repr=False)


def read_packs(paths: Iterable[str | os.PathLike[str]]) -> tuple[Pack, ...]:
    """Read packs in the order given; of one that is given twice, the first.

    Args:
        paths: Folders of TOML files.

    Raises:
        LexiconError: If a folder or a file cannot be read, is too large, or is no TOML of the form of a pack.
    """
    packs: dict[str, Pack] = {}
    for path in [paths] if isinstance(paths, str) else paths:  # a string is an iterable of strings too
        pack = _read_pack(Path(path), os.fspath(path))
        packs.setdefault(pack.digest, pack)
    return tuple(packs.values())


def _read_pack(folder: Path, shown: str) -> Pack:
    digest = hashlib.sha256()
    tables: list[Table] = []
    for file in _files_of(folder, shown):
        content = _content_of(file)
        digest.update(f"{len(file.name)} {len(content)} {file.name}\0".encode() + content)
        tables += _tables_of(content, str(file))
    return Pack(shown, str(folder.absolute()), digest.hexdigest(), tuple(tables))


def _files_of(folder: Path, shown: str) -> list[Path]:
    try:
        found = [each for each in folder.iterdir() if each.suffix == ".toml" and not each.name.startswith(".")]
        files = sorted(each for each in found if each.is_file())
    except NotADirectoryError as err:
        raise LexiconError(f"{shown}: this is no folder", remedy="give the folder that holds the TOML files") from err
    except (OSError, ValueError) as err:
        what = err.strerror if isinstance(err, OSError) else err
        raise LexiconError(f"{shown}: it cannot be read: {what}", remedy="give a folder of TOML files") from err
    if not files:
        raise LexiconError(f"{shown}: there is no .toml file in it", remedy="give the folder that holds the TOML files")
    if len(files) > MAX_FILES:
        raise LexiconError(
            f"{shown}: it holds {len(files)} TOML files, and {MAX_FILES} is the limit", remedy="put entries together"
        )
    return files


def _content_of(file: Path) -> bytes:
    try:
        with open_input(file) as stream:
            content = stream.read(MAX_FILE_BYTES + 1)
    except OSError as err:
        raise LexiconError(f"{file}: it cannot be read: {err.strerror}", remedy="check its permissions") from err
    if len(content) > MAX_FILE_BYTES:
        raise LexiconError(
            f"{file}: it is larger than the limit of {MAX_FILE_BYTES:,} bytes", remedy="split it into several files"
        )
    return content


def _tables_of(content: bytes, file: str) -> Iterator[Table]:
    try:
        parsed = parse_toml(content.decode("utf-8-sig"))
    except UnicodeDecodeError as err:
        raise LexiconError(f"{file}: it is not UTF-8", remedy="save it as UTF-8") from err
    except (ValueError, RecursionError) as err:
        reason = "it is nested too deeply" if isinstance(err, RecursionError) else err
        raise LexiconError(f"{file}: {reason}", remedy="mend the TOML of this file") from err
    for kind in parsed:
        if kind not in KINDS:
            known = ", ".join(f"[[{each}]]" for each in KINDS)
            raise LexiconError(f"{file}: a pack has no {kind!r}", remedy=f"use {known}")
    for kind in KINDS:
        tables = parsed.get(kind, [])
        if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
            raise LexiconError(f"{file}: {kind!r} is no list of tables", remedy=f"write [[{kind}]] above each")
        for number, table in enumerate(tables, 1):
            name = table.get("id")
            yield Table(kind, table, file, name if isinstance(name, str) else f"number {number}")


def check_words(table: Table) -> None:
    """Hold a table's words to what a text may hold in lower case: no patterns, no sentences.

    Raises:
        LexiconError: At the first word that is none.
    """
    for name, words in table.fields.items():
        if name in NO_WORDS or not (isinstance(words, list) or name in ALONE):
            continue
        for word in words if isinstance(words, list) else [words]:
            if isinstance(word, str):
                _check_word(word, f"{table.place}: {name}: ")


def _check_word(word: str, place: str) -> None:
    shown = repr(word[: LONGEST_WORDING + 1])
    if len(word) > LONGEST_WORDING or word.count(" ") >= MOST_WORDS:
        raise LexiconError(
            f"{place}{shown} is too long", remedy=f"give up to {MOST_WORDS} words and {LONGEST_WORDING} characters"
        )
    if NO_PLAIN_WORDS.search(word):
        raise LexiconError(
            f"{place}{shown} is no plain word",
            remedy="write words of two letters or more as texts have them; a pack holds no patterns",
        )
    if word != word.lower():
        raise LexiconError(f"{place}{shown} has capitals", remedy="write it in lower case; it fires on capitals too")
