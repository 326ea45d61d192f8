"""A run that is killed at any moment and begun again has written what one run would have."""

import errno
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from builders import make_extraction
from hypothesis import given
from hypothesis import strategies as st
from killed import failing_at, killed_at

from claimx.batch import durable, resumable
from claimx.batch.durable import UNFINISHED
from claimx.batch.folder import DEAD, FOUND
from claimx.batch.locking import LOCK, hold
from claimx.batch.manifest import PARTS, Manifest
from claimx.batch.resumable import How, Totals, run
from claimx.batch.rows import ResultRow, row_of
from claimx.batch.run_settings import SETTINGS, RunSettings
from claimx.batch.status import read_status
from claimx.errors import ClaimxError
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


def test_articles_are_in_parts_and_what_could_not_be_read_is_apart(tmp_path):
    totals = read(tmp_path)

    parts = [file.read_text().splitlines() for file in sorted((tmp_path / FOUND).iterdir())]
    assert [[json.loads(line)["article"]["id"] for line in part] for part in parts] == [
        ["a0", "a1"],
        ["a2", "a3", "a4"],
        ["a5", "a6"],
    ]
    [dead] = (tmp_path / DEAD).iterdir()
    assert json.loads(dead.read_text())["input"]["path"] == "c.txt"
    assert (totals.parts, totals.kept, totals.articles, totals.failed) == (3, 0, 7, 1)


def test_what_is_done_is_not_read_again(tmp_path):
    read(tmp_path)
    once = written(tmp_path)

    totals = run(inputs(), tmp_path, SETTINGS_OF_ALL, no_rows)

    assert (totals.parts, totals.kept, totals.articles, totals.failed) == (3, 3, 7, 1)
    assert written(tmp_path) == once


@pytest.mark.skipif(os.name != "posix", reason="the test forks")
def test_killed_at_every_moment_and_resumed_it_equals_one_run(tmp_path):
    read(tmp_path / "once", 4)
    moments = 0
    while True:
        folder = tmp_path / f"killed-{moments}"
        if not killed_at(moments, read, folder, 4):
            break
        read(folder, 4)
        assert written(folder) == written(tmp_path / "once"), f"killed at moment {moments}"
        assert not list(folder.rglob(f"*{UNFINISHED}"))
        moments += 1

    assert moments > 20
    assert written(folder) == written(tmp_path / "once")


@pytest.mark.skipif(os.name != "posix", reason="the test forks")
def test_killed_again_and_again_it_still_gets_there(tmp_path):
    read(tmp_path / "once", 4)

    for moment in (9, 11, 14, 7, 12):
        killed_at(moment, read, tmp_path / "often", 4)
    read(tmp_path / "often", 4)

    assert written(tmp_path / "often") == written(tmp_path / "once")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_at_every_moment_is_told_and_costs_nothing(tmp_path, number):
    read(tmp_path / "once", 4)
    moments = 0
    while True:
        folder = tmp_path / f"full-{moments}"
        try:
            with failing_at(moments, number):
                read(folder, 4)
            break
        except ClaimxError as err:
            told = str(err)
        assert "the same command then goes on" in told
        assert os.strerror(number) in told
        read(folder, 4)
        assert written(folder) == written(tmp_path / "once"), f"the disk failed at moment {moments}"
        moments += 1

    assert moments > 20


@pytest.mark.parametrize("torn", [1, 40, -2])
def test_a_line_that_was_written_in_part_before_the_disk_was_full_counts_for_nothing(tmp_path, monkeypatch, torn):
    read(tmp_path / "once")
    append = durable.append_line

    def full(target: Path, line: bytes) -> None:
        if b'"part":1' in line:
            with target.open("ab") as stream:
                stream.write(line[:torn])
            raise ClaimxError(f"{target}: it cannot be written", remedy="make room", code="CX960")
        append(target, line)

    with monkeypatch.context() as patch:
        patch.setattr("claimx.batch.manifest.append_line", full)
        with pytest.raises(ClaimxError, match="cannot be written"):
            read(tmp_path / "full")
    assert read_status(tmp_path / "full").parts == 1

    assert read(tmp_path / "full").kept == 1
    assert written(tmp_path / "full") == written(tmp_path / "once")


def test_a_line_of_another_version_counts_for_nothing(tmp_path):
    read(tmp_path)
    once, manifest = written(tmp_path), tmp_path / PARTS
    first, *others = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(first.replace(b'{"part"', b'{"colour":"red","part"') + b"".join(others))

    assert read(tmp_path).kept == 2
    assert {**written(tmp_path), PARTS: b""} == {**once, PARTS: b""}


def test_a_line_that_was_torn_off_counts_for_nothing(tmp_path):
    read(tmp_path)
    manifest = tmp_path / PARTS
    once, lines = written(tmp_path), manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:2]) + lines[2][:40])

    totals = read(tmp_path)

    assert totals.kept == 2
    assert written(tmp_path) == once


@given(lines=st.lists(st.binary() | st.sampled_from([b"5", b"[" * 9000, b'{"part": 0}', b'{"ended": "x"}', b"null"])))
def test_a_damaged_manifest_costs_work_and_nothing_else(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("run")
    (folder / PARTS).write_bytes(b"\n".join(lines))

    assert all(part.key is not None for part in Manifest(folder).parts.values())


@pytest.mark.parametrize("harm", [Path.unlink, lambda file: file.write_bytes(b"{}")], ids=["gone", "cut"])
@pytest.mark.parametrize("file", [f"{FOUND}/part-000001.jsonl", f"{DEAD}/part-000000.jsonl"])
def test_a_part_whose_files_are_not_what_they_were_is_read_again(tmp_path, file, harm):
    read(tmp_path)
    once = written(tmp_path)
    harm(tmp_path / file)

    totals = read(tmp_path)

    assert totals.kept == 2
    assert {name: each for name, each in written(tmp_path).items() if name != PARTS} == {
        name: each for name, each in once.items() if name != PARTS
    }


def test_more_articles_at_the_end_leave_the_full_parts_as_they_are(tmp_path):
    read(tmp_path, 8)
    totals = read(tmp_path, 12)

    assert (totals.parts, totals.kept, totals.articles) == (5, 3, 12)


def test_parts_that_there_are_no_articles_for_any_longer_go(tmp_path):
    read(tmp_path, 12)
    read(tmp_path / "other", 4)
    read(tmp_path, 4)

    assert {name for name in written(tmp_path) if name.startswith(FOUND)} == {
        name for name in written(tmp_path / "other") if name.startswith(FOUND)
    }
    assert sorted(Manifest(tmp_path).parts) == [0, 1]


@pytest.mark.skipif(os.name != "posix", reason="the test forks")
def test_killed_while_parts_go_there_is_none_left_over(tmp_path):
    read(tmp_path / "once", 4)
    moments = 0
    while True:
        folder = tmp_path / f"killed-{moments}"
        run([*inputs(12), BROKEN], folder, SETTINGS_OF_ALL, rows)
        if not killed_at(moments, read, folder, 4):
            break
        read(folder, 4)
        assert {**written(folder), PARTS: b""} == {**written(tmp_path / "once"), PARTS: b""}, f"killed at {moments}"
        moments += 1

    assert moments > 10


def named(*inputs: str) -> RunSettings:
    return SETTINGS_OF_ALL.model_copy(update={"inputs": inputs})


@pytest.mark.parametrize(
    ("before", "now", "given"),
    [
        (("day1.jsonl",), ("day2.jsonl",), inputs(12)[6:]),
        (("day1.jsonl", "day2.jsonl"), ("day2.jsonl",), inputs(3)),
        (("-",), ("-",), inputs(12)[6:]),
        (("day1.jsonl",), ("day2.jsonl",), []),
    ],
    ids=["other inputs", "fewer inputs", "standard input", "none"],
)
def test_parts_of_inputs_that_are_no_longer_given_are_not_taken_away_unasked(tmp_path, before, now, given):
    run(inputs(), tmp_path, named(*before), rows)
    once = written(tmp_path)

    for _ in range(2):
        with pytest.raises(ClaimxError, match="other inputs") as caught:
            run(given, tmp_path, named(*now), rows)
        assert caught.value.code == "CX984"
    assert written(tmp_path) == once

    run(given, tmp_path, named(*now), rows, How(restart=True))


@pytest.mark.parametrize(
    ("before", "now"),
    [(("a",), ("a",)), (("a",), ("b",)), (("b",), ("a", "b")), (("-",), ("-",)), (("a",), ("a", "-"))],
)
def test_more_inputs_are_read_whatever_they_are_called(tmp_path, before, now):
    run(inputs(), tmp_path, named(*before), rows)

    assert run(inputs(12), tmp_path, named(*now), rows).kept == 2


def test_changed_inputs_of_one_name_are_read_anew(tmp_path):
    run(inputs(), tmp_path, named("a", "b"), rows)

    assert run(inputs()[1:], tmp_path, named("a", "b"), rows).kept == 0
    assert run(inputs(12)[4:], tmp_path, named("c", "b", "a"), rows).kept == 0


def test_an_article_that_comes_twice_is_read_once(tmp_path):
    twice = [*inputs(2), *inputs(2)]

    totals = run(twice, tmp_path, SETTINGS_OF_ALL, rows)

    assert (totals.articles, totals.copies) == (2, 2)


def test_other_settings_are_refused_and_named(tmp_path):
    read(tmp_path)
    other = SETTINGS_OF_ALL.model_copy(update={"read": {"quantities": True}, "part_size": 5})

    with pytest.raises(ClaimxError, match="begun with other settings") as caught:
        run(inputs(), tmp_path, other, rows)

    assert "part_size was 3 and is 5; read.quantities was false and is true" in caught.value.message
    assert (caught.value.code, "--restart" in caught.value.remedy) == ("CX982", True)
    assert run(inputs(), tmp_path, other, rows, How(restart=True)).kept == 0


def test_other_names_of_the_same_inputs_are_no_other_settings(tmp_path):
    read(tmp_path)

    totals = run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"inputs": ("moved.jsonl",)}), no_rows)

    assert totals.kept == 3


def test_a_folder_with_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    for restart in (False, True):
        with pytest.raises(ClaimxError, match=r"it holds something else, as thesis\.txt"):
            read(tmp_path, restart=restart)

    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_starting_anew_takes_away_what_the_run_wrote_and_nothing_else(tmp_path):
    read(tmp_path, 12)
    (tmp_path / "notes.txt").write_text("mine")
    read(tmp_path, 4, restart=True)

    assert len(list((tmp_path / FOUND).iterdir())) == 2
    assert (tmp_path / "notes.txt").exists()


def test_starting_anew_that_is_cut_short_still_tells_whose_parts_are_left(tmp_path, monkeypatch):
    read(tmp_path)
    unlink, gone = Path.unlink, []

    def cut_short(file: Path, **options: bool) -> None:
        if gone:
            raise KeyboardInterrupt
        gone.append(file)
        unlink(file, **options)

    with monkeypatch.context() as cut:
        cut.setattr(Path, "unlink", cut_short)
        with pytest.raises(KeyboardInterrupt):
            read(tmp_path, restart=True)

    with pytest.raises(ClaimxError, match="begun with other settings"):
        run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"format": "parquet"}), rows)


def test_settings_of_a_run_that_begins_while_this_one_waits_for_the_lock_are_seen(tmp_path, monkeypatch):
    @contextmanager
    def taken_by_another_first(folder: Path) -> Iterator[None]:
        with monkeypatch.context() as other:
            other.setattr(resumable, "hold", hold)
            run(inputs(), folder, SETTINGS_OF_ALL, rows)
        yield

    monkeypatch.setattr(resumable, "hold", taken_by_another_first)

    with pytest.raises(ClaimxError, match="format was"):
        run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"format": "parquet"}), rows)


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    read(tmp_path)

    with hold(tmp_path), pytest.raises(ClaimxError, match="another run is at work"):
        read(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_who_asks_how_far_it_is_keeps_no_run_from_starting(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    read(tmp_path)
    asking = (tmp_path / LOCK).open("rb")
    fcntl.flock(asking, fcntl.LOCK_SH)
    Timer(0.15, asking.close).start()

    assert read(tmp_path).kept == 3


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_told(tmp_path, monkeypatch, number):
    def refuse(_descriptor: int, _kind: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)

    with pytest.raises(ClaimxError, match="the file system has no locks") as caught:
        read(tmp_path)

    assert caught.value.code == "CX983"
    assert caught.value.message.endswith(os.strerror(number))
    assert not (tmp_path / SETTINGS).exists()


def test_parquet_has_a_row_for_each_article(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"format": "parquet"}), rows)

    table = parquet.read_table(tmp_path / FOUND / "part-000001.parquet")
    assert table.column("article_id").to_pylist() == ["a2", "a3", "a4"]
    assert json.loads(table.column("document")[0].as_py())["article"]["id"] == "a2"


class TestStatus:
    def test_of_a_run_that_was_killed(self, tmp_path):
        def failing(items):
            for n, row in enumerate(rows(items)):
                if n == 4:
                    raise KeyboardInterrupt
                yield row

        with pytest.raises(KeyboardInterrupt):
            run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"expected": 8}), failing)

        found = read_status(tmp_path)
        assert (found.state, found.parts, found.articles, found.failed, found.left) == ("stopped", 1, 2, 1, 5)
        assert found.dead_letters == str(tmp_path / DEAD)

    def test_of_a_run_at_work(self, tmp_path):
        read(tmp_path)
        with hold(tmp_path):
            assert read_status(tmp_path).state == "running"

    @pytest.mark.skipif(os.name != "posix", reason="only there can several ask at once")
    def test_while_another_asks_too(self, tmp_path):
        fcntl = pytest.importorskip("fcntl")
        read(tmp_path)
        with (tmp_path / LOCK).open("rb") as other:
            fcntl.flock(other, fcntl.LOCK_SH)
            assert read_status(tmp_path).state == "finished"

    def test_of_a_run_at_its_end(self, tmp_path):
        read(tmp_path)
        found = read_status(tmp_path)

        assert (found.state, found.parts, found.articles, found.left, found.seconds_left) == ("finished", 3, 7, 0, 0)

    def test_of_a_folder_without_a_run(self, tmp_path):
        with pytest.raises(ClaimxError, match="no run was begun there"):
            read_status(tmp_path)
