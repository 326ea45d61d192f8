"""A large run without a pipeline: its inputs, what reads them, and what it wrote."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from builders import make_extraction

from claimx.batch.folder import DEAD, FOUND
from claimx.batch.manifest import PARTS
from claimx.batch.resumable import How, Totals, run
from claimx.batch.rows import ResultRow, row_of
from claimx.batch.run_settings import SETTINGS, RunSettings
from claimx.records import ErrorInput, ErrorRecord, make_article
from claimx.sources import Loaded

SETTINGS_OF_ALL = RunSettings(read={"quantities": False}, versions={"claimx": "1"}, format="jsonl", part_size=3)


BROKEN = ErrorRecord(input=ErrorInput(path="c.txt"), code="CX902", message="it is empty", remedy="fill it")


def inputs(number: int = 7) -> list[Loaded | ErrorRecord]:
    """Articles, the third of which could not be read."""
    articles: list[Loaded | ErrorRecord] = [
        Loaded(make_article(f"The mayor counted {n}.", id=f"a{n}")) for n in range(number)
    ]
    return [*articles[:2], BROKEN, *articles[2:]]


def rows(items: Iterable[Loaded | ErrorRecord]) -> Iterator[ResultRow]:
    """What a pool would make of them, without a pipeline."""
    for each in items:
        yield row_of(make_extraction(article=each.article) if isinstance(each, Loaded) else each)


def no_rows(items: Iterable[Loaded | ErrorRecord]) -> Iterator[ResultRow]:
    """For a run in which nothing is left to read."""
    for _ in items:
        pytest.fail("an article was read again")
    yield from ()


def read(folder: Path, number: int = 7, **options: object) -> Totals:
    return run(inputs(number), folder, SETTINGS_OF_ALL, rows, How(**options))


def written(folder: Path) -> dict[str, bytes]:
    """All that a run wrote, but for how long it took."""
    files = {
        f"{file.parent.name}/{file.name}": file.read_bytes()
        for kind in (FOUND, DEAD)
        for file in sorted((folder / kind).iterdir())
    }
    lines = [json.loads(line) for line in (folder / PARTS).read_bytes().splitlines()]
    timeless = [{key: value for key, value in line.items() if key != "seconds"} for line in lines]
    return {**files, PARTS: json.dumps(timeless).encode(), SETTINGS: (folder / SETTINGS).read_bytes()}
