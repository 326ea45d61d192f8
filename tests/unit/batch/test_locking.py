"""One run at a time in a folder."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer

import pytest
from large_run import SETTINGS_OF_ALL, inputs, read, rows

from claimx.batch import resumable
from claimx.batch.locking import LOCK, hold
from claimx.batch.resumable import run
from claimx.batch.run_settings import SETTINGS
from claimx.errors import ClaimxError


def test_settings_of_a_run_that_begins_while_this_one_waits_for_the_lock_are_seen(tmp_path, monkeypatch):
    @contextmanager
    def taken_by_another_first(folder: Path) -> Iterator[None]:
        with monkeypatch.context() as other:
            other.setattr(resumable, "hold", hold)
            run(inputs(), folder, SETTINGS_OF_ALL, rows)
        yield

    monkeypatch.setattr(resumable, "hold", taken_by_another_first)

    with pytest.raises(ClaimxError, match="format was"):
        run(inputs(), tmp_path, SETTINGS_OF_ALL.model_copy(update={"format": "parquet"}), rows)


def test_two_runs_do_not_write_to_one_folder(tmp_path):
    read(tmp_path)

    with hold(tmp_path), pytest.raises(ClaimxError, match="another run is at work"):
        read(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
def test_who_asks_how_far_it_is_keeps_no_run_from_starting(tmp_path):
    fcntl = pytest.importorskip("fcntl")
    read(tmp_path)
    asking = (tmp_path / LOCK).open("rb")
    fcntl.flock(asking, fcntl.LOCK_SH)
    Timer(0.15, asking.close).start()

    assert read(tmp_path).kept == 3


@pytest.mark.skipif(os.name != "posix", reason="locks of POSIX")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS])
def test_a_file_system_without_locks_is_told(tmp_path, monkeypatch, number):
    def refuse(_descriptor: int, _kind: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr("fcntl.flock", refuse)

    with pytest.raises(ClaimxError, match="the file system has no locks") as caught:
        read(tmp_path)

    assert caught.value.code == "CX983"
    assert caught.value.message.endswith(os.strerror(number))
    assert not (tmp_path / SETTINGS).exists()
