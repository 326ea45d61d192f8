"""The function that every runner calls: no setting is forgotten, what is not wanted is left out, errors stay errors."""

import inspect
import json
from dataclasses import fields

import pytest
from documents import PAGE

from claimx.batch import extracting
from claimx.batch.extracting import RowSettings, extract_rows
from claimx.batch.items import ArchivedPage
from claimx.batch.rows import article_row, input_row
from claimx.records import make_article
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

    assert extracting.unwanted(english, RowSettings(NO_PIPELINE, languages=("en",))) is None


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
    read = extracting.page_of

    def break_on(raw, *more):
        if raw.content == b"<trap>":
            raise AttributeError("no such thing")
        return read(raw, *more)

    monkeypatch.setattr(extracting, "page_of", break_on)
    broken, fine = extract_rows([input_row(page(b"<trap>")), input_row(page(b"<html>"))], RowSettings(NO_PIPELINE))

    assert (broken["error"], fine["left_out"]) == ("CX990", "no article")
    assert "AttributeError: no such thing" in json.loads(broken["document"])["message"]


def test_what_nobody_foresaw_costs_one_article_and_not_the_run(monkeypatch):
    def break_on(article, _settings):
        if article.id == "odd":
            raise UnicodeError("no such letter")
        return "length"

    monkeypatch.setattr(extracting, "unwanted", break_on)
    given = [article_row(Loaded(make_article("It burned.", id=each, path="a.txt"))) for each in ("odd", "even")]
    broken, fine = extract_rows(given, RowSettings(NO_PIPELINE))

    assert (broken["error"], broken["article_id"], fine["left_out"]) == ("CX990", "odd", "length")
    assert json.loads(broken["document"])["message"].endswith("UnicodeError: no such letter")


def test_memory_that_runs_out_is_told_as_that_and_is_no_bug(monkeypatch):
    def too_little(_raw, *_more):
        raise MemoryError

    monkeypatch.setattr(extracting, "page_of", too_little)
    [row] = extract_rows([input_row(page(b"<html>"))], RowSettings(NO_PIPELINE))

    assert row["error"] == "CX991"
    said = json.loads(row["document"])
    assert said["message"] == "crawl.warc.gz: memory ran out while reading the page https://h.example/a"
    assert said["remedy"] == "free some memory, or give fewer --jobs"
