"""Reference cases: one figure, a series, and what holding one against the other must say."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.reference import ReferenceLine

TABLES = tomllib.loads((Path(__file__).parent / "reference" / "cases.toml").read_text(encoding="utf-8"))
SERIES = [
    ReferenceLine(file="series.csv", row=number, metric="killed", place="Orsa", **row)
    for number, row in enumerate(TABLES["row"], 2)
]


@pytest.mark.parametrize("case", TABLES["case"], ids=lambda case: case["why"])
def test_case(case: dict[str, Any]) -> None:
    words, place, who = case["text"], case.get("where", "Orsa"), case.get("who", "people")
    article = make_article(text=f"In {place} {words} {who} died in the war.", published=case.get("day"))
    event = make_event(article=article, name="war", kind="war")
    fields = {name: case[name] for name in ("metric", "groups", "basis") if name in case}
    claim = make_claim(
        article=article,
        text=words,
        where=place,
        who=who,
        event=event,
        series="cumulative",
        status=case.get("status_of_claim", "reported"),
        **fields,
    )
    compared = compare_extractions([make_extraction(article=article, claims=[claim], events=[event])], reference=SERIES)

    assert [each.status for each in compared.referenced or ()] == ([case["status"]] if "status" in case else [])
    if "days" in case:
        assert [each.days for each in compared.referenced or ()] == [case["days"]]
    found = [f"{finding.code} {finding.level}" for finding in compared.findings]
    assert found == ([case["finding"]] if "finding" in case else [])
    assert all(case.get("says", "") in finding.message and finding.reference for finding in compared.findings)
    dated = [each.date for each in compared.dated_articles or ()]
    assert dated == ([case["dated"]] if "dated" in case else [])
    if dated:
        assert [(each.published, each.published_from) for each in compared.articles] == [(dated[0], "reference")]
