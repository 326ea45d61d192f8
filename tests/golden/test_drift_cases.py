"""One utterance in two outlets, read by the pipeline: the words that differ, and look-alikes that stay silent."""

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimx.compare import compare_extractions
from claimx.records import Extraction

CASES = tomllib.loads(Path(__file__).with_name("drift.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.model
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"][:40])
def test_case(case: dict[str, Any], extract: Callable[..., Extraction]) -> None:
    one = extract(case["one"], source="Ferry Post", published="2031-05-05")
    other = extract(case["other"], source="Hill Courier", published="2031-05-05")

    comparison = compare_extractions([other, one])

    found = [each for each in comparison.findings if each.code == "CX404"]
    shown = [[[span.text for span in claim.differs] for claim in finding.claims] for finding in found]
    assert shown == ([case["differs"]] if "differs" in case else []), case["why"]
    for claim in (claim for finding in found for claim in finding.claims):
        text = one.article.text if claim.source == "Ferry Post" else other.article.text
        assert all((text or "")[span.start : span.end] == span.text for span in claim.differs)
