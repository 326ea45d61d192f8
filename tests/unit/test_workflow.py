"""Composition: what is given, in which order it comes out, and that nothing bad stops the rest."""

import io
import json
import os
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction
from hypothesis import given
from hypothesis import strategies as st

from claimx import workflow
from claimx.codec import encode
from claimx.errors import ClaimxError, ManifestError
from claimx.records import ErrorRecord, Extraction
from claimx.sources import Details, Loaded
from claimx.workflow import Extractor, ReadSettings
from claimx.workflow.run import INTERNAL


class Stub:
    """Stands where the pipeline does: an extraction without claims, and a bug for one text."""

    def __init__(self):
        self.read: list[str] = []

    def read_one(self, article):
        self.read.append(article.text)
        if "bug" in article.text:
            raise KeyError("boom")
        return make_extraction(article=article)


@pytest.fixture
def stub(monkeypatch):
    stub = Stub()
    monkeypatch.setattr("claimx.workflow.run._load", lambda *_, **__: stub)
    return stub


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name, content):
    Path(name).write_bytes(content if isinstance(content, bytes) else content.encode())


def jsonl(*objects):
    return "".join(f"{json.dumps(each)}\n" for each in objects)


def extract(*items, settings=None, told=None, **options):
    tell = (told if told is not None else []).append
    return list(workflow.extract(items, settings or ReadSettings(), Extractor(**options), tell))


def compare(*items, settings=None, told=None, **options):
    tell = (told if told is not None else []).append
    return workflow.compare(items, settings or ReadSettings(), Extractor(), tell=tell, **options)


def shown(records):
    return [each.code if isinstance(each, ErrorRecord) else each.article.text for each in records]


@pytest.mark.usefixtures("stub")
class TestExtract:
    def test_articles_come_in_the_order_in_which_they_are_given(self):
        write("b.txt", "Second.")
        write("a.jsonl", jsonl({"text": "First."}, {"text": "Also first."}))

        assert shown(extract("b.txt", "a.jsonl")) == ["Second.", "First.", "Also first."]

    def test_a_bad_line_stands_in_its_place_and_the_rest_goes_on(self):
        lines = [json.dumps({"text": f"Story {n}."}) for n in range(1, 11)]
        lines[6] = '{"text": '
        write("ten.jsonl", "\n".join(lines))

        records = extract("ten.jsonl")

        assert len(records) == 10
        assert shown(records)[6] == "CX943"
        assert (records[6].input.path, records[6].input.line) == ("ten.jsonl", 7)

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
    def test_bad_input_is_an_error_record_and_the_next_is_read(self, name, content, code):
        if content is not None:
            write(name, content)
        write("good.txt", "Rain fell.")

        records = extract(name, "good.txt")

        assert shown(records) == [code, "Rain fell."]
        assert records[0].input.path == name
        assert name in records[0].message
        assert records[0].remedy

    def test_a_name_that_no_system_can_open(self):
        assert shown(extract("a\0b.txt")) == ["CX901"]

    def test_a_file_over_the_limit(self):
        write("big.txt", "x " * 100)
        settings = ReadSettings(limits=workflow.Limits(max_file_bytes=100))

        [record] = extract("big.txt", settings=settings)

        assert record.code == "CX904"
        assert "--max-file-bytes" in record.remedy

    def test_the_limit_of_a_file_is_not_that_of_many_articles(self):
        write("many.jsonl", jsonl(*({"text": f"Story {n}."} for n in range(40))))
        settings = ReadSettings(limits=workflow.Limits(max_file_bytes=100))

        assert len(extract("many.jsonl", settings=settings)) == 40

    def test_a_wrong_encoding_is_noted_in_the_extraction(self):
        write("latin.txt", "A café burnt down.".encode("cp1252"))

        [record] = extract("latin.txt")

        assert record.article.text == "A café burnt down."
        assert [note.code for note in record.notes] == ["CX905"]

    @pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-32"])
    @pytest.mark.parametrize("indent", [None, 2])
    def test_a_wrong_encoding_of_json_is_noted_too(self, encoding, indent):
        objects = [{"text": "A café burnt down."}, {"text": "Nobody was hurt."}]
        written = "\n".join(json.dumps(each, indent=indent, ensure_ascii=False) for each in objects)
        write("latin.json", written.encode(encoding))

        cafe, other = extract("latin.json")

        assert (cafe.article.text, other.article.text) == ("A café burnt down.", "Nobody was hurt.")
        assert [note.code for note in cafe.notes] == ["CX905"]

    def test_extractions_in_a_wrong_encoding_say_so(self):
        write("wide.jsonl", encode(make_extraction(article=make_article())).decode().encode("utf-16"))

        [extraction] = workflow.compare(["wide.jsonl"], ReadSettings(), Extractor()).extractions

        assert [note.code for note in extraction.notes] == ["CX905"]

    def test_halves_of_surrogate_pairs_can_be_written(self):
        write("half.jsonl", '{"text": "fire \\ud83d in town"}')

        [record] = extract("half.jsonl")

        assert b"fire \xef\xbf\xbd in town" in encode(record)

    @pytest.mark.skipif(os.name != "posix", reason="names of bytes")
    def test_a_file_name_that_is_no_utf_8_can_be_written(self):
        name = os.fsdecode(b"caf\xe9.txt")

        assert b"caf\xef\xbf\xbd.txt" in encode(extract(name)[0])
        write(name, "Rain fell.")
        assert b"caf\xef\xbf\xbd.txt" in encode(extract(name)[0])

    def test_the_same_article_twice_is_kept_once_with_a_note(self):
        write("a.txt", "Rain fell.")
        write("b.txt", "Rain fell.")
        told = []

        assert shown(extract("a.txt", "b.txt", "a.txt", told=told)) == ["Rain fell."]
        assert [note.code for note in told] == ["CX911", "CX911"]
        assert "b.txt" in told[0].message
        assert "a.txt" in told[0].message

    def test_articles_with_ids_of_their_own_are_kept_apart(self):
        write("a.jsonl", jsonl({"id": "1", "text": "Rain fell."}, {"id": "2", "text": "Rain fell."}))

        assert [each.article.id for each in extract("a.jsonl")] == ["1", "2"]

    def test_standard_input_is_told_apart_like_files(self):
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

    def test_what_the_user_says_is_for_one_input(self):
        write("a.jsonl", jsonl({"text": "A."}, {"text": "B.", "source": "Herald"}))
        write("b.txt", "C.")
        settings = ReadSettings(flags=Details("flag", source="The Post"))

        assert {each.article.source for each in extract("a.jsonl", settings=settings)} == {"The Post"}
        with pytest.raises(ClaimxError, match="--source is for one input, and there are 2"):
            extract("a.jsonl", "b.txt", settings=settings)

    def test_a_manifest_speaks_of_the_files_of_a_folder(self, folder):
        (folder / "in").mkdir()
        write("in/a.txt", "Rain fell.")
        write("in/manifest.toml", '["a.txt"]\nsource = "The Post"\npublished = "2031-05-04"\n')

        [record] = extract("in")

        assert (record.article.source, record.article.published_from) == ("The Post", "manifest")

    def test_a_manifest_that_names_a_missing_file_stops_everything(self, folder):
        (folder / "in").mkdir()
        write("in/a.txt", "Rain fell.")
        write("in/manifest.toml", '["b.txt"]\nsource = "The Post"\n')

        with pytest.raises(ManifestError, match=r"there is no file 'b\.txt'"):
            extract("in")

    def test_an_extraction_is_made_anew_from_its_article(self, stub):
        write("a.json", encode(make_extraction(article=make_article(text="Rain fell."))))

        assert shown(extract("a.json")) == ["Rain fell."]
        assert stub.read == ["Rain fell."]

    def test_an_extraction_without_text_cannot_be_made_anew(self):
        article = make_article(text="Rain fell.").model_copy(update={"text": None})
        write("a.json", encode(make_extraction(article=article)))

        [record] = extract("a.json")

        assert "without the article's text" in record.message

    def test_error_records_are_passed_on(self):
        write("a.jsonl", encode(extract("missing.txt")[0]) + b"\n" + jsonl({"text": "A."}).encode())

        assert shown(extract("a.jsonl")) == ["CX901", "A."]

    def test_records_can_be_given(self):
        article = make_article(text="Rain fell.")

        assert shown(extract(article, make_extraction(article=make_article(text="Snow.")))) == ["Rain fell.", "Snow."]

    def test_a_bug_costs_one_article(self):
        write("a.jsonl", jsonl({"id": "a", "text": "A bug."}, {"id": "b", "text": "Rain fell."}))

        records = extract("a.jsonl")

        assert shown(records) == [INTERNAL, "Rain fell."]
        assert "KeyError" in records[0].message
        assert records[0].input.id == "a"
        with pytest.raises(KeyError):
            extract("a.jsonl", strict=True)

    def test_the_text_can_be_left_out(self):
        write("a.txt", "Rain fell.")

        [record] = extract("a.txt", keep_text=False)

        assert record.article.text is None
        assert record.article.text_sha256

    def test_the_first_article_is_read_before_the_second_is_there(self, stub):
        def items():
            yield make_article(text="A.")
            assert stub.read == ["A."]
            yield make_article(text="B.")

        assert shown(workflow.extract(items(), ReadSettings(), Extractor())) == ["A.", "B."]


def two_claims(source, text="At least 12 people were killed in the blast in Tarnow.", words="At least 12"):
    article = make_article(text=text, source=source, published="2031-05-04")
    return make_extraction(article=article, claims=[make_claim(article=article, text=words)])


class TestCompare:
    def test_json_alone_loads_no_pipeline(self, stub):
        write("a.jsonl", encode(two_claims("The Post")) + b"\n" + encode(two_claims("Herald")) + b"\n")
        compared = compare("a.jsonl")

        assert stub.read == []
        assert len(compared.extractions) == 2
        assert len(compared.comparison.articles) == 2

    @pytest.mark.usefixtures("stub")
    def test_articles_and_extractions_may_be_mixed_even_in_one_file(self):
        write("a.jsonl", encode(two_claims("The Post")) + b"\n" + jsonl({"text": "Rain fell."}).encode())
        write("b.txt", "Snow fell.")
        compared = compare("a.jsonl", "b.txt")

        assert sorted(each.article.text[:4] for each in compared.extractions) == ["At l", "Rain", "Snow"]

    def test_what_cannot_be_read_is_kept_apart(self):
        compared = compare("missing.txt", two_claims("The Post"))

        assert [each.code for each in compared.errors] == ["CX901"]
        assert len(compared.comparison.articles) == 1

    def test_error_records_of_an_extraction_count_as_errors(self):
        write("a.jsonl", encode(compare("missing.txt").errors[0]))

        assert [each.code for each in compare("a.jsonl").errors] == ["CX901"]

    def test_a_comparison_is_no_input(self):
        write("a.json", encode(compare(two_claims("The Post")).comparison))

        [error] = compare("a.json").errors
        assert "this is a comparison" in error.message

    @pytest.mark.usefixtures("stub")
    def test_the_same_article_as_text_and_json_is_kept_once(self, stub):
        extraction = two_claims("The Post")
        told = []
        compared = compare(extraction.article, extraction, told=told)

        assert stub.read == []
        assert len(compared.extractions) == 1
        assert [note.code for note in told] == ["CX911"]

    def test_the_order_of_the_inputs_plays_no_part(self):
        given = [two_claims("The Post"), two_claims("Herald"), two_claims("The Post")]

        assert compare(*given).comparison == compare(*reversed(given)).comparison

    def test_one_record_given_twice_is_kept_once(self):
        extraction = two_claims("The Post")

        assert compare(extraction, extraction).extractions == (extraction,)

    def test_only_some_metrics(self):
        text = "At least 12 people were killed and 30 injured in Tarnow."
        article = make_article(text=text)
        whole = make_claim(article=article, text="At least 12")
        part = make_claim(article=article, text="30", metric="injured", part_of=whole)
        extraction = make_extraction(article=article, claims=[whole, part])

        [kept] = compare(extraction, metrics=frozenset({"injured"})).extractions
        assert [(claim.metric, claim.part_of) for claim in kept.claims] == [("injured", None)]
        assert Extraction.model_validate(kept.model_dump())

    def test_a_metric_without_figures_is_said(self):
        told = []
        compare(two_claims("The Post"), metrics=frozenset({"killed", "injured"}), told=told)

        [note] = told
        assert (note.code, note.level) == ("CX913", "warning")
        assert note.message == "there is no figure of the metric 'injured'; there are figures of killed"

    def test_a_metric_that_nobody_knows_is_refused_and_its_neighbours_named(self):
        with pytest.raises(ClaimxError, match="there is no metric 'kiled'") as caught:
            compare(two_claims("The Post"), metrics=frozenset({"kiled"}))

        assert caught.value.remedy.startswith("did you mean killed?")
        assert caught.value.code == "CX967"

    def test_places_events_and_days_without_figures_are_said(self):
        told = []
        given = two_claims("The Post")
        compared = compare(given, where=("Atlantis",), events=("eclipse",), since="2999", told=told)

        assert [note.code for note in told] == ["CX913"] * 3
        assert [note.message.split(";")[0] for note in told] == [
            "there is no figure of the place 'Atlantis'",
            "there is no figure of the event 'eclipse'",
            "there is no figure since 2999",
        ]
        assert compared.extractions[0].claims == ()

    def test_a_day_that_is_none_is_refused(self):
        with pytest.raises(ClaimxError, match="'soon' is no date"):
            compare(two_claims("The Post"), since="soon")

    def test_pairs_are_given_when_they_are_asked_for(self):
        given = (two_claims("The Post"), two_claims("Herald"))

        assert all(group.pairs is None for group in compare(*given).comparison.groups)
        assert any(group.pairs for group in compare(*given, pairs=True).comparison.groups)


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a"]))
def test_any_file_gives_articles_extractions_and_error_records(tmp_path_factory, content, name):
    path = tmp_path_factory.mktemp("any") / name
    path.write_bytes(content)

    for each in workflow.read_inputs([path], ReadSettings()):
        assert isinstance(each, Loaded | Extraction | ErrorRecord)
        assert encode(each) if isinstance(each, ErrorRecord) else each.article.text
