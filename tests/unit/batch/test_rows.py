"""Plain values that cross processes: nothing is lost on the way."""

import json

from builders import make_claim, make_extraction

from claimx.batch.rows import article_row, loaded_of, record_of, row_of
from claimx.records import ErrorInput, ErrorRecord, Note, make_article
from claimx.sources import Loaded


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
