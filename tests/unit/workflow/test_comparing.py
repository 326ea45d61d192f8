"""Extractions into a comparison: what is compared, and what is asked for and nowhere."""

import pytest
from builders import make_article, make_claim, make_extraction
from runs import compare, jsonl, write

from claimx.codec import encode
from claimx.errors import ClaimxError
from claimx.records import Extraction

pytestmark = pytest.mark.usefixtures("folder")


def two_claims(source, text="At least 12 people were killed in the blast in Tarnow.", words="At least 12"):
    article = make_article(text=text, source=source, published="2031-05-04")
    return make_extraction(article=article, claims=[make_claim(article=article, text=words)])


def test_json_alone_loads_no_pipeline(stub):
    write("a.jsonl", encode(two_claims("The Post")) + b"\n" + encode(two_claims("Herald")) + b"\n")
    compared = compare("a.jsonl")

    assert stub.read == []
    assert len(compared.extractions) == 2
    assert len(compared.comparison.articles) == 2


@pytest.mark.usefixtures("stub")
def test_articles_and_extractions_may_be_mixed_even_in_one_file():
    write("a.jsonl", encode(two_claims("The Post")) + b"\n" + jsonl({"text": "Rain fell."}).encode())
    write("b.txt", "Snow fell.")
    compared = compare("a.jsonl", "b.txt")

    assert sorted(each.article.text[:4] for each in compared.extractions) == ["At l", "Rain", "Snow"]


def test_what_cannot_be_read_is_kept_apart():
    compared = compare("missing.txt", two_claims("The Post"))

    assert [each.code for each in compared.errors] == ["CX901"]
    assert len(compared.comparison.articles) == 1


def test_error_records_of_an_extraction_count_as_errors():
    write("a.jsonl", encode(compare("missing.txt").errors[0]))

    assert [each.code for each in compare("a.jsonl").errors] == ["CX901"]


def test_a_comparison_is_no_input():
    write("a.json", encode(compare(two_claims("The Post")).comparison))

    [error] = compare("a.json").errors
    assert "this is a comparison" in error.message


@pytest.mark.usefixtures("stub")
def test_the_same_article_as_text_and_json_is_kept_once(stub):
    extraction = two_claims("The Post")
    told = []
    compared = compare(extraction.article, extraction, told=told)

    assert stub.read == []
    assert len(compared.extractions) == 1
    assert [note.code for note in told] == ["CX911"]


def test_the_order_of_the_inputs_plays_no_part():
    given = [two_claims("The Post"), two_claims("Herald"), two_claims("The Post")]

    assert compare(*given).comparison == compare(*reversed(given)).comparison


def test_one_record_given_twice_is_kept_once():
    extraction = two_claims("The Post")

    assert compare(extraction, extraction).extractions == (extraction,)


def test_only_some_metrics():
    text = "At least 12 people were killed and 30 injured in Tarnow."
    article = make_article(text=text)
    whole = make_claim(article=article, text="At least 12")
    part = make_claim(article=article, text="30", metric="injured", part_of=whole)
    extraction = make_extraction(article=article, claims=[whole, part])

    [kept] = compare(extraction, metrics=frozenset({"injured"})).extractions
    assert [(claim.metric, claim.part_of) for claim in kept.claims] == [("injured", None)]
    assert Extraction.model_validate(kept.model_dump())


def test_a_metric_without_figures_is_said():
    told = []
    compare(two_claims("The Post"), metrics=frozenset({"killed", "injured"}), told=told)

    [note] = told
    assert (note.code, note.level) == ("CX913", "warning")
    assert note.message == "there is no figure of the metric 'injured'; there are figures of killed"


def test_a_metric_that_nobody_knows_is_refused_and_its_neighbours_named():
    with pytest.raises(ClaimxError, match="there is no metric 'kiled'") as caught:
        compare(two_claims("The Post"), metrics=frozenset({"kiled"}))

    assert caught.value.remedy.startswith("did you mean killed?")
    assert caught.value.code == "CX967"


def test_places_events_and_days_without_figures_are_said():
    told = []
    given = two_claims("The Post")
    compared = compare(given, where=("Atlantis",), events=("eclipse",), since="2999", told=told)

    assert [note.code for note in told] == ["CX913"] * 3
    assert [note.message.split(";")[0] for note in told] == [
        "there is no figure of the place 'Atlantis'",
        "there is no figure of the event 'eclipse'",
        "there is no figure since 2999",
    ]
    assert compared.extractions[0].claims == ()


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ClaimxError, match="'soon' is no date"):
        compare(two_claims("The Post"), since="soon")


def test_pairs_are_given_when_they_are_asked_for():
    given = (two_claims("The Post"), two_claims("Herald"))

    assert all(group.pairs is None for group in compare(*given).comparison.groups)
    assert any(group.pairs for group in compare(*given, pairs=True).comparison.groups)
