import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import CompareSettings, compare_extractions, exit_code
from claimx.records.comparison import Comparison
from claimx.records.extraction import Extraction


def reading(
    source: str, text: str, *, published: str | None = "2020-03-20", place: str = "Orsa", **claim: object
) -> Extraction:
    article = make_article(text=f"The fire in {place} killed {text} people.", source=source, published=published)
    event = make_event(article=article, name=f"fire in {place}", kind="fire", from_="2020-01-02")
    made = make_claim(article=article, text=text, who="people", where=place, event=event, **claim)  # type: ignore[arg-type]
    return make_extraction(article=article, claims=[made], events=[event])


def both(one: str, other: str, **claim: object) -> Comparison:
    return compare_extractions([reading("Ferry Post", one, **claim), reading("Hill Courier", other, **claim)])


def test_a_conflict_is_said_with_both_sentences() -> None:
    comparison = both("34", "43")
    finding = comparison.findings[0]

    assert [group.verdict for group in comparison.groups] == ["conflict"]
    assert (finding.code, finding.level) == ("CX101", "error")
    assert [claim.sentence.text for claim in finding.claims] == [
        "The fire in Orsa killed 34 people.",
        "The fire in Orsa killed 43 people.",
    ]
    assert finding.group_id == comparison.groups[0].id
    assert comparison.groups[0].reason == (
        "Ferry Post (2020-03-20) gives 34, Hill Courier (2020-03-20) gives 43: the two cannot both hold."
    )
    assert comparison.exit_code == 1


def test_an_agreement_finds_nothing() -> None:
    comparison = both("34", "at least 34")

    assert [group.verdict for group in comparison.groups] == ["agree"]
    assert comparison.findings == ()
    assert comparison.exit_code == 0


@pytest.mark.parametrize(
    "left_out",
    [{"negated": True}, {"certainty": "denied"}, {"zone": "furniture"}, {"zone": "table"}],
)
def test_what_is_denied_or_furniture_is_no_figure(left_out: dict[str, object]) -> None:
    assert both("34", "43", **left_out).groups == ()


def test_a_forecast_is_not_held_against_a_report() -> None:
    one, other = reading("Ferry Post", "34"), reading("Hill Courier", "43", status="forecast")

    assert {group.verdict for group in compare_extractions([one, other]).groups} == {"single"}


def test_undated_totals_that_differ_are_one_level_lower() -> None:
    assert both("34", "43", published=None).findings[0].level == "warning"
    assert both("at least 34", "at least 43", published=None).findings[0].level == "note"
    assert not both("34", "43", published=None).groups[0].dated


def test_one_article_given_twice_counts_once() -> None:
    one = reading("Ferry Post", "34")
    comparison = compare_extractions([one, one])

    assert len(comparison.articles) == 1
    assert [group.verdict for group in comparison.groups] == ["single"]


def test_pairs_are_listed_when_asked_for() -> None:
    readings = [reading("Ferry Post", "34"), reading("Hill Courier", "43")]
    pairs = compare_extractions(readings, pairs=True).groups[0].pairs

    assert compare_extractions(readings).groups[0].pairs is None
    assert pairs is not None
    assert [(pair.relation, pair.reason_code, pair.scope.event) for pair in pairs] == [
        ("conflict", "disjoint", "equal")
    ]


def test_what_was_left_apart_is_counted() -> None:
    one = reading("Ferry Post", "34")
    other = reading("Hill Courier", "43", place="Orsa", counting="including the gunman")
    third = reading("Coast Radio", "50", counting="not counting the gunman")

    assert compare_extractions([other, third]).not_compared.reasons == {"counting rule differs": 1}
    assert compare_extractions([one]).not_compared.count == 0


def test_the_central_figure_is_what_most_sources_give() -> None:
    readings = [reading("Ferry Post", "34"), reading("Hill Courier", "43"), reading("Coast Radio", "34")]
    group = compare_extractions(readings).groups[0]

    assert group.central == 34
    assert group.independent_sources == 3
    assert str(group.spread) == "0.209"


def test_a_wider_tolerance_turns_a_conflict_into_a_tension() -> None:
    readings = [reading("Ferry Post", "about 3,400"), reading("Hill Courier", "about 4,100")]

    assert compare_extractions(readings).groups[0].verdict == "conflict"
    assert compare_extractions(readings, CompareSettings(width="0.2")).groups[0].verdict == "tension"


@pytest.mark.parametrize(("fail_on", "wanted"), [("error", 0), ("warning", 1), ("note", 1), ("never", 0)])
def test_the_exit_code_follows_the_level(fail_on: str, wanted: int) -> None:
    comparison = both("34", "43", published=None)

    assert exit_code(comparison, fail_on) == wanted  # type: ignore[arg-type]


def test_a_fingerprint_stays_when_another_outlet_joins() -> None:
    two = both("34", "43")
    three = compare_extractions(
        [reading("Ferry Post", "34"), reading("Hill Courier", "43"), reading("Coast Radio", "at least 34")]
    )

    assert two.findings[0].fingerprint in {finding.fingerprint for finding in three.findings}


def test_nothing_gives_an_empty_comparison() -> None:
    comparison = compare_extractions([])

    assert comparison.groups == comparison.findings == comparison.articles == ()
    assert comparison.exit_code == 0


def test_two_versions_of_one_article_are_both_kept() -> None:
    versions = []
    for day, number in (("2031-05-04", "34"), ("2031-05-06", "43")):
        article = make_article(text=f"The flood in Orsa killed {number} people.", id="same", published=day)
        event = make_event(article=article, name="flood in Orsa", kind="flood", from_="2031-05-03")
        claim = make_claim(article=article, text=number, where="Orsa", event=event)
        versions.append(make_extraction(article=article, claims=[claim], events=[event]))
    comparison = compare_extractions(versions)

    assert [article.id for article in comparison.articles] == ["same", "same"]
    assert [(group.verdict, len(group.members)) for group in comparison.groups] == [("update", 2)]
