"""A draft against its sources: each thing that can become of a figure, and what looks like it and is fine."""

from collections.abc import Sequence

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import CompareSettings, compare_extractions
from claimx.compare import draft as drafts
from claimx.compare.draft import check_drafts
from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.records import Extraction

SETTINGS = CompareSettings()


def told(
    figure: str,
    *,
    outlet: str | None,
    day: str | None = "2027-04-02",
    place: str = "Tarnow",
    code: str | None = None,
    who: str = "people",
    groups: Sequence[str] = (),
    metric: str = "killed",
    certainty: str = "asserted",
    source: str | None = None,
) -> Extraction:
    """An article that gives one figure for one blast."""
    says = f" {source} said." if source else ""
    text = f"{figure[0].upper()}{figure[1:]} {who} were hit in the blast in {place} on 1 April.{says}"
    article = make_article(text=text, source=outlet, published=day)
    event = make_event(article=article, name=f"blast in {place}", from_="2027-04-01", to="2027-04-01", place=place)
    claim = make_claim(
        article=article,
        text=figure[0].upper() + figure[1:],
        metric=metric,
        who=who,
        groups=groups,
        where=place,
        code=code,
        event=event,
        certainty=certainty,  # type: ignore[arg-type]
        source=source,
    )
    return make_extraction(article=article, claims=[claim], events=[event])


def check(draft: Extraction, *sources: Extraction) -> tuple[str, str | None, str | None]:
    """Status, code and level of the draft's one figure."""
    (checked,) = check_drafts([draft], sources, SETTINGS)
    finding = checked.finding
    return checked.record.status, finding and finding.code, finding and finding.level


@pytest.mark.parametrize(
    ("mine", "theirs", "status", "code", "level"),
    [
        ("40", "40", "found", None, None),
        ("at least 40", "more than 40", "found", None, None),
        ("about 1,200", "1,160", "found", None, None),
        ("nearly 1,200", "1,160", "found", None, None),
        ("40", "at least 40", "hedge_dropped", "CX503", "warning"),
        ("1,200", "about 1,200", "hedge_dropped", "CX503", "warning"),
        ("at least 40", "40", "hedge_added", "CX503", "note"),
        ("at least 40", "up to 40", "hedge_changed", "CX503", "warning"),
        ("40", "52", "says_otherwise", "CX501", "error"),
        ("40", "at least 52", "says_otherwise", "CX501", "error"),
        ("1,160", "more than 1,100", "says_otherwise", "CX501", "warning"),
    ],
)
def test_wording(mine, theirs, status, code, level):
    draft, source = told(mine, outlet=None, day=None), told(theirs, outlet="Ferry Post")
    assert check(draft, source) == (status, code, level)


@pytest.mark.parametrize(
    ("mine", "theirs", "said"),
    [
        ("40", "at least 40", "gives At least 40: the draft leaves the source's hedge out."),
        ("at least 40", "40", "gives 40: the draft adds a hedge that the source lacks."),
        ("at least 40", "up to 40", "gives Up to 40: the draft has another hedge than the source."),
    ],
)
def test_a_hedge_that_differs_is_said_in_a_whole_sentence(mine, theirs, said):
    drafts = [told(mine, outlet=None, day=None)]
    (finding,) = compare_extractions([told(theirs, outlet="Ferry Post")], drafts=drafts).findings
    assert finding.message.endswith(said)


def test_guess_told_as_a_fact_is_a_dropped_hedge():
    feared = told("40", outlet="Ferry Post", certainty="believed")
    assert check(told("40", outlet=None, day=None), feared)[:2] == ("hedge_dropped", "CX503")
    assert check(told("40", outlet=None, day=None, certainty="believed"), feared)[0] == "found"
    assert check(told("40", outlet=None, day=None, source="Officials"), feared)[0] == "found"
    both = (feared, told("40", outlet="Harbour Radio"))
    assert check(told("40", outlet=None, day=None), *both)[0] == "found"


def test_number_of_yesterday_is_stale():
    old, new = told("40", outlet="Ferry Post"), told("52", outlet="Harbour Radio", day="2027-04-04")
    assert check(told("40", outlet=None, day=None), old, new) == ("stale", "CX505", "warning")
    assert check(told("52", outlet=None, day=None), old, new)[0] == "found"


def test_number_of_another_place_or_metric_is_a_shifted_scope():
    here = told("40", outlet=None, day=None, code="PL")
    assert check(here, told("40", outlet="Ferry Post", place="Lisbon", code="PT"))[:2] == ("scope_shifted", "CX504")
    (checked,) = check_drafts([here], [told("40", outlet="Ferry Post", metric="injured")], SETTINGS)
    assert checked.record.status == "scope_shifted"
    assert "metric differs" in checked.finding.message


def test_population_told_more_closely_is_a_shifted_scope_and_less_closely_is_not():
    people, children = (
        told("40", outlet=None, day=None),
        told("40", outlet=None, day=None, who="children", groups=["children"]),
    )
    theirs = told("40", outlet="Ferry Post", who="children", groups=["children"])
    assert check(children, told("40", outlet="Ferry Post"))[:2] == ("scope_shifted", "CX504")
    assert check(people, theirs)[0] == "found"
    assert check(children, told("40", outlet="Ferry Post"), theirs)[0] == "found"


def test_small_number_of_something_else_shows_nothing():
    draft = told("4", outlet=None, day=None)
    assert check(draft, told("4", outlet="Ferry Post", metric="injured")) == ("not_found", "CX502", "note")
    assert check(draft) == ("not_found", "CX502", "note")
    assert check(told("40", outlet=None, day=None)) == ("not_found", "CX502", "warning")


def test_newer_number_than_any_source_is_not_found_and_the_nearest_is_shown():
    draft = told("52", outlet=None, day="2027-04-04")
    (checked,) = check_drafts([draft], [told("40", outlet="Ferry Post")], SETTINGS)
    assert checked.record.status == "not_found"
    assert [claim.role for claim in checked.finding.claims] == ["draft", "a"]
    assert "Ferry Post" in checked.finding.message


def test_sum_of_a_sentence_bears_a_total_out():
    article = make_article(
        text="The blast in Tarnow on 1 April killed 25 civilians and 15 soldiers.",
        source="Ferry Post",
        published="2027-04-02",
    )
    event = make_event(article=article, name="blast in Tarnow", from_="2027-04-01", to="2027-04-01", place="Tarnow")
    claims = [
        make_claim(article=article, text="25", who="civilians", groups=["civilians"], where="Tarnow", event=event),
        make_claim(article=article, text="15", who="soldiers", groups=["soldiers"], where="Tarnow", event=event),
    ]
    source = make_extraction(article=article, claims=claims, events=[event])
    (checked,) = check_drafts([told("40", outlet=None, day=None)], [source], SETTINGS)
    assert (checked.record.status, len(checked.record.against)) == ("found", 2)


def test_findings_and_groups_are_those_of_the_draft():
    sources = [
        told("40", outlet="Ferry Post"),
        told("52", outlet="Harbour Radio"),
        told("7", outlet="Ferry Post", place="Lisbon"),
        told("9", outlet="Harbour Radio", place="Lisbon"),
    ]
    draft = told("40", outlet=None, day=None)
    without = compare_extractions(sources, SETTINGS)
    compared = compare_extractions(sources, SETTINGS, drafts=[draft])
    assert without.draft is None
    assert [figure.status for figure in compared.draft or ()] == ["found"]
    assert all(any(claim.role == "draft" for claim in finding.claims) for finding in compared.findings)
    assert all(any(m.article_id == draft.article.id for m in group.members) for group in compared.groups)
    assert len(compared.articles) == 5


def test_draft_among_its_own_sources_bears_nothing_out():
    draft = told("40", outlet=None, day=None)
    assert [each.status for each in compare_extractions([draft], SETTINGS, drafts=[draft]).draft or ()] == ["not_found"]


def test_sources_are_read_once_for_all_drafts(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str | None] = []

    def note(extraction: Extraction, chosen: CompareSettings) -> tuple[Figure, ...]:
        read.append(extraction.article.source)
        return read_figures(extraction, chosen)

    monkeypatch.setattr(drafts, "read_figures", note)
    sources = [told(number, outlet=f"Outlet {number}") for number in ("40", "41")]
    checked = check_drafts([told("40", outlet=None, day=None) for _ in range(3)], sources, SETTINGS)

    assert [each.record.status for each in checked] == ["found"] * 3
    assert sorted(map(str, read)) == ["None", "None", "None", "Outlet 40", "Outlet 41"]
