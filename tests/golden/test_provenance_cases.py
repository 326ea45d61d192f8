"""Cases of where figures come from: short articles, the sources behind each group, and what is to be said of them."""

from pathlib import Path

import pytest
from comparison_cases import build, read_case

from claimx.compare import compare_extractions

CASES = sorted(Path(__file__).parent.glob("provenance/*.toml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = read_case(path)
    built = [build(table)[0] for table in case["article"]]

    comparison = compare_extractions(built)

    (group,) = (group for group in comparison.groups if group.verdict != "single")
    sources = [f"{source.kind} {source.name}" for source in group.sources]
    chains = [" ← ".join(link.name for link in member.chain) for member in group.members]
    assert sorted(sources) == sorted(case["sources"]), case["why"]
    assert chains == case["chains"], case["why"]
    assert group.independent_sources == len(sources)
    assert sorted(finding.code for finding in comparison.findings) == case["findings"], case["why"]
    assert compare_extractions(built[::-1]) == comparison


def test_an_article_without_its_text_keeps_its_named_source() -> None:
    case = read_case(CASES[0])
    built = [build(table)[0] for table in case["article"]]
    bare = [each.model_copy(update={"article": each.article.model_copy(update={"text": None})}) for each in built]

    with_text, without = compare_extractions(built), compare_extractions(bare)

    assert [group.sources for group in without.groups] == [group.sources for group in with_text.groups]
