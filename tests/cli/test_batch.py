"""`claimx batch`: the command, what it says and how it ends; how it survives is tested beside its code."""

import json
import os
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.batch.manifest import FinishedPart, Manifest
from claimx.batch.run_settings import RunSettings, write_settings
from claimx.cli.main import build_app

APP = build_app(rich=False)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def claimx(*args: str):
    return CliRunner().invoke(APP, ["batch", *args])


def test_a_folder_must_be_named():
    done = claimx("run", "feed.jsonl")

    assert done.exit_code == 2
    assert "and then the folder to write to" in done.stderr


def test_what_is_written_is_not_among_what_is_read():
    Path("articles").mkdir()
    done = claimx("run", "articles", "articles/out")

    assert done.exit_code == 2
    assert "articles/out is inside of articles, which is read [CX980]" in done.stderr
    assert not Path("articles/out").exists()


@pytest.mark.parametrize(
    ("pattern", "written"),
    [
        ("news/**/*.jsonl", "news/out"),
        ("**/*.jsonl", "out"),
        ("news/*/*.jsonl", "news/out"),
        ("n*/*/*/*.jsonl", "news/out"),
    ],
)
def test_a_pattern_does_not_take_in_what_is_written(pattern, written):
    done = claimx("run", pattern, written)

    assert done.exit_code == 2
    assert f"{written} is inside of {pattern}, which is read [CX980]" in done.stderr


@pytest.mark.parametrize(
    ("pattern", "written"),
    [("*.jsonl", "out"), ("news/*.jsonl", "news/out"), ("news/**/*.jsonl", "out"), ("old/*/*", "new")],
)
def test_a_pattern_beside_the_folder_is_read(pattern, written):
    assert "is inside of" not in claimx("run", pattern, written).stderr


def test_a_language_that_is_no_code_is_refused_and_leaves_nothing_out():
    done = claimx("run", "feed.jsonl", "out", "--language", "english")

    assert done.exit_code == 2
    assert "'english' is no code of two letters, as en" in done.stderr
    assert not Path("out").exists()


def begun() -> None:
    Path("out").mkdir()
    settings = RunSettings(read={}, versions={}, format="jsonl", part_size=500, expected=1400)
    write_settings(Path("out"), settings)
    for part, failed in enumerate((2, 0)):
        done = FinishedPart(
            part=part,
            key="k",
            articles=500 - failed,
            failed=failed,
            outcomes="rd" + "f" * 498 if failed else "",
            claims=700,
            quotes=90,
            seconds=50,
        )
        Manifest(Path("out")).add(done)


def test_status_as_json():
    begun()
    done = claimx("status", "out")

    assert done.exit_code == 0
    assert json.loads(done.stdout) == {
        "state": "stopped",
        "parts": 2,
        "articles": 998,
        "failed": 2,
        "again": 1,
        "left_out": 0,
        "claims": 1400,
        "quotes": 180,
        "bytes": 0,
        "left": 400,
        "per_second": 10.0,
        "seconds_left": 40,
        "dead_letters": os.path.join("out", "dead-letter"),  # noqa: PTH118 - as the command joins it
    }


def test_status_as_a_table():
    begun()
    done = claimx("status", "out", "-f", "table")

    assert done.stdout.splitlines() == [
        "state     stopped",
        "parts     2 done, 0.0 kB",
        "articles  998 done, 1,400 figures, 180 quotes",
        "left      400, about 40 s at this pace",
        f"failed    2, see {Path('out/dead-letter')}",
        "again     1 of these may be read with a larger limit and --retry-failed",
        "left out  0",
        "pace      10.0 a second",
    ]


def test_status_of_a_folder_that_no_run_wrote():
    done = claimx("status", "out")

    assert done.exit_code == 2
    assert "out: no run was begun there [CX980]" in done.stderr


def test_what_failed_is_not_tried_again_by_a_run_that_reads_everything_anew():
    done = claimx("run", "feed.jsonl", "out", "--restart", "--retry-failed")

    assert done.exit_code == 2
    assert "--restart reads everything anew, that included" in done.stderr


def test_the_first_errors_are_said_and_where_the_others_are():
    Path("feed.jsonl").write_text("\n".join(f"{{broken {n}" for n in range(12)))

    done = claimx("run", "feed.jsonl", "out", "--part-size", "8")

    said = done.stderr.splitlines()
    assert done.exit_code == 2
    assert sum(line.startswith("claimx: error: feed.jsonl:") for line in said) == 10
    assert said[-3:] == [
        f"claimx: further errors are in {Path('out/dead-letter')} alone",
        "0 articles in 2 parts, 0 figures, 12 inputs not read",
        f"what was not read, and why, is in {Path('out/dead-letter')}",
    ]


def test_quiet_says_errors_alone_and_verbose_each_part():
    Path("feed.jsonl").write_text("{broken\n")

    quiet, verbose = claimx("run", "feed.jsonl", "out", "-q"), claimx("run", "feed.jsonl", "other", "-v")

    assert [line.split()[0] for line in quiet.stderr.splitlines()] == ["claimx:", "remedy:"]
    assert "claimx: part 000000: 0 articles, 0 figures, 1 input not read, " in verbose.stderr


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([], ["what is done is kept; the same command goes on with the rest", "claimx: interrupted"]),
        (["-q"], ["claimx: interrupted"]),
    ],
)
def test_ctrl_c_says_that_nothing_is_lost(monkeypatch, options, said):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("claimx.batch.resumable.run", interrupted)
    Path("feed.jsonl").write_text("{broken\n")
    done = claimx("run", "feed.jsonl", "out", *options)

    assert done.exit_code == 130
    assert done.stderr.splitlines() == said


def test_another_day_does_not_take_the_place_of_the_one_before():
    for day in ("monday", "tuesday"):
        Path(f"{day}.jsonl").write_text(f"{{broken on {day}\n")
    claimx("run", "monday.jsonl", "out", "-q")

    done = claimx("run", "tuesday.jsonl", "out")
    assert done.exit_code == 2
    assert "out was written from other inputs, as monday.jsonl: their parts would be taken away [CX984]" in done.stderr
    assert claimx("run", "monday.jsonl", "tuesday.jsonl", "out").stderr.splitlines()[-2].endswith("2 inputs not read")


@pytest.mark.model
def test_an_article_that_was_too_long_is_read_when_it_is_tried_again():
    rows = [{"id": f"a{n}", "text": f"A fire in Tarnow killed {n + 3} people. " + "It rained. " * n} for n in range(3)]
    Path("feed.jsonl").write_text("\n".join(map(json.dumps, rows)))
    run = ("run", "feed.jsonl", "out", "--jobs", "1")

    first = claimx(*run, "--max-article-chars", "55")
    assert first.exit_code == 2
    assert "1 of these may be read with a larger limit and --retry-failed" in first.stderr

    again = claimx(*run, "--max-article-chars", "80", "--retry-failed")
    assert again.exit_code == 0
    assert "1 input tried again, 1 read now" in again.stderr
    assert claimx(*run[:2], "once", *run[3:]).exit_code == 0
    assert Path("out/parts/part-000000.jsonl").read_bytes() == Path("once/parts/part-000000.jsonl").read_bytes()


@pytest.mark.model
def test_a_run_writes_what_extract_writes_and_says_what_it_could_not_read():
    rows = [{"id": f"a{n}", "text": f"A fire in Tarnow killed {n + 3} people, the mayor said."} for n in range(3)]
    Path("feed.jsonl").write_text("\n".join([*map(json.dumps, rows), "{broken"]))

    done = claimx("run", "feed.jsonl", "out", "--part-size", "2", "--jobs", "1")
    lines = [line for part in sorted(Path("out/parts").iterdir()) for line in part.read_text().splitlines()]

    assert done.exit_code == 2
    assert "feed.jsonl:4: this is not JSON" in done.stderr
    assert done.stderr.splitlines()[-2:] == [
        "3 articles in 2 parts, 3 figures, 1 input not read",
        f"what was not read, and why, is in {Path('out/dead-letter')}",
    ]
    assert not done.stdout
    extracted = CliRunner().invoke(APP, ["extract", "feed.jsonl", "--jobs", "1"]).stdout.splitlines()
    assert lines == extracted[:3]
    assert Path("out/dead-letter/part-000001.jsonl").read_text().splitlines() == extracted[3:]
