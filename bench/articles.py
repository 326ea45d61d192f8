"""The articles that are read: the samples, and of the evaluation data so many of each set, evenly taken.

The evaluation data is the folder in CLAIMX_EVAL_DATA, else ../shared; it is no part of the repository.
"""

import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

from claimx.records import Article, make_article

ROOT = Path(__file__).parents[1]
SETS = ("dev", "dev-core", "muc-dev", "gva-dev", "polnear-train", "clean/wikinews")
"""Of the evaluation data: articles chosen for their figures, wire reports in capitals or without, local news of
shootings, politics, and news of all sorts."""


def data() -> Path:
    """The folder of the evaluation data, whether or not it is there."""
    return Path(os.environ.get("CLAIMX_EVAL_DATA") or ROOT.parent / "shared")


def article_sets(most: int) -> Iterator[tuple[str, list[Article]]]:
    """The sets that are present, each with at most so many of its articles, evenly taken; the samples first.

    Args:
        most: Articles of each set of the evaluation data.
    """
    manifest = tomllib.loads((ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8"))
    yield (
        "samples",
        [
            make_article(file.read_text(encoding="utf-8"), id=file.name, published=manifest[file.name].get("published"))
            for file in sorted((ROOT / "samples").glob("*.txt"))
        ],
    )
    for name in SETS:
        file = data() / "corpora" / f"{name}.jsonl"
        if file.is_file():
            rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
            taken = rows[:: max(1, len(rows) // most)][:most]
            yield name, [make_article(row["text"], id=row["id"], published=row.get("published")) for row in taken]
