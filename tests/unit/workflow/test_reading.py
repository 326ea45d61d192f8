"""What a user gives into articles: manifests, flags, and the same article twice."""

import pytest
from runs import extract, jsonl, shown, write

from claimx.errors import ClaimxError, ManifestError
from claimx.sources import Details
from claimx.workflow import ReadSettings

pytestmark = pytest.mark.usefixtures("folder", "stub")


def test_the_same_article_twice_is_kept_once_with_a_note():
    write("a.txt", "Rain fell.")
    write("b.txt", "Rain fell.")
    told = []

    assert shown(extract("a.txt", "b.txt", "a.txt", told=told)) == ["Rain fell."]
    assert [note.code for note in told] == ["CX911", "CX911"]
    assert "b.txt" in told[0].message
    assert "a.txt" in told[0].message


def test_articles_with_ids_of_their_own_are_kept_apart():
    write("a.jsonl", jsonl({"id": "1", "text": "Rain fell."}, {"id": "2", "text": "Rain fell."}))

    assert [each.article.id for each in extract("a.jsonl")] == ["1", "2"]


def test_what_the_user_says_is_for_one_input():
    write("a.jsonl", jsonl({"text": "A."}, {"text": "B.", "source": "Herald"}))
    write("b.txt", "C.")
    settings = ReadSettings(flags=Details("flag", source="The Post"))

    assert {each.article.source for each in extract("a.jsonl", settings=settings)} == {"The Post"}
    with pytest.raises(ClaimxError, match="--source is for one input, and there are 2"):
        extract("a.jsonl", "b.txt", settings=settings)


def test_a_manifest_speaks_of_the_files_of_a_folder(folder):
    (folder / "in").mkdir()
    write("in/a.txt", "Rain fell.")
    write("in/manifest.toml", '["a.txt"]\nsource = "The Post"\npublished = "2031-05-04"\n')

    [record] = extract("in")

    assert (record.article.source, record.article.published_from) == ("The Post", "manifest")


def test_a_manifest_that_names_a_missing_file_stops_everything(folder):
    (folder / "in").mkdir()
    write("in/a.txt", "Rain fell.")
    write("in/manifest.toml", '["b.txt"]\nsource = "The Post"\n')

    with pytest.raises(ManifestError, match=r"there is no file 'b\.txt'"):
        extract("in")
