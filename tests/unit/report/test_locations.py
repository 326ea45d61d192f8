"""Where a figure is looked up: nobody is sent to a line of a file that is not the line of the article's text."""

import json

import pytest
from golden import flood

from claimx.records import Comparison, Finding, FindingClaim
from claimx.report.comparison_table import render_comparison
from claimx.report.github import render_github
from claimx.report.html import render_html
from claimx.report.locations import locate, place_beside, place_in_words
from claimx.report.markdown import render_markdown
from claimx.report.sarif import render_sarif

FOUND = flood.extractions()
COMPARISON = flood.comparison(FOUND)
FINDING = next(finding for finding in COMPARISON.findings if finding.suppressed is None)


def figure(path: str | None, line: int | None = 15) -> FindingClaim:
    return FINDING.claims[0].model_copy(update={"path": path, "line": line, "article_id": "n42"})


@pytest.mark.parametrize(
    ("path", "line", "shown"),
    [
        ("news/story.txt", 15, "news/story.txt:15"),
        ("story.md", 15, "story.md:15"),
        ("story", 15, "story:15"),
        ("story.txt.gz", 15, "story.txt.gz:15"),
        ("story.txt", None, "story.txt"),
        ("feed.jsonl", 15, "feed.jsonl#n42, line 15 of the text"),
        ("FEED.JSONL.GZ", 15, "FEED.JSONL.GZ#n42, line 15 of the text"),
        ("feed.jsonl", None, "feed.jsonl#n42"),
        ("day.warc.gz", 15, "day.warc.gz#n42, line 15 of the text"),
        ("page.html", 15, "page.html, line 15 of the text"),
        ("page.pdf", None, "page.pdf"),
        ("https://hill.example/fire", 15, "https://hill.example/fire, line 15 of the text"),
        ("https://hill.example/fire.json", 15, "https://hill.example/fire.json, line 15 of the text"),
        (None, 15, ""),
    ],
)
def test_a_person_is_told_file_article_and_line(path: str | None, line: int | None, shown: str) -> None:
    assert place_in_words(figure(path, line)) == shown


@pytest.mark.parametrize("path", ["feed.jsonl", "page.html", "story.txt.gz"])
def test_a_program_is_told_the_file_and_the_rest_in_words(path: str) -> None:
    place = locate(figure(path))

    assert place is not None
    assert (place.path, place.line, place.start) == (path, None, None)
    assert place_beside(figure(path)) == f"({place_in_words(figure(path))})"


@pytest.mark.parametrize("path", ["story.txt", None, "https://hill.example/fire"])
def test_nothing_is_added_where_the_line_is_told_or_there_is_no_file(path: str | None) -> None:
    assert place_beside(figure(path)) == ""


def inside_one_feed() -> Comparison:
    """The comparison, as if all its articles were lines of one file."""
    claims = tuple(each.model_copy(update={"path": "feed.jsonl"}) for each in FINDING.claims)
    finding: Finding = FINDING.model_copy(update={"claims": claims})
    return COMPARISON.model_copy(update={"findings": (finding,)})


def test_every_report_names_the_article_of_a_feed() -> None:
    comparison = inside_one_feed()
    rendered = {
        "table": " ".join(render_comparison(comparison, FOUND, width=200, color=False).split()),
        "page": render_html(comparison, FOUND),
        "markdown": render_markdown(comparison, FOUND).replace("\\", ""),
        "github": render_github(comparison),
        "sarif": json.loads(render_sarif(comparison))["runs"][0]["results"][0]["message"]["text"],
    }

    for name, text in rendered.items():
        for each in comparison.findings[0].claims:
            assert f"{each.article_id}, line {each.line} of the text" in text, name
            assert f"feed.jsonl:{each.line}" not in text, name


def test_sarif_says_of_each_place_which_article_it_is() -> None:
    (result,) = json.loads(render_sarif(inside_one_feed()))["runs"][0]["results"]

    for place, each in zip(
        [*result["locations"], *result["relatedLocations"]], inside_one_feed().findings[0].claims, strict=True
    ):
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "feed.jsonl"
        assert f" (feed.jsonl#{each.article_id}, line {each.line} of the text)" in place["message"]["text"]
