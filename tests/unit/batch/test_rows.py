"""Plain values that cross processes: nothing is lost on the way, and no setting is forgotten."""

import inspect
import json
from dataclasses import fields

import pytest
from builders import make_claim, make_extraction
from documents import PAGE

from claimx.batch import rows
from claimx.batch.items import ArchivedPage
from claimx.batch.rows import RowSettings, article_row, extract_rows, input_row, loaded_of, record_of, row_of
from claimx.records import ErrorInput, ErrorRecord, Note, make_article
from claimx.sources import Loaded
from claimx.sources.warc import RawPage
from claimx.workflow import Extractor, ExtractSettings


def test_every_option_of_an_extractor_is_a_setting():
    arguments = set(inspect.signature(Extractor.__init__).parameters) - {"self", "strict"}
    decisive = {name for name in arguments if not name.startswith("on_")}  # those only tell how far it is

    assert {"packs" if field.name == "lexicon" else field.name for field in fields(ExtractSettings)} == decisive


def test_settings_come_back_from_their_text():
    extract = ExtractSettings(model="other", quantities=True, keep_text=False, lexicon=("a", "b"), tagger=False)
    settings = RowSettings(extract, languages=("en", "de"), min_chars=200, max_article_chars=9000)

    assert RowSettings.of_text(settings.to_text()) == settings


def test_an_extractor_tells_its_settings():
    assert Extractor(quantities=True, keep_text=False).settings == ExtractSettings(quantities=True, keep_text=False)


def test_an_article_comes_back_from_plain_values():
    loaded = Loaded(
        make_article("Twelve died.", id="a1", source="The Post", path="a.txt", published="2024-03-26"),
        (Note(code="CX905", level="warning", message="it was no UTF-8"),),
    )
    plain = json.loads(json.dumps(article_row(loaded)))

    assert loaded_of(plain) == loaded


def test_a_row_holds_the_record_and_tells_of_it():
    article = make_article("At least 12 people were killed, the police said.", id="a1")
    extraction = make_extraction(article=article, claims=[make_claim(article=article)])
    row = row_of(extraction)

    assert record_of(row) == extraction
    assert (row["article_id"], row["claims"], row["error"]) == (extraction.article.id, 1, None)


def test_a_row_of_an_error():
    record = ErrorRecord(input=ErrorInput(path="a.txt", line=3), code="CX902", message="it is empty", remedy="fill it")
    row = row_of(record)

    assert record_of(row) == record
    assert (row["path"], row["error"], row["claims"]) == ("a.txt", "CX902", 0)


def test_what_no_json_can_hold_is_an_error():
    extraction = make_extraction(article=make_article("Half a pair: \ud83d.", id="odd"))

    assert row_of(extraction)["error"] == "CX940"


NO_PIPELINE = ExtractSettings(model="there is none")
"""So that reading an article fails loudly."""


@pytest.mark.parametrize(
    ("text", "settings", "reason"),
    [
        ("A storm killed four people.", {"min_chars": 100}, "length"),
        ("Der Sturm riss das Dach der Kirche fort und tötete vier Leute. " * 5, {"languages": ("en",)}, "language"),
    ],
)
def test_what_is_not_wanted_is_left_out_without_a_pipeline(text, settings, reason):
    [row] = extract_rows([article_row(Loaded(make_article(text, id="a")))], RowSettings(NO_PIPELINE, **settings))

    assert (row["article_id"], row["left_out"], row["error"], row["document"]) == ("a", reason, None, "")


def test_what_is_left_out_for_its_language_is_told_as_in_an_extraction(monkeypatch):
    monkeypatch.setattr("py3langid.classify", lambda _: ("nl", 1.0))
    english = make_article("The mayor of the town said that it was the worst flood since the one of last year. " * 4)

    assert rows.unwanted(english, RowSettings(NO_PIPELINE, languages=("en",))) is None


def page(content: bytes, packing: str = "identity") -> ArchivedPage:
    return ArchivedPage(RawPage("https://h.example/a", content, packing, None), "crawl.warc.gz")


def test_a_page_without_an_article_is_left_out():
    [row] = extract_rows([input_row(page(b"<html></html>"))], RowSettings(NO_PIPELINE))

    assert (row["path"], row["left_out"]) == ("crawl.warc.gz", "no article")


def test_a_page_that_cannot_be_read_is_an_error():
    [row] = extract_rows([input_row(page(b"x", "br"))], RowSettings(NO_PIPELINE))

    assert row["error"] == "CX917"
    assert json.loads(row["document"])["input"]["id"] == "https://h.example/a"


def test_a_page_is_an_article_like_others():
    [row] = extract_rows([input_row(page(PAGE.encode()))], RowSettings(NO_PIPELINE, min_chars=10_000))

    assert (row["url"], row["left_out"]) == ("https://h.example/a", "length")


def test_a_page_that_breaks_a_library_is_an_error_and_the_next_is_read(monkeypatch):
    read = rows.page_of

    def break_on(raw, *more):
        if raw.content == b"<trap>":
            raise AttributeError("no such thing")
        return read(raw, *more)

    monkeypatch.setattr(rows, "page_of", break_on)
    broken, fine = extract_rows([input_row(page(b"<trap>")), input_row(page(b"<html>"))], RowSettings(NO_PIPELINE))

    assert (broken["error"], fine["left_out"]) == ("CX990", "no article")
    assert "AttributeError: no such thing" in json.loads(broken["document"])["message"]
