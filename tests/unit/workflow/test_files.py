"""Files of every sort: what they hold, and that nothing bad in one stops the rest."""

import io
import json
import os

import pytest
from builders import make_article, make_extraction
from hypothesis import given
from hypothesis import strategies as st
from runs import extract, jsonl, shown, write

from claimx import workflow
from claimx.codec import encode
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Loaded
from claimx.workflow import Extractor, ReadSettings

pytestmark = pytest.mark.usefixtures("folder", "stub")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.txt", None, "CX901"),
        ("empty.txt", "", "CX902"),
        ("blank.txt", " \n ", "CX902"),
        ("blank.jsonl", "\n \n", "CX902"),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0", "CX903"),
        ("nul.txt", b"A story\0.", "CX903"),
        ("nul.jsonl", b'{"text": "a\0"}', "CX903"),
        ("page.html", "<html><body></body></html>", "CX907"),
        ("no_text.jsonl", '{"title": "x"}\n', "CX908"),
        ("list.json", "[1]", "CX908"),
        ("deep.json", '{"text":' * 100_000, "CX943"),
        ("old.json", '{"schema": "claimx.extraction", "schema_version": "9.0"}', "CX941"),
        ("not_ours.json", '{"schema": "claimx.poem", "schema_version": "1.0"}', "CX940"),
        ("broken.json", '{"schema": "claimx.extraction", "schema_version": "1.0"}', "CX940"),
    ],
)
def test_bad_input_is_an_error_record_and_the_next_is_read(name, content, code):
    if content is not None:
        write(name, content)
    write("good.txt", "Rain fell.")

    records = extract(name, "good.txt")

    assert shown(records) == [code, "Rain fell."]
    assert records[0].input.path == name
    assert name in records[0].message
    assert records[0].remedy


def test_a_name_that_no_system_can_open():
    assert shown(extract("a\0b.txt")) == ["CX901"]


def test_a_file_over_the_limit():
    write("big.txt", "x " * 100)
    settings = ReadSettings(limits=workflow.Limits(max_file_bytes=100))

    [record] = extract("big.txt", settings=settings)

    assert record.code == "CX904"
    assert "--max-file-bytes" in record.remedy


def test_the_limit_of_a_file_is_not_that_of_many_articles():
    write("many.jsonl", jsonl(*({"text": f"Story {n}."} for n in range(40))))
    settings = ReadSettings(limits=workflow.Limits(max_file_bytes=100))

    assert len(extract("many.jsonl", settings=settings)) == 40


def test_a_wrong_encoding_is_noted_in_the_extraction():
    write("latin.txt", "A café burnt down.".encode("cp1252"))

    [record] = extract("latin.txt")

    assert record.article.text == "A café burnt down."
    assert [note.code for note in record.notes] == ["CX905"]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_wrong_encoding_of_json_is_noted_too(encoding, indent):
    objects = [{"text": "A café burnt down."}, {"text": "Nobody was hurt."}]
    written = "\n".join(json.dumps(each, indent=indent, ensure_ascii=False) for each in objects)
    write("latin.json", written.encode(encoding))

    cafe, other = extract("latin.json")

    assert (cafe.article.text, other.article.text) == ("A café burnt down.", "Nobody was hurt.")
    assert [note.code for note in cafe.notes] == ["CX905"]


def test_extractions_in_a_wrong_encoding_say_so():
    write("wide.jsonl", encode(make_extraction(article=make_article())).decode().encode("utf-16"))

    [extraction] = workflow.compare(["wide.jsonl"], ReadSettings(), Extractor()).extractions

    assert [note.code for note in extraction.notes] == ["CX905"]


def test_halves_of_surrogate_pairs_can_be_written():
    write("half.jsonl", '{"text": "fire \\ud83d in town"}')

    [record] = extract("half.jsonl")

    assert b"fire \xef\xbf\xbd in town" in encode(record)


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
def test_a_file_name_that_is_no_utf_8_can_be_written():
    name = os.fsdecode(b"caf\xe9.txt")

    assert b"caf\xef\xbf\xbd.txt" in encode(extract(name)[0])
    write(name, "Rain fell.")
    assert b"caf\xef\xbf\xbd.txt" in encode(extract(name)[0])


def test_standard_input_is_told_apart_like_files():
    for content, expected in (
        (b"Rain fell.", ["Rain fell."]),
        (jsonl({"text": "A."}, {"text": "B."}).encode(), ["A.", "B."]),
        (b'[{"text": "A."}]', ["A."]),
        (
            b"<html><body><p>Rain fell on the whole town today.</p></body></html>",
            ["Rain fell on the whole town today."],
        ),
        (b"", ["CX902"]),
    ):
        assert shown(extract("-", settings=ReadSettings(stdin=io.BytesIO(content)))) == expected


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a"]))
def test_any_file_gives_articles_extractions_and_error_records(tmp_path_factory, content, name):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)

    for each in workflow.read_inputs([path], ReadSettings()):
        assert isinstance(each, Loaded | Extraction | ErrorRecord)
        assert encode(each) if isinstance(each, ErrorRecord) else each.article.text
