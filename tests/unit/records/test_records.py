from decimal import Decimal

import pytest
from pydantic import ValidationError

from claimx.records import (
    Article,
    Claim,
    Extraction,
    Producer,
    Quantity,
    Span,
    content_id,
    make_article,
    text_sha256,
)

PRODUCER = Producer(version="0")


def exactly(value: object, **fields: object) -> Quantity:
    return Quantity(value=value, low=value, high=value, comparator="exact", unit="people", **fields)


def make_claim(text: str, start: int, end: int, **fields: object) -> Claim:
    sentence = Span(start=0, end=len(text), text=text)
    given = {
        "id": "c",
        "start": start,
        "end": end,
        "text": text[start:end],
        "metric": "killed",
        "quantity": exactly(9),
        "sentence": sentence,
        "rule": "r",
        "confidence": 0.9,
    }
    return Claim.model_validate(given | fields)


def test_a_span_is_as_long_as_its_text() -> None:
    with pytest.raises(ValidationError, match="not as long"):
        Span(start=0, end=3, text="four")


def test_only_a_span_of_the_title_says_where_it_counts() -> None:
    assert "in" not in Span(start=0, end=1, text="a").model_dump()
    assert Span(start=0, end=1, text="a", within="title").model_dump()["in"] == "title"


def test_a_span_must_hold_the_words_that_stand_in_the_text() -> None:
    claim = make_claim("Nine men drowned.", 0, 4)
    Extraction(producer=PRODUCER, article=make_article("Nine men drowned."), claims=(claim,))
    with pytest.raises(ValidationError, match="does not hold"):
        Extraction(producer=PRODUCER, article=make_article("Some men drowned."), claims=(claim,))


def test_spans_are_not_checked_where_the_text_was_left_out() -> None:
    article = make_article("Some men drowned.").model_copy(update={"text": None})
    Extraction(producer=PRODUCER, article=article, claims=(make_claim("Nine men drowned.", 0, 4),))


@pytest.mark.parametrize(
    ("field", "kind"), [("event_id", "event"), ("quote_id", "quote"), ("part_of", "claim"), ("supersedes", "claim")]
)
def test_ids_resolve(field: str, kind: str) -> None:
    text = "Nine men drowned."
    with pytest.raises(ValidationError, match=f"no {kind} has the id 'nowhere'"):
        Extraction(
            producer=PRODUCER, article=make_article(text), claims=(make_claim(text, 0, 4, **{field: "nowhere"}),)
        )


def test_two_claims_with_one_id_are_refused() -> None:
    text = "Nine men drowned."
    with pytest.raises(ValidationError, match="have one id"):
        Extraction(
            producer=PRODUCER, article=make_article(text), claims=(make_claim(text, 0, 4), make_claim(text, 0, 4))
        )


def test_low_is_at_most_high() -> None:
    with pytest.raises(ValidationError, match="above"):
        Quantity(value=None, low=9, high=3, comparator="between", unit="people")


@pytest.mark.parametrize(("given", "written"), [(3, "3"), ("3.0", "3"), (33.33, "33.33"), ("1E+3", "1000")])
def test_numbers_are_exact_and_whole_ones_have_no_point(given: object, written: str) -> None:
    assert f'"value":{written},' in exactly(given).model_dump_json()


@pytest.mark.parametrize("given", ["1E+9999999", "-1E+61", "1E-9999999", 10**61, "9" * 61, "NaN", "Infinity", 1e300])
def test_a_number_that_nobody_could_write_out_is_refused(given: object) -> None:
    with pytest.raises(ValidationError):
        exactly(given)


@pytest.mark.parametrize("given", [0, "0E+99", 10**59, "1E-60", "0E+9999999", "9" * 60])
def test_long_numbers_are_taken(given: object) -> None:
    assert Quantity.model_validate_json(exactly(given).model_dump_json()).comparator == "exact"


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("999999999999999987.5", 10**18),
        ("0.12345678901234567890", "0.12345678901234568"),
        ("1234567890123456789.0", 1234567890123456789),
        ("33.333333333333333333333333", "33.333333333333336"),
        ("123456789012.345", "123456789012.345"),
    ],
)
def test_a_fraction_is_no_more_exact_than_json_writes_it(given: str, read: object) -> None:
    quantity = exactly(given)

    assert quantity.value == Decimal(read)
    assert Quantity.model_validate_json(quantity.model_dump_json()) == quantity


def test_a_confidence_has_two_decimals_before_it_is_written() -> None:
    claim = make_claim("Nine men drowned.", 0, 4, confidence=0.675)

    assert claim == Claim.model_validate_json(claim.model_dump_json())
    assert claim.confidence == Decimal("0.68")


@pytest.mark.parametrize("given", [-0.1, 1.1, "NaN", "1E+9999999"])
def test_a_confidence_lies_between_0_and_1(given: object) -> None:
    with pytest.raises(ValidationError):
        make_claim("Nine men drowned.", 0, 4, confidence=given)


def test_a_float_is_read_as_it_is_written() -> None:
    assert exactly(0.1).value == Decimal("0.1")


def test_unknown_fields_are_refused() -> None:
    with pytest.raises(ValidationError, match="Extra inputs"):
        Span.model_validate({"start": 0, "end": 1, "text": "a", "length": 1})


@pytest.mark.parametrize("published", ["2024-03-26", "2024-03-26T14:05:00Z", "2024-03-26T14:05:00+02:00"])
def test_dates_and_instants_are_publication_times(published: str) -> None:
    assert make_article("text", published=published).published_date == "2024-03-26"


@pytest.mark.parametrize(
    "published", ["26.03.2024", "yesterday", "2024", "", "2024-13-45", "2023-02-29", "2024-02-30T10:00Z", "2024-03-26 "]
)
def test_other_wordings_are_not(published: str) -> None:
    with pytest.raises(ValidationError, match="neither a date"):
        make_article("text", published=published)


def test_a_byte_order_mark_is_dropped_and_nothing_else() -> None:
    assert make_article("\ufeff\u200b text\u00a0").text == "\u200b text\u00a0"


def test_an_article_is_named_by_its_content() -> None:
    assert make_article("a", source="x").id == make_article("a", source="x").id
    assert (
        len({make_article("a", source="x").id, make_article("a", source="y").id, make_article("b", source="x").id}) == 3
    )


def test_a_wrong_hash_is_refused() -> None:
    with pytest.raises(ValidationError, match="not the hash"):
        Article(id="a", text="text", text_sha256=text_sha256("other"))


def test_ids_tell_their_parts_apart() -> None:
    assert content_id("a", "x", "yz") != content_id("a", "xy", "z")


def test_records_share_the_names_of_their_fields_and_copies_do_not_change_them() -> None:
    one, other = Span(start=0, end=1, text="a"), Span.model_validate({"start": 2, "end": 4, "text": "bc"})
    assert one.model_fields_set is other.model_fields_set

    moved = one.model_copy(update={"start": 5, "end": 6})
    assert moved.start == 5
    assert one.model_fields_set == other.model_fields_set == {"start", "end", "text", "within"}
    assert one.model_copy(deep=True) == one
