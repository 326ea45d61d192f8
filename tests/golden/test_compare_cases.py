"""Comparison cases: short articles with the claims in them, and what comparing them must say."""

from pathlib import Path

import pytest
from comparison_cases import build, read_case

from claimx.compare import compare_extractions
from claimx.records.comparison import Comparison
from claimx.records.reference import ReferenceLine

CASES = sorted(Path(__file__).parent.glob("compare/*.toml"))


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
