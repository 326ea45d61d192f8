"""Files that are kept: whole with their checksum, or not at all; what is there, and how it goes."""

import os
from pathlib import Path

import pytest

from claimx.cache_folder import Kept, clear, default_cache, keep, kept_files, read_kept

ENTRY = "extractions/0a/" + "b" * 62 + ".json"
INDEX = "places-en-0123456789abcdef.txt"
MODEL = f"model-{'c' * 32}.verified"


def test_what_is_kept_is_read_again_and_stands_alone_in_its_folder(tmp_path: Path):
    file = tmp_path / "new" / "kept.txt"
    keep(file, b"one\ntwo")
    keep(file, b"three\n")

    assert read_kept(file) == b"three\n"
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.skipif(os.name != "posix", reason="modes of files")
def test_nobody_else_may_read_it(tmp_path: Path):
    """An article may not be published yet."""
    keep(tmp_path / "kept.txt", b"one")

    assert (tmp_path / "kept.txt").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("damaged", [b"", b"three\n", b"\xff\nthree\n", b"0" * 64 + b"\nthree\n"])
def test_damage_is_told(tmp_path: Path, damaged: bytes):
    file = tmp_path / "kept.txt"
    file.write_bytes(damaged)

    with pytest.raises(ValueError, match=r"checksum|ascii"):
        read_kept(file)


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path):
    file = tmp_path / "kept.txt"
    file.mkdir()

    with pytest.raises(OSError, match=r"kept\.txt"):
        keep(file, b"three\n")

    assert list(tmp_path.iterdir()) == [file]


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"12345")


def test_what_is_kept_is_counted_by_sort(cache_folder: Path):
    assert [each.files for each in kept_files()] == [0, 0, 0]
    write(cache_folder, ENTRY, f"{ENTRY}.x_1.part", INDEX, MODEL, "mine.txt")

    assert kept_files() == (
        Kept("extractions", 2, 10),
        Kept("places", 1, 5),
        Kept("checks of models", 1, 5),
    )


def test_clearing_removes_what_is_ours_and_nothing_else(cache_folder: Path):
    others = [
        "mine.txt",
        "download.part",
        "places-uk-towns.txt",
        "extractions/0a/notes.json",
        "extractions/my/data.json",
    ]
    write(cache_folder, ENTRY, ENTRY.replace("0a", "ff"), f"{INDEX}.abc.part", INDEX, MODEL, *others)
    (cache_folder / "extractions" / "link.json").symlink_to(cache_folder / "mine.txt")

    assert clear() == Kept("all", 5, 25)
    left = sorted(path.relative_to(cache_folder).as_posix() for path in cache_folder.rglob("*") if path.is_file())
    assert left == sorted([*others, "extractions/link.json"])
    assert not (cache_folder / "extractions" / "ff").exists()
    assert clear() == Kept("all", 0, 0)


def test_a_link_is_removed_and_not_what_it_leads_to(cache_folder: Path):
    write(cache_folder, "mine.txt")
    (cache_folder / INDEX).symlink_to(cache_folder / "mine.txt")
    clear()

    assert [path.name for path in cache_folder.iterdir()] == ["mine.txt"]


def test_a_folder_with_such_a_name_is_not_ours(cache_folder: Path):
    write(cache_folder, f"{INDEX}/mine.txt")

    assert clear() == Kept("all", 0, 0)
    assert (cache_folder / INDEX / "mine.txt").exists()


def test_a_folder_that_is_none_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CLAIMX_CACHE_DIR", str(tmp_path / "file"))

    assert clear() == Kept("all", 0, 0)


def fail(*_: object, **__: object) -> Path:
    raise RuntimeError("could not determine the home directory")


@pytest.mark.parametrize("found", [fail, lambda *_, **__: Path("~/.cache/claimx")], ids=["raised", "not expanded"])
def test_a_user_without_a_home_has_no_folder(found, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CLAIMX_CACHE_DIR")
    monkeypatch.setattr("claimx.cache_folder.platformdirs.user_cache_path", found)

    with pytest.raises(OSError, match="null"):
        keep(default_cache() / INDEX, b"1")
    assert list(tmp_path.iterdir()) == []
    assert clear() == Kept("all", 0, 0)
