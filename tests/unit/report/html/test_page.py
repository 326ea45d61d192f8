"""What the page must be: whole without anything from elsewhere, and deaf to what articles say."""

from html.parser import HTMLParser

import pytest
from golden import flood
from hypothesis import given
from hypothesis import strategies as st

from claimx.records import Comparison, Extraction, Producer
from claimx.report.html import render_html
from claimx.report.html.direction import runs_of
from claimx.report.sanitize import printable

FOUND = flood.extractions()
COMPARISON = flood.comparison(FOUND)
VOID = {"meta", "line", "circle"}


class Page(HTMLParser):
    """Collects elements, addresses and anchors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.links: list[str] = []
        self.anchors: list[str] = []
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.links.append(value or "")
            elif name == "id":
                self.anchors.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def hostile(text: str) -> tuple[Comparison, tuple[Extraction, ...]]:
    """The flood with a text wherever an article or an outlet could put it."""
    findings = tuple(
        each.model_copy(
            update={"message": text, "claims": tuple(c.model_copy(update={"source": text}) for c in each.claims)}
        )
        for each in COMPARISON.findings
    )
    groups = tuple(each.model_copy(update={"reason": text}) for each in COMPARISON.groups)
    articles = tuple(each.model_copy(update={"source": text, "url": text}) for each in COMPARISON.articles)
    found = tuple(
        each.model_copy(
            update={"article": each.article.model_copy(update={"source": text, "url": text, "title": text})}
        )
        for each in FOUND
    )
    return COMPARISON.model_copy(update={"findings": findings, "groups": groups, "articles": articles}), found


def test_the_page_is_well_formed_and_every_link_has_its_anchor() -> None:
    page = Page(render_html(COMPARISON, FOUND))

    assert page.open == []
    assert len(page.anchors) == len(set(page.anchors))
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.anchors)


def test_the_page_needs_nothing_from_elsewhere() -> None:
    text = render_html(COMPARISON, FOUND)

    assert text.startswith('<!doctype html>\n<html lang="en">\n')
    assert not {"script", "img", "iframe", "link", "object"} & set(Page(text).tags)
    assert "url(" not in text
    assert "@import" not in text


def test_each_finding_has_an_anchor_and_both_sentences() -> None:
    page = Page(render_html(COMPARISON, FOUND))

    for finding in COMPARISON.findings:
        if finding.suppressed is None:
            assert f"finding-{finding.fingerprint}" in page.anchors
            assert sum(claim.text in page.words for claim in finding.claims) == len(finding.claims)


def test_a_chart_has_a_mark_for_each_figure_of_its_group() -> None:
    text = render_html(COMPARISON, FOUND)
    shown = [group for group in COMPARISON.groups if group.verdict != "single"]

    expected = sum(len({member.sum or member.claim_id for member in group.members}) for group in shown)

    assert text.count('<g class="mark ') == expected


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "javascript:alert(1)",
        '"><img src=x onerror=alert(1)>',
        "\u202eevil\u202c",
        "{{ 7*7 }}",
    ],
)
def test_a_hostile_article_stays_text(text: str) -> None:
    shown = render_html(*hostile(text))
    page = Page(shown)

    assert not {"script", "img"} & set(page.tags)
    assert not any(name.startswith("on") for name in page.attributes)
    assert all(link.startswith(("#", "http")) for link in page.links)
    assert "\u202e" not in shown
    assert "49" not in page.words or "{{" not in text


@given(st.text(st.characters(codec=None)))
def test_no_text_breaks_the_page(text: str) -> None:
    shown = render_html(*hostile(text))

    assert Page(shown).open == []
    shown.encode()


def test_an_empty_comparison_has_a_page() -> None:
    page = Page(render_html(Comparison(producer=Producer(version="0"), articles=()), ()))

    assert "Nothing to look at." in page.words


def test_articles_are_shown_by_day_and_those_without_one_last() -> None:
    days = ("2031-04-09", None, "2031-04-02")
    found = [
        each.model_copy(update={"article": each.article.model_copy(update={"published": day, "source": f"Post {day}"})})
        for each, day in zip((*FOUND, *FOUND), days, strict=False)
    ]
    shown = render_html(COMPARISON, found).partition('id="articles"')[2]

    places = [shown.index(f"Post {day}") for day in ("2031-04-02", "2031-04-09", "None")]
    assert places == sorted(places)


def test_a_name_from_right_to_left_turns_no_date() -> None:
    """Beside "راديو" the date would be shown as (04-03-2026)."""
    reason = "راديو الساحل (2026-03-04) gives 30, Post (2026-03-04) gives 12."
    groups = tuple(each.model_copy(update={"reason": reason}) for each in COMPARISON.groups)

    shown = render_html(COMPARISON.model_copy(update={"groups": groups}), FOUND)

    assert "<bdi>راديو الساحل</bdi> (2026-03-04) gives 30, Post" in shown


@given(st.text(st.characters(codec=None)))
def test_runs_are_the_sentence(text: str) -> None:
    assert "".join(run.text for run in runs_of(text)) == printable(text)


def test_quotations_and_figures_can_be_reached_without_a_pointer() -> None:
    shown = render_html(COMPARISON, FOUND)

    assert shown.count('class="plain" tabindex="0"') == shown.count('class="plain"') > 0
    assert "mark:focus::after { content: attr(title)" in shown
