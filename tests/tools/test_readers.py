"""Other people's programs read what we write; they come with the developers' tools, and are not needed by users."""

import subprocess
import sys
from pathlib import Path

import pytest
from golden import flood

from claimx.report.junit import render_junit
from claimx.report.sarif import render_sarif

COMPARISON = flood.comparison(flood.extractions())


def test_sarif_is_what_its_schema_asks_for() -> None:
    schema = pytest.importorskip("pydantic_sarif.model")

    log = schema.StaticAnalysisResultsFormatSarifVersion210JsonSchema.model_validate_json(render_sarif(COMPARISON))

    assert len(log.runs[0].results) == len(COMPARISON.findings)


def test_sarif_tools_count_our_findings(tmp_path: Path) -> None:
    pytest.importorskip("sarif")
    path = tmp_path / "claimx.sarif"
    path.write_text(render_sarif(COMPARISON), encoding="utf-8")

    shown = subprocess.run(
        [sys.executable, "-m", "sarif", "summary", str(path)], capture_output=True, text=True, check=True
    ).stdout

    assert "error: 2" in shown or "error: 1" in shown
    assert "CX101" in shown


def test_junitparser_counts_our_failures() -> None:
    junitparser = pytest.importorskip("junitparser")

    report = junitparser.JUnitXml.fromstring(render_junit(COMPARISON, fail_on="error").encode())

    assert report.failures == 1
    assert report.tests == sum(1 for suite in report for _ in suite)
