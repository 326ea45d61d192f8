"""Run the examples that `claimx explain` prints: each line is an article, a draft or a row of a reference."""

import re
from collections.abc import Sequence
from pathlib import Path

from claimx import make_article
from claimx.records import Article
from claimx.sources import parse_published
from claimx.workflow import Beside, Extractor, ReadSettings
from claimx.workflow import compare as run_compare

ARTICLE = re.compile(
    r"(?P<outlet>[^(:]+) \((?P<day>[\d-]+)\)(?P<version> version)?: (?:(?P<title>[^|]+) \| )?(?P<text>.+)"
)
ADDRESS = "https://outlet.example/story"


def codes_of(lines: Sequence[str], extractor: Extractor, folder: Path) -> set[str]:
    """The codes of the findings of an example."""
    articles, drafts, rows, versions = [], [], [], False
    for number, line in enumerate(lines):
        if line.startswith("draft: "):
            drafts.append(folder / f"draft{number}.txt")
            drafts[-1].write_text(line.removeprefix("draft: "), encoding="utf-8")
        elif line.startswith("row: "):
            rows.append(line.removeprefix("row: "))
        else:
            articles.append(_article(line, number))
            versions = versions or "version: " in line
    reference = folder / "series.csv"
    if rows:
        reference.write_text("\n".join(["date,metric,place,value", *rows]) + "\n", encoding="utf-8")
    compared = run_compare(
        articles,
        ReadSettings(),
        extractor,
        drafts=[str(draft) for draft in drafts],
        revisions=versions,
        beside=Beside(references=(reference,) if rows else ()),
    )
    return {finding.code for finding in compared.comparison.findings}


def _article(line: str, number: int) -> Article:
    read = ARTICLE.fullmatch(line)
    assert read, line
    assert parse_published(read["day"]), line
    hour = f"T0{number}:00:00Z" if read["version"] else ""
    return make_article(
        read["text"],
        source=read["outlet"],
        published=f"{read['day']}{hour}",
        title=read["title"],
        url=ADDRESS if read["version"] else None,
    )
