"""How many articles inputs will give, told before they are read."""

import gzip
import os
from pathlib import Path

import pytest

from claimx.sources.expected import expected_articles, left_out


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, content in {
        "in/a.txt": b"Rain.",
        "in/b.html": b"<p>Rain.",
        "in/manifest.toml": b"",
        "in/map.png": b"\x89PNG",
        "in/.hidden": b"",
        "in/deep/README.md": b"About.",
        "three.jsonl": b'{"text": "a"}\n{"text": "b"}\n{"text": "c"}',
        "two.ndjson": b'{"text": "a"}\n{"text": "b"}\n',
        "none.jsonl": b"",
        "feed.rss": b"<rss/>",
    }.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(content)
    Path("packed.jsonl.gz").write_bytes(gzip.compress(b'{"text": "a"}\n'))


@pytest.mark.parametrize(
    ("names", "number"),
    [
        (["in"], 2),
        (["in/a.txt", "three.jsonl", "two.ndjson", "none.jsonl"], 6),
        (["https://post.example/story", "in/*.txt"], 2),
        (["missing.txt", "missing.jsonl", "*.pdf"], 3),
        (["-"], None),
        (["in", "feed.rss"], None),
        (["packed.jsonl.gz"], None),
    ],
)
def test_they_are_counted_where_that_can_be_told(names, number):
    assert expected_articles(names) == number


def test_what_a_folder_holds_and_is_not_read():
    assert [each.as_posix() for each in left_out(["in", "three.jsonl", "-"])] == ["in/map.png", "in/deep/README.md"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_what_a_pipe_holds_is_not_read_to_count_it():
    os.mkfifo("pipe.jsonl")

    assert expected_articles(["pipe.jsonl"]) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")
def test_links_that_lead_out_of_a_folder_are_told_of():
    Path("in/out.txt").symlink_to(Path("three.jsonl").absolute())

    assert Path("in/out.txt") in list(left_out(["in"]))
