"""What was not compared is counted with its reason, and none of the pairs is looked at for it."""

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction


def told(outlet: str, number: str = "34", **claim: object) -> Extraction:
    """An article on a flood with one figure."""
    article = make_article(
        text=f"The flood in Tarnow: {number} counted.", source=outlet, id=outlet, published="2031-05-04"
    )
    event = make_event(article=article, name="flood in Tarnow", kind="flood", from_="2031-05-03", place="Tarnow")
    fields = {"where": "Tarnow", "event": event, **claim}
    return make_extraction(article=article, claims=[make_claim(article=article, text=number, **fields)], events=[event])


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"metric": "injured"}, "metric differs"),
        ({"metric": "injured", "unit": "percent"}, "metric differs"),
        ({"unit": "percent"}, "unit differs"),
        ({"basis": "increment"}, "basis differs"),
        ({"per": "day"}, "rate differs"),
        ({"status": "forecast"}, "status differs"),
        ({"certainty": "hypothetical"}, "certainty differs"),
    ],
)
def test_the_first_part_of_the_kind_that_differs_is_the_reason(other: dict[str, str], reason: str) -> None:
    left_out = compare_extractions([told("Ferry Post"), told("Hill Courier", **other)]).not_compared
    assert left_out.reasons == {reason: 1}
    assert left_out.count == 1


def test_figures_of_one_kind_that_share_no_word_are_counted_too() -> None:
    article = make_article(text="In Orsa 12 died.", source="Hill Courier", published="2031-05-04")
    claim = make_claim(article=article, text="12", where="Orsa")
    left_out = compare_extractions([told("Ferry Post"), make_extraction(article=article, claims=[claim])]).not_compared
    assert left_out.reasons == {"nothing in common": 1}


def test_what_is_compared_is_not_counted() -> None:
    assert compare_extractions([told("Ferry Post"), told("Hill Courier", "43")]).not_compared.count == 0


def test_many_articles_are_counted_by_their_keys() -> None:
    half = 150
    articles = [told(f"outlet {n}", metric=("killed", "injured")[n % 2]) for n in range(2 * half)]
    assert compare_extractions(articles).not_compared.reasons["metric differs"] == half * half
