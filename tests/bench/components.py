"""Measure what each component costs, as a share of the parse that all of them need.

    python tests/bench/components.py                     the samples and, where it is present, the evaluation data
    python tests/bench/components.py --articles 200      of each set so many articles, evenly taken; 50 unless told
    python tests/bench/components.py --json              the same figures for a program
    python tests/bench/components.py --most 0.25         exit 1 where all components together cost more

The denominator is the CPU time of the pipes of the base model on the same texts in the same run; the components of
claimx, the making of tokens and the making of records are measured beside it. The same articles are read each time, in
the same order, and the fastest of three readings of each step of each article counts, so that the shares vary by a few
hundredths and not with what else the machine does. The evaluation data is the folder in CLAIMX_EVAL_DATA, else
../shared. pytest does not collect this file.
"""

import argparse
import json
import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import process_time
from typing import TypeVar

from claimx.pipeline.build import PIPELINE
from claimx.pipeline.collect import collect
from claimx.pipeline.layers import Context, update
from claimx.pipeline.read import Reader
from claimx.pipeline.tokens import make_tokens
from claimx.records import Article, make_article

ROOT = Path(__file__).parents[2]
SETS = ("dev", "dev-core", "muc-dev", "gva-dev")
"""Of the evaluation data: articles of many sorts, wire reports in capitals or without, local news."""

READINGS = 3
TOKENS, PARSE, OWN, RECORDS = "tokens", "parse", "all components", "records"

Times = dict[str, float]
T = TypeVar("T")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print.

    Returns:
        1 where the components cost more than `--most`.
    """
    options = _options(arguments)
    reader = Reader()
    warm_up(reader)
    tables = {name: measure(reader, articles) for name, articles in article_sets(options.articles)}
    tables["all"] = {step: sum(table[step] for table in tables.values()) for step in tables["samples"]}
    if options.json:
        print(json.dumps({name: shares(table) for name, table in tables.items()}, indent=1))
    else:
        print(rendered(tables))
    return int(shares(tables["all"])[OWN] > options.most)


def article_sets(most: int) -> Iterator[tuple[str, list[Article]]]:
    """The sets that are present, each with at most so many of its articles, evenly taken."""
    manifest = tomllib.loads((ROOT / "samples" / "manifest.toml").read_text(encoding="utf-8"))
    yield (
        "samples",
        [
            make_article(file.read_text(encoding="utf-8"), id=file.name, published=manifest[file.name].get("published"))
            for file in sorted((ROOT / "samples").glob("*.txt"))
        ],
    )
    data = Path(os.environ.get("CLAIMX_EVAL_DATA") or ROOT.parent / "shared")
    for name in SETS:
        file = data / "corpora" / f"{name}.jsonl"
        if file.is_file():
            rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
            taken = rows[:: max(1, len(rows) // most)][:most]
            yield name, [make_article(row["text"], id=row["id"], published=row.get("published")) for row in taken]


def warm_up(reader: Reader) -> None:
    """Read something first: words are looked up in the vocabulary more slowly the first time."""
    for _, articles in article_sets(1):
        for article in articles:
            reader.read_one(article)


def measure(reader: Reader, articles: Sequence[Article]) -> Times:
    """CPU seconds of each step over some articles."""
    steps = [TOKENS, PARSE, *PIPELINE, RECORDS]
    total = dict.fromkeys(steps, 0.0)
    for article in articles:
        readings = [read(reader, article) for _ in range(READINGS)]
        for step in steps:
            total[step] += min(reading[step] for reading in readings)
    return total | {OWN: sum(total[name] for name in PIPELINE)}


def read(reader: Reader, article: Article) -> Times:
    """CPU seconds of each step over one article."""
    times: Times = {PARSE: 0.0}

    def timed(step: str, work: Callable[[], T]) -> T:
        begun = process_time()
        made = work()
        times[step] = times.get(step, 0.0) + process_time() - begun
        return made

    doc = timed(TOKENS, lambda: make_tokens(reader.nlp, article.text or ""))
    update(doc, context=Context(published=article.published_date, source=article.source))
    for name, pipe in reader.nlp.pipeline:
        doc = timed(name if name in PIPELINE else PARSE, partial(pipe, doc))
    timed(RECORDS, lambda: collect(doc, article, producer=reader.producer))
    return times


def shares(table: Times) -> Times:
    """Each step as a share of the parse."""
    return {step: round(seconds / table[PARSE], 4) for step, seconds in table.items() if step != PARSE}


def rendered(tables: dict[str, Times]) -> str:
    """A row for each step, a column for each set; under the shares the seconds that the parse took."""
    columns = {name: shares(table) for name, table in tables.items()}
    lines = [("share of the parse", [f"{name:>10}" for name in columns])]
    lines += [
        (step.removeprefix("claimx_"), [f"{column[step]:10.3f}" for column in columns.values()])
        for step in columns["all"]
    ]
    lines.append(("parse, seconds", [f"{table[PARSE]:10.2f}" for table in tables.values()]))
    return "\n".join(f"{head:20}{''.join(cells)}" for head, cells in lines)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What each component costs, as a share of the parse.")
    parser.add_argument("--articles", type=int, default=50, help="articles of each set of the evaluation data")
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--most", type=float, default=float("inf"), help="exit 1 above this share")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
