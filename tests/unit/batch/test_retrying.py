"""What ran out of time or memory is tried again in its place: the folder is that of a run that had the larger limit."""

import json
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from builders import make_extraction
from hypothesis import given
from hypothesis import strategies as st
from killed import killed_at

from claimx.batch.folder import DEAD, FOUND
from claimx.batch.manifest import PARTS
from claimx.batch.resumable import How, Totals, run
from claimx.batch.rows import ResultRow, left_out_row, row_of
from claimx.batch.run_settings import RunSettings
from claimx.batch.status import read_status
from claimx.errors import ClaimxError
from claimx.records import ErrorInput, ErrorRecord, make_article
from claimx.sources import Loaded

Item = Loaded | ErrorRecord


def settings(chars: int = 100, form: str = "jsonl") -> RunSettings:
    read = {"max_article_chars": chars, "max_file_bytes": 1000}
    return RunSettings(read=read, versions={"claimx": "1"}, format=form, part_size=3)


def inputs(lengths: Iterable[int], chars: int = 100) -> list[Item]:
    """An article for each length; too long ones are refused where they are read, and empty ones always."""
    return [make_input(number, length, chars) for number, length in enumerate(lengths)]


def make_input(number: int, length: int, chars: int) -> Item:
    place = ErrorInput(path=f"{number}.txt")
    if length == 0:
        return ErrorRecord(input=place, code="CX902", message="it is empty", remedy="fill it")
    if length > chars:
        return ErrorRecord(input=place, code="CX904", message=f"more than {chars}", remedy="raise the limit")
    return Loaded(make_article(f"{number} " + "x" * length, id=f"a{number}", path=f"{number}.txt"))


def reader(seconds: int, read: list[str] | None = None) -> Callable[[Iterable[Item]], Iterator[ResultRow]]:
    """Reads an article in as many seconds as it is long, and leaves out those that are one long."""

    def rows(items: Iterable[Item]) -> Iterator[ResultRow]:
        for each in items:
            if isinstance(each, ErrorRecord):
                yield row_of(each)
                continue
            article = each.article
            if read is not None:
                read.append(article.id)
            length = len(article.text or "") - 2
            if length > seconds:
                place = ErrorInput(path=article.path, id=article.id)
                yield row_of(ErrorRecord(input=place, code="CX992", message="it took too long", remedy="wait"))
            elif length == 1:
                yield left_out_row("length", name=article.id)
            else:
                yield row_of(make_extraction(article=article))

    return rows


def written(folder: Path) -> dict[str, object]:
    """All that a run wrote, but for how long it took."""
    found: dict[str, object] = {
        f"{kind}/{file.name}": file.read_bytes() for kind in (FOUND, DEAD) for file in sorted((folder / kind).iterdir())
    }
    lines = {}
    for line in map(json.loads, (folder / PARTS).read_bytes().splitlines()):
        line.pop("seconds", None)
        lines[line.get("part")] = line
    return {**found, "lines": lines}


LENGTHS = (20, 5, 0, 30, 1, 5, 60, 5, 5, 5, 5, 5, 50)
"""Four articles are too long for ten seconds, each with other things around it; the fourth part has none of them."""


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_it_equals_a_run_that_had_the_larger_limit_and_reads_nothing_else(tmp_path, form):
    if form == "parquet":
        pytest.importorskip("pyarrow")
    run(inputs(LENGTHS), tmp_path / "once", settings(form=form), reader(100))
    run(inputs(LENGTHS), tmp_path / "again", settings(form=form), reader(10))
    read: list[str] = []

    totals = run(inputs(LENGTHS), tmp_path / "again", settings(form=form), reader(100, read), How(retry=True))

    assert read == ["a0", "a3", "a6", "a12"]
    assert written(tmp_path / "again") == written(tmp_path / "once")
    assert (totals.kept, totals.retried, totals.mended, totals.failed, totals.again) == (1, 4, 4, 1, 0)


def test_what_fails_again_stays_a_dead_letter_and_may_be_tried_once_more(tmp_path):
    run(inputs(LENGTHS), tmp_path / "once", settings(), reader(40))
    run(inputs(LENGTHS), tmp_path / "again", settings(), reader(10))

    totals = run(inputs(LENGTHS), tmp_path / "again", settings(), reader(40), How(retry=True))

    assert written(tmp_path / "again") == written(tmp_path / "once")
    assert (totals.retried, totals.mended, totals.failed, totals.again) == (4, 2, 3, 2)
    assert read_status(tmp_path / "again").again == 2


def test_without_being_asked_nothing_is_tried_again(tmp_path):
    run(inputs(LENGTHS), tmp_path, settings(), reader(10))
    before, read = written(tmp_path), []

    totals = run(inputs(LENGTHS), tmp_path, settings(), reader(100, read))

    assert read == []
    assert written(tmp_path) == before
    assert (totals.kept, totals.again) == (5, 4)


def test_what_an_earlier_run_did_not_come_to_is_read_as_well(tmp_path):
    run(inputs(LENGTHS), tmp_path / "once", settings(), reader(100))
    run(inputs(LENGTHS[:5]), tmp_path / "again", settings(), reader(10))

    run(inputs(LENGTHS), tmp_path / "again", settings(), reader(100), How(retry=True))

    assert written(tmp_path / "again") == written(tmp_path / "once")


def test_a_larger_limit_of_length_reads_what_was_too_long_and_nothing_else(tmp_path):
    run(inputs(LENGTHS, 70), tmp_path / "once", settings(70), reader(100))
    run(inputs(LENGTHS, 40), tmp_path / "again", settings(40), reader(100))
    read: list[str] = []

    run(inputs(LENGTHS, 70), tmp_path / "again", settings(70), reader(100, read), How(retry=True))

    assert read == ["a6", "a12"]
    assert written(tmp_path / "again") == written(tmp_path / "once")


def test_a_larger_limit_is_refused_unless_what_was_too_large_is_tried_again(tmp_path):
    run(inputs(LENGTHS, 40), tmp_path, settings(40), reader(100))

    with pytest.raises(ClaimxError, match="max_article_chars was 40 and is 70") as caught:
        run(inputs(LENGTHS, 70), tmp_path, settings(70), reader(100))

    assert "--retry-failed to read what was too large" in caught.value.remedy


@pytest.mark.parametrize("other", [settings(30), settings(70).model_copy(update={"part_size": 5})])
def test_a_smaller_limit_and_other_settings_are_refused_all_the_same(tmp_path, other):
    run(inputs(LENGTHS, 40), tmp_path, settings(40), reader(100))

    with pytest.raises(ClaimxError, match="begun with other settings") as caught:
        run(inputs(LENGTHS), tmp_path, other, reader(100), How(retry=True))

    assert "--restart to read everything anew" in caught.value.remedy


@pytest.mark.parametrize("file", [f"{FOUND}/part-000000.jsonl", f"{DEAD}/part-000000.jsonl"])
@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"{}\n" * 2)], ids=["gone", "changed"])
def test_a_part_whose_files_were_changed_is_read_anew(tmp_path, file, harm):
    run(inputs(LENGTHS), tmp_path / "once", settings(), reader(100))
    run(inputs(LENGTHS), tmp_path / "again", settings(), reader(10))
    harm(tmp_path / "again" / file)
    read: list[str] = []

    run(inputs(LENGTHS), tmp_path / "again", settings(), reader(100, read), How(retry=True))

    assert read[:2] == ["a0", "a1"]
    assert written(tmp_path / "again") == written(tmp_path / "once")


@given(
    lengths=st.lists(st.sampled_from([0, 1, 5, 20, 30, 200]), max_size=12),
    first=st.integers(1, 40),
    later=st.integers(1, 40),
    chars=st.sampled_from([25, 100]),
)
def test_whatever_fails_and_wherever(tmp_path_factory, lengths, first, later, chars):
    folder = tmp_path_factory.mktemp("retry")
    later = max(first, later)
    run(inputs(lengths), folder / "once", settings(), reader(later))
    run(inputs(lengths, chars), folder / "again", settings(chars), reader(first))

    run(inputs(lengths), folder / "again", settings(), reader(later), How(retry=True))

    assert written(folder / "again") == written(folder / "once")


@pytest.mark.skipif(os.name != "posix", reason="the test forks")
def test_killed_at_every_moment_and_resumed_it_equals_a_run_that_had_the_larger_limit(tmp_path):
    lengths = (20, 5, 0, 30, 1)
    run(inputs(lengths), tmp_path / "once", settings(), reader(100))
    moments = 0
    while True:
        folder = tmp_path / f"killed-{moments}"
        run(inputs(lengths), folder, settings(), reader(10))
        if not killed_at(moments, retry, lengths, folder):
            break
        retry(lengths, folder)
        assert written(folder) == written(tmp_path / "once"), f"killed at moment {moments}"
        moments += 1

    assert moments > 20


def retry(lengths: Iterable[int], folder: Path) -> Totals:
    return run(inputs(lengths), folder, settings(), reader(100), How(retry=True))
