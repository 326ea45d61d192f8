"""What CI servers are told: nothing hidden fails, nothing hostile is obeyed, and no more is said than is shown."""

import json
import re
from xml.etree import ElementTree as ET

import pytest
from golden import flood
from hypothesis import given
from hypothesis import strategies as st

from claimx.compare import exit_code
from claimx.records import Comparison, Finding, Producer
from claimx.report.github import SHOWN, render_github
from claimx.report.gitlab import render_gitlab
from claimx.report.junit import render_junit
from claimx.report.markdown import render_markdown
from claimx.report.sarif import render_sarif

FOUND = flood.extractions()
COMPARISON = flood.comparison(FOUND)
OPEN = next(finding for finding in COMPARISON.findings if finding.suppressed is None)
EMPTY = Comparison(producer=Producer(version="0"), articles=())


def with_findings(*findings: Finding) -> Comparison:
    return COMPARISON.model_copy(update={"findings": findings})


def said(text: str) -> Comparison:
    claims = tuple(each.model_copy(update={"source": text, "path": None}) for each in OPEN.claims)
    return with_findings(OPEN.model_copy(update={"message": text, "claims": claims}))


def test_nothing_found_is_a_whole_document_all_the_same() -> None:
    assert json.loads(render_sarif(EMPTY))["runs"][0]["results"] == []
    assert json.loads(render_gitlab(EMPTY)) == []
    assert ET.fromstring(render_junit(EMPTY, fail_on="note")).get("tests") == "0"
    assert render_github(EMPTY) == ""


@pytest.mark.parametrize(
    ("level", "fail_on", "failures"),
    [
        ("error", "error", 1),
        ("warning", "error", 0),
        ("warning", "warning", 1),
        ("note", "note", 1),
        ("error", "never", 0),
    ],
)
def test_a_test_fails_by_the_level_that_the_exit_code_goes_by(level: str, fail_on: str, failures: int) -> None:
    comparison = with_findings(OPEN.model_copy(update={"level": level}))

    suites = ET.fromstring(render_junit(comparison, fail_on=fail_on))

    assert int(suites.get("failures", "")) == failures == len(suites.findall(".//failure"))


@pytest.mark.parametrize("new", [None, True, False])
def test_what_an_earlier_run_had_too_fails_no_test(new: bool | None) -> None:
    comparison = with_findings(OPEN.model_copy(update={"level": "error", "new": new}))

    suites = ET.fromstring(render_junit(comparison, fail_on="error"))

    assert int(suites.get("failures", "")) == exit_code(comparison, "error")
    assert OPEN.message in "".join(suites.itertext())


def test_what_was_fetched_stands_in_no_file() -> None:
    fetched = tuple(each.model_copy(update={"path": "https://hill.example/fire"}) for each in OPEN.claims)
    comparison = with_findings(OPEN.model_copy(update={"claims": fetched}))

    assert "file=" not in render_github(comparison)
    (result,) = json.loads(render_sarif(comparison))["runs"][0]["results"]
    assert "physicalLocation" not in result["locations"][0]


def test_a_metric_of_any_name_is_xml() -> None:
    groups = tuple(each.model_copy(update={"metric": "killed\0\x1b[2J"}) for each in COMPARISON.groups)

    ET.fromstring(render_junit(COMPARISON.model_copy(update={"groups": groups}), fail_on="error"))


def test_what_a_baseline_hides_fails_nothing_and_is_marked() -> None:
    hidden = with_findings(OPEN.model_copy(update={"suppressed": "expected: two counting rules"}))

    assert render_github(hidden) == ""
    assert json.loads(render_gitlab(hidden)) == []
    assert ET.fromstring(render_junit(hidden, fail_on="note")).get("failures") == "0"
    (result,) = json.loads(render_sarif(hidden))["runs"][0]["results"]
    assert result["suppressions"][0]["justification"] == "expected: two counting rules"


def test_github_is_told_no_more_than_it_shows_and_the_rest_is_counted() -> None:
    many = with_findings(*[OPEN] * (SHOWN + 3), OPEN.model_copy(update={"level": "note"}))

    lines = render_github(many).splitlines()

    assert sum(line.startswith("::error ") for line in lines) == SHOWN
    assert sum(line.startswith("::notice ") for line in lines) == 1
    assert "3 more errors" in lines[-1]


def test_a_finding_names_the_other_outlets_as_related_places() -> None:
    (result,) = json.loads(render_sarif(with_findings(OPEN)))["runs"][0]["results"]

    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["charLength"] == OPEN.claims[0].end - OPEN.claims[0].start
    assert len(result["relatedLocations"]) == len(OPEN.claims) - 1
    assert list(result["partialFingerprints"].values()) == [OPEN.fingerprint]


@given(st.text(st.characters(codec=None)))
def test_no_text_breaks_out_of_its_form(text: str) -> None:
    comparison = said(text)

    assert render_github(comparison).count("\n") == 1
    ET.fromstring(render_junit(comparison, fail_on="note"))
    json.loads(render_sarif(comparison))
    json.loads(render_gitlab(comparison))


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", "![x](http://a.example/b.png)", "**bold** _it_", "a | b", "https://a.example"]
)
def test_markdown_shows_words_as_they_are(text: str) -> None:
    shown = render_markdown(said(text), FOUND)

    assert text not in shown
    assert text in shown.replace("\\", "")


def test_an_article_without_an_outlet_goes_by_its_file_or_its_title_in_every_form() -> None:
    nameless = OPEN.claims[0].model_copy(update={"source": None, "path": None})
    found = with_findings(OPEN.model_copy(update={"claims": (nameless, *OPEN.claims[1:])}))
    articles = tuple(
        each.model_copy(update={"source": None, "path": None, "title": "Flood in the delta"})
        if each.id == nameless.article_id
        else each
        for each in found.articles
    )
    comparison = found.model_copy(update={"articles": articles})

    for shown in (render_markdown(comparison, ()), render_github(comparison), render_sarif(comparison)):
        assert "Flood in the delta" in shown
    assert "Flood in the delta" in render_junit(comparison, fail_on="note")
    assert f"- {nameless.article_id}" not in render_markdown(comparison, ())


@pytest.mark.parametrize(
    "words", ["@mayor", "said @town-hall", "#12", "ferry/port#7", "!31", "GH-40", "www.tarnow.example", "a@b.example"]
)
def test_markdown_calls_nobody_and_points_at_no_issue(words: str) -> None:
    """GitHub and GitLab look for these in the text that Markdown gives, where a backslash is gone."""
    marked = render_markdown(said(words), ())
    shown = re.sub(r"\\(.)", r"\1", marked).replace("&#8203;", "\u200b")

    assert words in shown.replace("\u200b", "")
    assert not re.search(r"@\w|#\w|!\d|GH-\d", shown)
