"""Baseline cases: all that a first run found is accepted, and what a second run shows beside it."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records import Comparison, Extraction
from claimx.workflow.baseline import Baseline, accept
from claimx.workflow.sidefiles import SideFiles

CASES = tomllib.loads((Path(__file__).parent / "baseline" / "cases.toml").read_text(encoding="utf-8"))["case"]


def read(written: str) -> Extraction:
    outlet, number, day = re.fullmatch(r"(.+): (.+) @(\d\d)", written).groups()  # type: ignore[union-attr]
    text = f"The blast in Tarnow killed {number} people."
    article = make_article(text=text, source=outlet, published=f"2031-05-{day}")
    event = make_event(article=article, from_="2031-05-03", to="2031-05-03", place="Tarnow")
    claim = make_claim(article=article, text=number, who="people", where="Tarnow", event=event)
    return make_extraction(article=article, claims=[claim], events=[event])


def run(articles: list[str], **side: Any) -> Comparison:
    files = SideFiles(**{"baseline": None, "previous": None, "today": None} | side)
    compared = compare_extractions([read(each) for each in articles], known=files.known)
    return files.applied_to(compared, lambda _: None, whole=True)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_case(case: dict[str, Any]) -> None:
    first = run(case["first"])
    assert first.findings
    baseline = accept(first, Baseline("b.toml"), verdict="expected", reason="known")
    then = run(case["then"], baseline=baseline)
    shown = [finding for finding in then.findings if finding.suppressed is None]
    numbers = [" ".join(sorted(re.sub(r"\D", "", claim.text) for claim in finding.claims)) for finding in shown]

    assert numbers == case.get("shown", [])
    assert then.summary.findings.suppressed == case.get("hidden", 0)
    assert then.baseline
    assert len(then.baseline.stale) == case.get("stale", 0)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_new_since_the_first_run(case: dict[str, Any]) -> None:
    then = run(case["then"], previous=(run(case["first"]), "first.json"))
    new = [finding for finding in then.findings if finding.new]

    assert len(new) == len(case.get("shown", []))
    assert then.previous
    assert len(then.previous.gone) == case.get("stale", 0)
