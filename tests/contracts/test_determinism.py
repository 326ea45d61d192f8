"""Same input, same bytes: in another process, with another hash seed, in another order."""

import os
import subprocess
import sys

import pytest

ARTICLES = {
    "post.txt": "At least 12 people were killed and about 30 injured in a fire in Tarnow, the police said on Sunday. "
    '"Eight of the dead are students," the mayor, Ewa Nowak, told reporters. She said 240 residents had been moved.',
    "herald.txt": "Seventeen people died in the fire in Tarnow, Nowak said. Dozens were hurt, the Red Cross said.",
    "wire.html": "<html><head><title>Fire</title><meta property='article:published_time' content='2031-05-05'></head>"
    "<body><nav><a href='/'>Home</a></nav><article><p>A fire in Tarnow killed 12 people and hurt 30 others on Sunday."
    "</p><p>About 240 were moved to a school, the Red Cross said.</p></article></body></html>",
}
"""Long enough to hold sets and dictionaries of everything: groups of people, speakers, events."""

MANIFEST = '["post.txt"]\nsource = "The Post"\npublished = "2031-05-04"\n["herald.txt"]\nsource = "Herald"\n'


def run(seed: int, *args: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run([sys.executable, "-m", "claimx", *args], capture_output=True, check=True, env=environment)
    return done.stdout


@pytest.mark.model
def test_two_runs_under_two_hash_seeds_give_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    extract = ("extract", *ARTICLES, "--with", "quantities")

    first = run(1, *extract)
    (tmp_path / "x.jsonl").write_bytes(first)
    (tmp_path / "y.jsonl").write_bytes(b"".join(reversed(first.splitlines(keepends=True))))

    assert first == run(2, *extract)
    compare = ("compare", "--pairs", "--fail-on", "never")
    assert run(1, *compare, "x.jsonl") == run(2, *compare, "y.jsonl")


@pytest.mark.parametrize("name", ["extraction", "comparison", "error"])
def test_the_schema_is_the_same_under_two_hash_seeds(name):
    assert run(1, "schema", name) == run(2, "schema", name)
