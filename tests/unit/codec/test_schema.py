"""The JSON Schema says what the records say."""

import json
from decimal import Decimal

import pytest
from builders import make_article, make_claim, make_extraction
from jsonschema import Draft202012Validator, ValidationError

from claimx.codec import encode, json_schema
from claimx.records import ErrorInput, ErrorRecord


@pytest.mark.parametrize("name", ["extraction", "comparison", "error"])
def test_it_is_a_schema_of_draft_2020_12(name):
    schema = json_schema(name)

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:claimx:schema:{name}:1.0"


def written(**changes: object) -> dict[str, object]:
    article = make_article()
    extraction = make_extraction(article=article, claims=[make_claim(article=article, text="At least 12")])
    return {**json.loads(encode(extraction)), **changes}


def test_what_is_written_validates():
    Draft202012Validator(json_schema("extraction")).validate(written())


def test_an_error_record_validates():
    record = ErrorRecord(input=ErrorInput(), code="CX902", message="empty", remedy="fill it")

    Draft202012Validator(json_schema("error")).validate(json.loads(encode(record)))


@pytest.mark.parametrize(
    "changes",
    [{"mood": "sad"}, {"claims": None}, {"schema": "claimx.error"}, {"article": {}}, {"speakers": [{"id": "s"}]}],
)
def test_what_is_no_extraction_does_not_validate(changes):
    with pytest.raises(ValidationError):
        Draft202012Validator(json_schema("extraction")).validate(written(**changes))


def test_every_key_that_is_always_written_is_required():
    claim = json_schema("extraction")["$defs"]["Claim"]

    assert set(claim["properties"]) - set(claim["required"]) == {"in"}
    assert set(json_schema("extraction")["properties"]) - set(json_schema("extraction")["required"]) == {"quantities"}
    assert "from" in json_schema("extraction")["$defs"]["When"]["required"]


def test_numbers_are_numbers():
    low = json_schema("extraction")["$defs"]["Quantity"]["properties"]["low"]

    assert low["anyOf"] == [{"type": "number"}, {"type": "null"}]
    assert Decimal(str(written()["claims"][0]["quantity"]["low"])) == 12


@pytest.mark.parametrize("name", ["extraction", "comparison", "error"])
def test_every_key_says_what_it_holds_where_the_record_does(name):
    schema = json_schema(name)
    claim = json_schema("extraction")["$defs"]["Claim"]["properties"]

    assert claim["metric"]["description"] == "What is counted: an id of the metric lexicon."
    assert claim["start"]["description"] == "First code point."
    assert json_schema("extraction")["$defs"]["When"]["properties"]["from"]["description"].startswith("First day")
    assert "Attributes:" not in json.dumps(schema)
