"""Articles of JSON objects."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.sources import Details, FieldMap, Limits, article_of


def article(value, *, fields="", places=(None, None)):
    return article_of(value, FieldMap.parse(fields), places, path="a.jsonl", line=7, limits=Limits()).article


def test_the_fields_of_the_contract():
    found = article(
        {
            "id": "h-1",
            "text": "Rain fell.",
            "title": "Rain",
            "published": "2031-05-04",
            "source": "Herald",
            "url": "https://herald.example/rain",
            "mood": ["ignored"],
        }
    )

    assert (found.id, found.text, found.title, found.source) == ("h-1", "Rain fell.", "Rain", "Herald")
    assert (found.published, found.published_from) == ("2031-05-04", "field")
    assert (found.url, found.path) == ("https://herald.example/rain", "a.jsonl")


def test_other_names_are_mapped_into_objects_too():
    value = {"body": "Rain fell.", "text": "not this", "meta": {"date": "2031-05-04"}, "a.b": "Herald"}
    found = article(value, fields="text=body, published=meta.date,source=a.b")

    assert (found.text, found.published, found.source) == ("Rain fell.", "2031-05-04", "Herald")


def test_a_number_is_a_good_id():
    assert article({"id": 17, "text": "Rain fell."}).id == "17"


def test_flags_are_believed_more_than_fields_and_manifests_less():
    value = {"text": "Rain fell.", "source": "Herald"}
    places = (Details("flag", source="The Post"), Details("manifest", source="X", published="2031-05-04"))

    assert article(value, places=places).source == "The Post"
    assert article(value, places=(None, places[1])).source == "Herald"
    assert article(value, places=(None, places[1])).published_from == "manifest"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ([], "not a JSON object"),
        ("text", "not a JSON object"),
        (None, "not a JSON object"),
        ({}, "no 'text'"),
        ({"text": None}, "no 'text'"),
        ({"text": 5}, "'text' is not a string"),
        ({"text": "x", "published": 2031}, "'published' is not a string"),
        ({"text": "x", "id": True}, "'id' is not a string"),
        ({"text": " "}, "the text is empty"),
    ],
)
def test_what_is_no_article_is_refused_with_its_line(value, words):
    with pytest.raises(SourceError, match=words) as caught:
        article(value)

    assert (caught.value.path, caught.value.line) == ("a.jsonl", 7)
    assert caught.value.message.startswith("a.jsonl:7: ")


def test_a_missing_mapped_text_is_named_by_its_key():
    with pytest.raises(SourceError, match="no 'body'"):
        article({"text": "Rain fell."}, fields="text=body")


@pytest.mark.parametrize("written", ["body", "body=", "=body", "headline=title", "text=a,b"])
def test_a_field_map_that_means_nothing_is_refused(written):
    with pytest.raises(ValueError, match="is not field=key"):
        FieldMap.parse(written)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(alphabet=st.characters()),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "text", "title", "published", "source", "url", "x"]), inner)
    ),
    max_leaves=8,
)


@given(JSON)
def test_any_json_is_an_article_or_a_claimx_error(value):
    with suppress(SourceError):
        assert json.loads(article(value).model_dump_json())["text"]
