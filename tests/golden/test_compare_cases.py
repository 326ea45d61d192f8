"""Comparison cases: short articles with the claims in them, and what comparing them must say."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.comparison import Comparison
from claimx.records.extraction import Extraction
from claimx.records.reference import ReferenceLine

CASES = sorted(Path(__file__).parent.glob("compare/*.toml"))


def read_case(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def build(table: dict[str, Any]) -> tuple[Extraction, dict[str, str]]:
    """The extraction of one `[[article]]` table, and the ids of its claims by "article: words"."""
    article = make_article(
        **{key: table[key] for key in ("id", "text", "source", "published", "title") if key in table}
    )
    events = {each["name"]: make_event(article=article, **each) for each in table.get("event", [])}
    claims = {}
    for spec in table["claim"]:
        fields = dict(spec)
        event = events[fields.pop("event")] if "event" in fields else None
        links = {key: claims[fields.pop(key)] for key in ("part_of", "supersedes") if key in fields}
        name = fields.pop("name", fields["text"])
        claims[name] = make_claim(article=article, event=event, **links, **fields)
    extraction = make_extraction(article=article, claims=list(claims.values()), events=list(events.values()))
    return extraction, {f"{table['id']}: {name}": claim.id for name, claim in claims.items()}


def groups_of(comparison: Comparison, names: dict[str, str]) -> list[tuple[str, frozenset[str]]]:
    by_id = {claim: name for name, claim in names.items()}
    return sorted(
        (group.verdict, frozenset(by_id[member.claim_id] for member in group.members))
        for group in comparison.groups
        if group.verdict != "single"
    )


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    built = [build(table) for table in case["article"]]
    names = {name: claim for _, ids in built for name, claim in ids.items()}

    drafts = [extraction for extraction, _ in built if extraction.article.id == case.get("draft")]
    sources = [extraction for extraction, _ in built if extraction not in drafts]
    lines = [ReferenceLine(file="series.csv", row=row, **line) for row, line in enumerate(case.get("reference", []), 2)]
    comparison = compare_extractions(sources, pairs=True, drafts=drafts, reference=lines)

    wanted = sorted((group["verdict"], frozenset(group["members"])) for group in case.get("group", []))
    assert groups_of(comparison, names) == wanted, case["why"]
    found = sorted(f"{finding.code} {finding.level}" for finding in comparison.findings)
    assert found == sorted(case.get("findings", [])), case["why"]
    messages = " ".join(finding.message for finding in comparison.findings)
    assert all(words in messages for words in case.get("says", [])), messages
    by_id = {claim: name for name, claim in names.items()}
    became = {by_id[figure.claim_id]: figure.status for figure in comparison.draft or ()}
    assert became == case.get("became", {}), case["why"]
