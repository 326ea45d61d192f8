"""Real processes: pipes, pipes that close, Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.codec import encode

CLAIMX = [sys.executable, "-m", "claimx"]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals and pipes of POSIX")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("post.txt").write_text("At least 12 people were killed in a fire in Tarnow, the police said.")
    Path("herald.txt").write_text("A fire in Tarnow killed 30 people, the mayor told reporters on Sunday.")
    article = make_article()
    Path("gazette.json").write_bytes(encode(make_extraction(article=article, claims=[make_claim(article=article)])))
    return tmp_path


@pytest.mark.model
def test_extract_into_compare():
    claimx = f"'{sys.executable}' -m claimx"
    done = subprocess.run(
        f"{claimx} extract post.txt herald.txt | {claimx} compare - -f json --fail-on never",
        shell=True,
        capture_output=True,
        check=True,
    )

    comparison = json.loads(done.stdout)
    assert sorted(each["path"] for each in comparison["articles"]) == ["herald.txt", "post.txt"]
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], ["schema", "extraction"], ["compare", "gazette.json"], ["extract", "gone.txt"]]
)
def test_a_pipe_that_nobody_reads(args):
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run([*CLAIMX, *args], stdout=write_end, stderr=subprocess.PIPE, check=False)
    os.close(write_end)

    assert done.returncode == 141
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_standard_output_that_is_full():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [*CLAIMX, "compare", "gazette.json"], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )

    assert done.returncode == 2
    assert done.stderr.startswith("claimx: error: standard output: it cannot be written: No space left on device")


@pytest.mark.parametrize(("closed", "code"), [("<&-", 2), (">&-", 141), ("2>&-", 0)], ids=["stdin", "stdout", "stderr"])
def test_streams_that_the_caller_closed(closed, code):
    name = "-" if closed == "<&-" else "gazette.json"
    done = subprocess.run(
        f"'{sys.executable}' -m claimx compare {name} {closed}", shell=True, capture_output=True, check=False
    )

    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    assert not done.stdout or json.loads(done.stdout)["schema"] == "claimx.comparison", "data and nothing else"


def test_a_pipe_that_closes_in_the_middle():
    Path("bad.jsonl").write_text('{"no": "text"}\n' * 5000)
    with subprocess.Popen([*CLAIMX, "extract", "bad.jsonl"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert json.loads(process.stdout.readline())["schema"] == "claimx.error"
        process.stdout.close()
        said = process.stderr.read()

    assert process.returncode == 141
    assert b"Traceback" not in said


def test_ctrl_c():
    with subprocess.Popen(
        [*CLAIMX, "extract", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b'{"no": "' + b"x" * 5000 + b'"}\n' + b'{"no": "text"}\n')
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["schema"] == "claimx.error", "finished records are kept"
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
