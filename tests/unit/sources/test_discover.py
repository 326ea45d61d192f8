"""From names to files."""

import os

import pytest

from claimx.errors import SourceError
from claimx.sources import Found, discover


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for name in (
        "b.txt",
        "a.md",
        "c.HTML",
        "deep/d.jsonl",
        "deep/e.png",
        ".hidden/f.txt",
        ".g.txt",
        "README.md",
        "manifest.toml",
        "odd[1].txt",
    ):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*given: str) -> list[str | None]:
    found = list(discover(given))
    for each in found:
        if isinstance(each, SourceError):
            raise each
    return [each.name for each in found]


def test_a_folder_gives_its_articles_sorted():
    assert names("in") == ["in/a.md", "in/b.txt", "in/c.HTML", "in/deep/d.jsonl", "in/odd[1].txt"]


def test_files_are_named_as_the_user_named_them_in_that_order():
    assert names("in/b.txt", "./in/a.md", "-", "in/e.png") == ["in/b.txt", "./in/a.md", None, "in/e.png"]


def test_patterns():
    assert names("in/*.txt") == ["in/b.txt", "in/odd[1].txt"]
    assert names("in/**/*.jsonl") == ["in/deep/d.jsonl"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file():
    assert names("in/odd[1].txt") == ["in/odd[1].txt"]


def test_what_is_not_there_is_left_for_opening():
    assert names("nowhere.txt") == ["nowhere.txt"]


@pytest.mark.parametrize("given", ["https://post.example/story", "HTTP://post.example", "ftp://post.example/x.txt"])
def test_an_address_is_no_file(given):
    assert list(discover([given])) == [Found(None, given, is_address=True)]


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("in/*.pdf", "no file matches"),
        ("empty", "no article in this folder"),
        ("", "an empty name"),
    ],
)
def test_where_nothing_is_found_there_is_an_error(folder, given, words):
    (folder / "empty").mkdir()

    with pytest.raises(SourceError, match=words) as caught:
        names(given)
    assert caught.value.code == "CX906"


@pytest.mark.parametrize("given", ["www.post.example/a", "post.example/news/1", "www.post.example", "WWW.Post.example"])
def test_an_address_without_its_beginning_is_told_how_to_begin(given):
    with pytest.raises(SourceError, match="an address begins with https://") as caught:
        names(given)

    assert caught.value.remedy == f"if this is an address, give https://{given}"


def test_a_file_that_is_named_like_an_address_is_a_file(folder):
    (folder / "post.example").mkdir()
    (folder / "post.example" / "story").write_text("Rain fell.")

    assert names("post.example/story") == ["post.example/story"]
    assert names("story.txt") == ["story.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_read(folder):
    (folder / "in" / "deep").chmod(0)

    with pytest.raises(SourceError, match="Permission denied"):
        names("in")
