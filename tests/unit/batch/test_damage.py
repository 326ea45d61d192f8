"""A disk that fails, lines that are torn: work is lost at the most, and nothing that counts as done is wrong."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from killed import failing_at
from large_run import read, written

from claimx.batch import durable
from claimx.batch.manifest import PARTS, Manifest
from claimx.batch.status import read_status
from claimx.errors import ClaimxError


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_disk_that_fails_at_every_moment_is_told_and_costs_nothing(tmp_path, number):
    read(tmp_path / "once", 4)
    moments = 0
    while True:
        folder = tmp_path / f"full-{moments}"
        try:
            with failing_at(moments, number):
                read(folder, 4)
            break
        except ClaimxError as err:
            told = str(err)
        assert "the same command then goes on" in told
        assert os.strerror(number) in told
        read(folder, 4)
        assert written(folder) == written(tmp_path / "once"), f"the disk failed at moment {moments}"
        moments += 1

    assert moments > 20


@pytest.mark.parametrize("torn", [1, 40, -2])
def test_a_line_that_was_written_in_part_before_the_disk_was_full_counts_for_nothing(tmp_path, monkeypatch, torn):
    read(tmp_path / "once")
    append = durable.append_line

    def full(target: Path, line: bytes) -> None:
        if b'"part":1' in line:
            with target.open("ab") as stream:
                stream.write(line[:torn])
            raise ClaimxError(f"{target}: it cannot be written", remedy="make room", code="CX960")
        append(target, line)

    with monkeypatch.context() as patch:
        patch.setattr("claimx.batch.manifest.append_line", full)
        with pytest.raises(ClaimxError, match="cannot be written"):
            read(tmp_path / "full")
    assert read_status(tmp_path / "full").parts == 1

    assert read(tmp_path / "full").kept == 1
    assert written(tmp_path / "full") == written(tmp_path / "once")


def test_a_line_of_another_version_counts_for_nothing(tmp_path):
    read(tmp_path)
    once, manifest = written(tmp_path), tmp_path / PARTS
    first, *others = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(first.replace(b'{"part"', b'{"colour":"red","part"') + b"".join(others))

    assert read(tmp_path).kept == 2
    assert {**written(tmp_path), PARTS: b""} == {**once, PARTS: b""}


def test_a_line_that_was_torn_off_counts_for_nothing(tmp_path):
    read(tmp_path)
    manifest = tmp_path / PARTS
    once, lines = written(tmp_path), manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:2]) + lines[2][:40])

    totals = read(tmp_path)

    assert totals.kept == 2
    assert written(tmp_path) == once


@given(lines=st.lists(st.binary() | st.sampled_from([b"5", b"[" * 9000, b'{"part": 0}', b'{"ended": "x"}', b"null"])))
def test_a_damaged_manifest_costs_work_and_nothing_else(tmp_path_factory, lines):
    folder = tmp_path_factory.mktemp("run")
    (folder / PARTS).write_bytes(b"\n".join(lines))

    assert all(part.key is not None for part in Manifest(folder).parts.values())
