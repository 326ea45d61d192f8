"""Documents of the contract: versions, strictness, round trips."""

import io
import json
from contextlib import suppress

import pytest
from builders import make_article, make_claim, make_extraction
from hypothesis import given
from hypothesis import strategies as st

from claimx.codec import decode_document, encode, read_documents, write_comparison, write_extractions
from claimx.compare import compare_extractions
from claimx.errors import ClaimxError, CodecError
from claimx.records import ErrorInput, ErrorRecord, Extraction

ERROR = ErrorRecord(input=ErrorInput(path="a.txt"), code="CX902", message="empty", remedy="fill it")


@pytest.fixture
def extraction() -> Extraction:
    article = make_article()
    return make_extraction(article=article, claims=[make_claim(article=article, text="At least 12")])


def changed(extraction: Extraction, **changes: object) -> dict[str, object]:
    return {**json.loads(encode(extraction)), **changes}


def test_what_is_written_is_read_back(extraction):
    comparison = compare_extractions([extraction], pairs=True)

    for record in (extraction, comparison, ERROR):
        assert decode_document(json.loads(encode(record))).record == record


@pytest.mark.parametrize("form", ["json", "jsonl"])
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_many_are_read_back_from_either_form(extraction, form, count):
    records = [extraction, ERROR, extraction][:count]
    written = io.BytesIO()
    write_extractions(iter(records), written, form=form)

    assert [each.record for each in read_documents(io.BytesIO(written.getvalue()))] == records
    assert written.getvalue().endswith(b"\n") or form == "jsonl"


def test_json_is_an_object_for_one_article_and_an_array_for_several(extraction):
    def written(*records):
        stream = io.BytesIO()
        write_extractions(records, stream, form="json")
        return json.loads(stream.getvalue())

    assert isinstance(written(extraction), dict)
    assert [each["schema"] for each in written(extraction, ERROR)] == ["claimx.extraction", "claimx.error"]
    assert written() == []


def test_jsonl_is_one_object_a_line_and_flushed_as_it_comes(extraction):
    class Stream(io.BytesIO):
        flushed = 0

        def flush(self):
            self.flushed += 1

    stream = Stream()
    write_extractions([extraction, ERROR], stream, form="jsonl")

    assert stream.flushed == 2
    assert [json.loads(line)["schema"] for line in stream.getvalue().splitlines()] == [
        "claimx.extraction",
        "claimx.error",
    ]


def test_letters_are_written_as_themselves():
    article = make_article(text="В Тарнове погибли 12 человек.")

    assert "погибли".encode() in encode(make_extraction(article=article, claims=[]))


def test_a_comparison_is_indented(extraction):
    stream = io.BytesIO()
    write_comparison(compare_extractions([extraction]), stream)

    assert b'\n  "schema_version": "1.0",\n' in stream.getvalue()


def test_unknown_fields_of_our_own_version_are_refused(extraction):
    with pytest.raises(CodecError, match=r"x\.json:3: mood: Extra inputs"):
        decode_document(changed(extraction, mood="sad"), path="x.json", line=3)


def test_unknown_fields_of_a_newer_minor_version_are_dropped_with_a_note(extraction):
    value = changed(extraction, schema_version="1.4", mood="sad")
    value["claims"][0]["quantity"]["smell"] = {"deep": [1]}
    value["claims"][0]["sentence"]["taste"] = 1

    decoded = decode_document(value)

    assert decoded.dropped == ("claims.*.quantity.smell", "claims.*.sentence.taste", "mood")
    assert decoded.record.claims == extraction.claims
    assert decoded.record.schema_version == "1.0"
    [note] = decoded.record.notes
    assert note.code == "CX942"
    assert "claims.*.quantity.smell" in note.message
    assert value["mood"] == "sad", "the value given is not changed"


def test_a_newer_minor_version_without_news_has_no_note(extraction):
    assert decode_document(changed(extraction, schema_version="1.9")).record == extraction


@pytest.mark.parametrize("version", ["2.0", "0.9", "1", "one", None, 1.0, "1.0.0", "१.०"])
def test_an_unknown_major_version_is_refused_by_name_and_line(extraction, version):
    with pytest.raises(CodecError, match=r"old\.json:2: claimx\.extraction of version") as caught:
        decode_document(changed(extraction, schema_version=version), path="old.json", line=2)

    assert (caught.value.code, caught.value.path, caught.value.line) == ("CX941", "old.json", 2)


@pytest.mark.parametrize("schema", ["claimx.poem", None, 7, ["claimx.extraction"]])
def test_an_unknown_schema_is_refused(extraction, schema):
    with pytest.raises(CodecError, match="is not one of"):
        decode_document(changed(extraction, schema=schema))


def test_a_span_that_does_not_hold_its_text_is_refused(extraction):
    value = changed(extraction)
    value["claims"][0]["start"] += 1
    value["claims"][0]["end"] += 1

    with pytest.raises(CodecError, match="does not hold"):
        decode_document(value)


def test_half_a_surrogate_pair_is_said_and_not_a_crash():
    with pytest.raises(CodecError, match="surrogate"):
        encode(make_extraction(article=make_article(text="fire \ud83d in town"), claims=[]))


def test_half_a_surrogate_pair_is_not_read_either(extraction):
    value = changed(extraction)
    value["claims"][0]["metric"] = "killed\ud800"

    with pytest.raises(CodecError, match="surrogate"):
        decode_document(value)


def test_reading_stops_at_what_claimx_does_not_write():
    with pytest.raises(CodecError, match=r"in\.json:1: this is not a JSON object"):
        list(read_documents(io.BytesIO(b"[1]"), path="in.json"))


@given(st.binary(max_size=200))
def test_any_bytes_give_records_or_a_claimx_error(content):
    with suppress(ClaimxError):
        for decoded in read_documents(io.BytesIO(content)):
            assert encode(decoded.record)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3), max_leaves=8
)


@given(st.data())
def test_any_change_of_a_document_gives_a_record_or_a_claimx_error(data):
    article = make_article()
    value = json.loads(encode(make_extraction(article=article, claims=[make_claim(article=article, text="12")])))
    value["schema_version"] = data.draw(st.sampled_from(["1.0", "1.7"]))
    place = value
    for _ in range(data.draw(st.integers(0, 4))):
        inside = list(place.values()) if isinstance(place, dict) else list(place)
        containers = [each for each in inside if isinstance(each, dict | list) and each]
        if not containers:
            break
        place = data.draw(st.sampled_from(containers))
    key = data.draw(st.sampled_from(sorted(place)) if isinstance(place, dict) else st.integers(0, len(place) - 1))
    place[key] = data.draw(JSON)

    with suppress(ClaimxError):
        assert encode(decode_document(value).record)
