"""From names to files."""

import glob
import os
from pathlib import Path

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


LINKS = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no such files")


@LINKS
def test_links_that_lead_out_of_a_folder_are_not_read(folder):
    (folder / "secret.txt").write_text("x")
    (folder / "in" / "out.txt").symlink_to(folder / "secret.txt")
    (folder / "in" / "system.txt").symlink_to("/etc/passwd")
    (folder / "in" / "inside.txt").symlink_to("b.txt")
    (folder / "in" / "gone.txt").symlink_to("nowhere.txt")
    (folder / "in" / "itself.txt").symlink_to("itself.txt")
    before = ["in/a.md", "in/b.txt", "in/c.HTML", "in/deep/d.jsonl", "in/inside.txt", "in/odd[1].txt"]

    assert names("in") == before
    assert names("in/out.txt") == ["in/out.txt"]
    (folder / "other").symlink_to("in")
    assert names("other") == [each.replace("in/", "other/", 1) for each in before]


@LINKS
def test_folders_that_link_back_to_themselves_are_read_once(folder):
    for name in ("in/one", "in/two", "in/deep/three"):
        (folder / name).symlink_to(folder / "in", target_is_directory=True)

    assert names("in") == ["in/a.md", "in/b.txt", "in/c.HTML", "in/deep/d.jsonl", "in/odd[1].txt"]
    assert names("in/**/*.jsonl") == ["in/deep/d.jsonl"]
    assert names("**/d.*") == ["in/deep/d.jsonl"]


@LINKS
def test_what_is_no_file_is_left_out_of_a_folder(folder):
    os.mkfifo(folder / "in" / "pipe.txt")
    (folder / "in" / "folder.txt").mkdir()

    assert names("in/*.txt") == ["in/b.txt", "in/odd[1].txt"]
    assert "in/pipe.txt" not in names("in")


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        ("**/*.txt", ["in/b.txt", "in/odd[1].txt"]),
        (
            "in/**",
            [
                "in/README.md",
                "in/a.md",
                "in/b.txt",
                "in/c.HTML",
                "in/deep/d.jsonl",
                "in/deep/e.png",
                "in/manifest.toml",
                "in/odd[1].txt",
            ],
        ),
        ("*/**/deep/**/*.jsonl", ["in/deep/d.jsonl"]),
        ("i?/**/[ab].*", ["in/a.md", "in/b.txt"]),
        ("./in/**/b.txt", ["./in/b.txt"]),
        ("in/a**d", ["in/a.md"]),
    ],
)
def test_patterns_of_any_depth_find_what_the_library_finds(pattern, found):
    assert names(pattern) == found
    assert found == sorted(each for each in glob.glob(pattern, recursive=True) if Path(each).is_file())  # noqa: PTH207
