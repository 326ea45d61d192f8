"""Opening what somebody named: nothing waits for ever, and nothing is read without end."""

import os
import socket
import sys
import threading
import time
from pathlib import Path

import pytest

from claimx import opening
from claimx.opening import open_input, read_bounded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


@pytest.fixture(autouse=True)
def little_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "PIPE_PATIENCE", 0.2)


def refused(path: Path) -> str:
    with pytest.raises(OSError) as caught, open_input(path) as stream:  # noqa: PT011 - the words are looked at
        stream.read(1)
    return str(caught.value.strerror)


def test_a_file_and_what_links_to_it(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"Rain.")
    (tmp_path / "b").symlink_to("a")

    for name in ("a", "b"):
        with open_input(tmp_path / name) as stream:
            assert stream.peek(1)[:1] == b"R"
            assert stream.read() == b"Rain."


def test_a_pipe_into_which_nobody_writes(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    began = time.monotonic()

    assert "nobody wrote" in refused(tmp_path / "pipe")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize("wait", [0, 0.05, 0.4])
def test_a_pipe_into_which_somebody_writes_sooner_or_later(tmp_path: Path, wait: float) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    def write() -> None:
        with path.open("wb", 0) as stream:
            time.sleep(wait)
            stream.write(b"Rain")
            time.sleep(wait)
            stream.write(b" fell.")

    writer = threading.Thread(target=write)
    writer.start()
    with open_input(path) as stream:
        content = stream.read()
    writer.join()

    assert content == b"Rain fell."


def test_a_substituted_process() -> None:
    ours, theirs = os.pipe()
    os.write(theirs, b"Rain.")
    os.close(theirs)

    with open_input(Path(f"/dev/fd/{ours}")) as stream:
        assert stream.read() == b"Rain."
    os.close(ours)


def test_a_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # its name may not be long
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")

        assert refused(Path("socket"))


@pytest.mark.parametrize("name", ["/dev/zero", "/dev/urandom", "/dev/full"])
def test_a_device(name: str) -> None:
    if not Path(name).exists():
        pytest.skip("there is none here")

    assert refused(Path(name)) == "it is a device, and no file"


def test_the_null_device_is_an_empty_file() -> None:
    assert read_bounded(Path(os.devnull), 10) == b""


def test_a_folder_and_nothing(tmp_path: Path) -> None:
    assert refused(tmp_path) == os.strerror(21)
    assert refused(tmp_path / "gone") == os.strerror(2)


def test_links_that_lead_back_to_themselves(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")

    assert refused(tmp_path / "a")


def test_no_more_is_read_than_a_file_may_have(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)

    assert read_bounded(tmp_path / "a", 100) == b"x" * 100
    with pytest.raises(OSError, match="larger than the limit of 99 bytes"):
        read_bounded(tmp_path / "a", 99)
