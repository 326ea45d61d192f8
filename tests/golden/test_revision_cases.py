"""Revision cases: two versions of one article, and what changed between them."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import CompareSettings, compare_extractions
from claimx.compare.revisions import with_revisions
from claimx.records import Comparison, Extraction

CASES = tomllib.loads((Path(__file__).parent / "revisions" / "cases.toml").read_text(encoding="utf-8"))["case"]
TOLL = re.compile(r"killed ((?:at least |about )?[\d,]+\d)")


def version(case: dict[str, Any], which: str) -> Extraction:
    text = case[which]
    article = make_article(text=text, published=case.get(f"{which}_day", "2031-05-04"))
    event = make_event(article=article, from_="2031-05-03", to="2031-05-03", place="Tarnow")
    toll = {"text": TOLL.search(text)[1], "who": "people", "source": case.get(f"{which}_source")}  # type: ignore[index]
    figures = [toll, *case.get(f"{which}_more", [])]
    claims = [make_claim(article=article, where="Tarnow", event=event, **fields) for fields in figures]
    return make_extraction(article=article, claims=claims, events=[event])


def told(compared: Comparison, versions: list[Extraction]) -> list[str]:
    words = {claim.id: claim.text for each in versions for claim in each.claims}
    return [
        " ".join([each.change, " > ".join(words[name] for name in (each.a, each.b) if name), *["noted"] * each.noted])
        for each in compared.revisions
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_case(case: dict[str, Any]) -> None:
    versions = [version(case, "old"), version(case, "new")]
    newest = compare_extractions(versions[-1:])
    compared = with_revisions(newest, [versions], CompareSettings())

    assert told(compared, versions) == case["changes"]
    assert [f"{each.code} {each.level}" for each in compared.findings] == case.get("findings", [])
    assert len(compared.articles) == 2
    assert compared.groups == newest.groups
