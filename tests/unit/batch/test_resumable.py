"""A run that is killed at any moment and begun again has written what one run would have."""

import json
import os
from pathlib import Path

import pytest
from killed import killed_at
from large_run import BROKEN, SETTINGS_OF_ALL, inputs, no_rows, read, rows, written

from claimx.batch.durable import UNFINISHED
from claimx.batch.folder import DEAD, FOUND
from claimx.batch.manifest import PARTS, Manifest
from claimx.batch.resumable import How, run
from claimx.errors import ClaimxError


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


def test_files_of_others_that_end_as_unfinished_ones_do_stay(tmp_path):
    read(tmp_path)
    (tmp_path / "mine").mkdir()
    others = [
        tmp_path / f"draft{UNFINISHED}",
        tmp_path / "mine" / f"a{UNFINISHED}",
        tmp_path / FOUND / f"b{UNFINISHED}",
    ]
    ours = [tmp_path / f"{PARTS}{UNFINISHED}", tmp_path / DEAD / f"part-000007.jsonl{UNFINISHED}"]
    for file in (*others, *ours):
        file.touch()

    read(tmp_path)

    assert [file.exists() for file in (*others, *ours)] == [True, True, True, False, False]


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


def test_parquet_has_a_row_for_each_article(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"format": "parquet"}), rows)

    table = parquet.read_table(tmp_path / FOUND / "part-000001.parquet")
    assert table.column("article_id").to_pylist() == ["a2", "a3", "a4"]
    assert json.loads(table.column("document")[0].as_py())["article"]["id"] == "a2"
