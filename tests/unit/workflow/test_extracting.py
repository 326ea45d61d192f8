"""Articles into extractions: in which order they come out, and that a bug costs one of them."""

import json

import pytest
from builders import make_article, make_extraction
from runs import extract, jsonl, shown, write

from claimx import workflow
from claimx.codec import encode
from claimx.workflow import Extractor, ReadSettings
from claimx.workflow.unread import INTERNAL

pytestmark = pytest.mark.usefixtures("folder", "stub")


def test_articles_come_in_the_order_in_which_they_are_given():
    write("b.txt", "Second.")
    write("a.jsonl", jsonl({"text": "First."}, {"text": "Also first."}))

    assert shown(extract("b.txt", "a.jsonl")) == ["Second.", "First.", "Also first."]


def test_a_bad_line_stands_in_its_place_and_the_rest_goes_on():
    lines = [json.dumps({"text": f"Story {n}."}) for n in range(1, 11)]
    lines[6] = '{"text": '
    write("ten.jsonl", "\n".join(lines))

    records = extract("ten.jsonl")

    assert len(records) == 10
    assert shown(records)[6] == "CX943"
    assert (records[6].input.path, records[6].input.line) == ("ten.jsonl", 7)


def test_an_extraction_is_made_anew_from_its_article(stub):
    write("a.json", encode(make_extraction(article=make_article(text="Rain fell."))))

    assert shown(extract("a.json")) == ["Rain fell."]
    assert stub.read == ["Rain fell."]


def test_an_extraction_without_text_cannot_be_made_anew():
    article = make_article(text="Rain fell.").model_copy(update={"text": None})
    write("a.json", encode(make_extraction(article=article)))

    [record] = extract("a.json")

    assert "without the article's text" in record.message


def test_error_records_are_passed_on():
    write("a.jsonl", encode(extract("missing.txt")[0]) + b"\n" + jsonl({"text": "A."}).encode())

    assert shown(extract("a.jsonl")) == ["CX901", "A."]


def test_records_can_be_given():
    article = make_article(text="Rain fell.")

    assert shown(extract(article, make_extraction(article=make_article(text="Snow.")))) == ["Rain fell.", "Snow."]


def test_a_bug_costs_one_article():
    write("a.jsonl", jsonl({"id": "a", "text": "A bug."}, {"id": "b", "text": "Rain fell."}))

    records = extract("a.jsonl")

    assert shown(records) == [INTERNAL, "Rain fell."]
    assert "KeyError" in records[0].message
    assert records[0].input.id == "a"
    with pytest.raises(KeyError):
        extract("a.jsonl", strict=True)


def test_the_text_can_be_left_out():
    write("a.txt", "Rain fell.")

    [record] = extract("a.txt", keep_text=False)

    assert record.article.text is None
    assert record.article.text_sha256


def test_the_first_article_is_read_before_the_second_is_there(stub):
    def items():
        yield make_article(text="A.")
        assert stub.read == ["A."]
        yield make_article(text="B.")

    assert shown(workflow.extract(items(), ReadSettings(), Extractor())) == ["A.", "B."]
