"""What a reference says beyond its golden cases: house lists, scopes, what an article looks back on, dating."""

from collections.abc import Sequence

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import CompareSettings, compare_extractions
from claimx.records import Comparison, Extraction
from claimx.records.reference import ReferenceLine


def row(value: int, day: str | None = None, **fields: object) -> ReferenceLine:
    scope = {"place": "Tarnow", "metric": "killed"} | fields
    number = 1 if day is None else int(day[-2:])
    return ReferenceLine.model_validate({"file": "in/list.toml", "row": number, "value": value, "date": day, **scope})


def told(
    *figures: str,
    day: str | None = "2031-05-04",
    name: str = "blast in Tarnow",
    kind: str = "bombing",
    groups: Sequence[str] = (),
    where: str | None = "Tarnow",
    metric: str = "killed",
) -> Extraction:
    text = " ".join(f"In Tarnow {figure} people were hit." for figure in figures)
    article = make_article(text=text, published=day)
    event = make_event(article=article, name=name, kind=kind, place="Tarnow")
    claims = [
        make_claim(article=article, text=figure, where=where, who="people", groups=groups, event=event, metric=metric)
        for figure in figures
    ]
    return make_extraction(article=article, claims=claims, events=[event])


def held(extraction: Extraction, *lines: ReferenceLine) -> Comparison:
    return compare_extractions([extraction], reference=lines)


def said(compared: Comparison) -> list[tuple[str, str | None, str | None]]:
    findings = {finding.claims[0].claim_id: finding for finding in compared.findings if finding.reference}
    return [
        (each.status, *((found.code, found.level) if (found := findings.get(each.claim_id)) else (None, None)))
        for each in compared.referenced or ()
    ]


@pytest.mark.parametrize(
    ("figure", "wanted"),
    [
        ("34", ("exact", None, None)),
        ("at least 30", ("within_hedge", None, None)),
        ("43", ("differs", "CX515", "error")),
        ("more than 40", ("differs", "CX515", "error")),
    ],
)
def test_house_list(figure: str, wanted: tuple[str, str | None, str | None]) -> None:
    assert said(held(told(figure), row(34, event="blast in Tarnow"))) == [wanted]


def test_house_list_of_another_event_says_nothing() -> None:
    flood = row(34, event="flood in Tarnow")
    assert said(held(told("43"), flood)) == []
    assert said(held(told("34"), flood)) == []


def test_row_without_a_place_goes_by_its_event() -> None:
    assert said(held(told("43"), row(34, place=None, event="Tarnow blast")))[0][1] == "CX515"
    assert said(held(told("43"), row(34, place=None, event="Lisbon blast"))) == []


def test_range_is_right_anywhere_inside() -> None:
    assert said(held(told("36"), row(34, low=30, high=40, event="blast in Tarnow")))[0][0] == "within_hedge"
    assert said(held(told("41"), row(34, low=30, high=40, event="blast in Tarnow")))[0][0] == "differs"


def test_rows_of_a_group_speak_of_that_group_alone() -> None:
    children = row(34, event="blast in Tarnow", who="children")
    assert said(held(told("43", groups=["child"]), children))[0][1] == "CX515"
    assert said(held(told("43"), children)) == []


def test_toll_of_one_event_is_not_held_against_a_running_count() -> None:
    series = [row(2100, "2031-05-03"), row(2140, "2031-05-04")]
    assert said(held(told("1,890"), *series)) == []
    war = told("1,890", name="war", kind="war")
    assert said(held(war, *series)) == [("not_in_series", "CX512", "error")]


def test_what_an_article_looks_back_on_is_not_stale() -> None:
    series = [row(number, f"2031-05-{day:02}") for day, number in ((1, 2011), (8, 2187), (9, 2203))]
    war = {"name": "war", "kind": "war", "day": "2031-05-09"}
    assert said(held(told("2,011", **war), *series)) == [("stale", "CX511", "warning")]
    assert said(held(told("2,203", "2,011", **war), *series)) == [("exact", None, None)]


def test_place_that_is_only_carried_over_gives_a_warning() -> None:
    series = [row(2100, "2031-05-03"), row(2140, "2031-05-04")]
    war = told("1,890", name="war", kind="war", where=None)
    assert said(held(war, *series)) == [("not_in_series", "CX512", "warning")]


def test_slip_in_the_series_is_no_record() -> None:
    days = [(1, 2011), (2, 2023), (3, 2302), (4, 2041), (5, 2057)]
    series = [row(number, f"2031-05-{day:02}") for day, number in days]
    war = {"name": "war", "kind": "war", "day": "2031-05-05"}
    assert said(held(told("2,190", **war), *series)) == [("above_all", "CX513", "error")]


def test_newest_figure_of_an_article_dates_it() -> None:
    series = [row(number, f"2031-05-{day:02}") for day, number in ((1, 2011), (8, 2187), (9, 2203))]
    article = told("2,011", "2,187", name="war", kind="war", day=None)
    compared = held(article, *series)
    assert [each.date for each in compared.dated_articles or ()] == ["2031-05-08"]
    assert [each.published_from for each in compared.articles] == ["reference"]
    assert said(compared) == [("exact", None, None)]
    assert compare_extractions([article]).articles[0].published is None


def test_date_from_a_reference_makes_an_update_of_a_difference() -> None:
    series = [row(number, f"2031-05-{day:02}") for day, number in ((1, 2011), (8, 2187))]
    war = {"name": "war", "kind": "war"}
    dated, undated = told("2,011", day="2031-05-01", **war), told("2,187", day=None, **war)
    undated = undated.model_copy(update={"article": undated.article.model_copy(update={"source": "Other"})})
    assert [group.verdict for group in compare_extractions([dated, undated]).groups] == ["tension"]
    assert [group.verdict for group in compare_extractions([dated, undated], reference=series).groups] == ["update"]


def test_only_a_draft_is_held_where_there_is_one() -> None:
    line = row(34, event="blast in Tarnow")
    sources, draft = told("43"), told("52", day=None)
    draft = draft.model_copy(update={"article": draft.article.model_copy(update={"source": None})})
    compared = compare_extractions([sources], drafts=[draft], reference=[line])
    assert [finding.claims[0].text for finding in compared.findings if finding.reference] == ["52"]


def test_days_of_grace_are_a_setting() -> None:
    series = [row(number, f"2031-05-{day:02}") for day, number in ((1, 2011), (2, 2187))]
    war = told("2,011", name="war", kind="war", day="2031-05-02")
    strict = compare_extractions([war], CompareSettings(stale_days=0), reference=series)
    assert said(strict) == [("stale", "CX511", "warning")]
    assert said(held(war, *series)) == [("stale", None, None)]
