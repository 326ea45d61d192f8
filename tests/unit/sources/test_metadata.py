"""Articles of texts and of what several places say about them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.sources import Details, Limits, load_article, parse_published


def load(text="Rain fell.", *places, **options):
    return load_article(text, places, path="a.txt", limits=Limits(), **options)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-05-04", "2031-05-04"),
        (" 2031-05-04 ", "2031-05-04"),
        ("20310504", "2031-05-04"),
        ("2031-05-04T09:10:00Z", "2031-05-04T09:10:00Z"),
        ("2031-05-04T09:10:00.5+02:00", "2031-05-04T09:10:00.5+02:00"),
        ("2031-05-04 09:10", "2031-05-04 09:10"),
        ("20310504T091000Z", "2031-05-04T09:10:00+00:00"),
        ("Sun, 04 May 2031 09:10:00 GMT", "2031-05-04T09:10:00+00:00"),
        ("4 May 2031 09:10:00 +0200", "2031-05-04T09:10:00+02:00"),
        ("2031-02-30", None),
        ("2031-13-01", None),
        ("04/05/2031", None),
        ("May 2031", None),
        ("yesterday", None),
        ("", None),
        ("2031-05-04T09:10:00+00:00:30", None),
        ("2031-05-04T25:10:00Z", None),
    ],
)
def test_dates_are_read_where_nothing_has_to_be_guessed(written, expected):
    assert parse_published(written) == expected


@given(st.text(max_size=40))
def test_any_string_is_a_date_or_none(written):
    found = parse_published(written)

    assert found is None or load(places := "x", Details("flag", published=written)).article.published == found, places


def test_the_first_place_that_says_something_is_believed():
    flag = Details("flag", source="The Post")
    field = Details("field", source="Herald", published="2031-05-04", id="h-1")
    page = Details("metadata", title="Rain", published="2031-05-03")

    article = load("Rain fell.", flag, None, field, page).article

    assert (article.source, article.title, article.id) == ("The Post", "Rain", "h-1")
    assert (article.published, article.published_from) == ("2031-05-04", "field")


def test_a_date_that_cannot_be_read_leaves_the_article_undated_with_a_note():
    loaded = load("Rain fell.", Details("field", published="04/05/2031"))

    assert (loaded.article.published, loaded.article.published_from) == (None, None)
    [note] = loaded.notes
    assert (note.code, note.level) == ("CX909", "warning")


def test_without_an_id_it_is_named_by_its_content():
    assert load("Rain fell.").article.id == load("Rain fell.").article.id
    assert load("Rain fell.").article.id != load("Snow fell.").article.id
    assert load("Rain fell.").article.id != load("Rain fell.", Details("flag", source="P")).article.id


def test_only_the_byte_order_mark_is_dropped():
    assert load("\ufeff  Rain\r\nfell.\u00a0 \n").article.text == "  Rain\r\nfell.\u00a0 \n"


@pytest.mark.parametrize("text", ["", " \n\t", "\ufeff", "\0\0"])
def test_an_empty_text_is_refused(text):
    with pytest.raises(SourceError, match="the text is empty") as caught:
        load(text, Details("field", id="h-1"), line=4)

    assert (caught.value.code, caught.value.path, caught.value.line) == ("CX902", "a.txt", 4)
    assert caught.value.input_id == "h-1"


def test_a_text_over_the_limit_is_refused_and_the_setting_named():
    with pytest.raises(SourceError, match=r"11 characters, more than the limit of 10") as caught:
        load_article("x" * 11, (), path=None, limits=Limits(max_article_chars=10))

    assert "--max-article-chars" in caught.value.remedy


def test_halves_of_surrogate_pairs_are_replaced_one_for_one_with_a_note():
    loaded = load("fire \ud83d in \udc00 town", Details("field", source="P\ud800"))

    assert loaded.article.text == "fire \ufffd in \ufffd town"
    assert loaded.article.source == "P\ufffd"
    assert [note.code for note in loaded.notes] == ["CX912"]
    assert loaded.article.model_dump_json()
