"""Picking the articles that are annotated."""

import json
from pathlib import Path

from annotated import main


def test_only_annotated_articles_are_written_in_their_order(tmp_path: Path) -> None:
    gold, corpus, out = tmp_path / "gold.jsonl", tmp_path / "corpus.jsonl", tmp_path / "out.jsonl"
    gold.write_text('{"id": "c"}\n{"id": "a"}\n', encoding="utf-8")
    corpus.write_text('{"id": "a"}\n{"id": "b"}\n{"id": "c"}\n', encoding="utf-8")

    assert main([str(gold), str(corpus), str(out)]) == 0
    assert [json.loads(line)["id"] for line in out.read_text(encoding="utf-8").splitlines()] == ["a", "c"]


def test_nothing_in_common_is_an_error(tmp_path: Path) -> None:
    gold, corpus, out = tmp_path / "gold.jsonl", tmp_path / "corpus.jsonl", tmp_path / "out.jsonl"
    gold.write_text('{"id": "c"}\n', encoding="utf-8")
    corpus.write_text('{"id": "a"}\n', encoding="utf-8")

    assert main([str(gold), str(corpus), str(out)]) == 1
