"""Files that are kept: whole with their checksum, or not at all."""

from pathlib import Path

import pytest

from claimx.cache_folder import keep, read_kept


def test_what_is_kept_is_read_again_and_stands_alone_in_its_folder(tmp_path: Path):
    file = tmp_path / "new" / "kept.txt"
    keep(file, b"one\ntwo")
    keep(file, b"three\n")

    assert read_kept(file) == b"three\n"
    assert list(file.parent.iterdir()) == [file]


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
