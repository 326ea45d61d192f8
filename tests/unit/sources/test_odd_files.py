"""Inputs that are no plain files, or do not stay what they were: each is an error in its place, and nothing waits."""

import io
import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx import opening
from claimx.errors import ClaimxError
from claimx.lexicon.packs import read_packs
from claimx.records import ErrorRecord
from claimx.sources import Details, FieldMap, Found, Limits, Loaded
from claimx.sources.manifest import Manifests, read_manifest
from claimx.sources.reference import read_reference
from claimx.sources.tables import MAX_BYTES
from claimx.toml_text import MAX_TOML_BYTES
from claimx.workflow.baseline import read_baseline, read_run
from claimx.workflow.config import find_config, read_config
from claimx.workflow.corrections import read_corrections
from claimx.workflow.files import FileReader
from claimx.workflow.reading import ReadSettings, read_inputs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")

LINE = b'{"text": "Nine men drowned off Corunda on Sunday."}\n'
BESIDE: dict[str, Callable[[Path], object]] = {
    "claimx.toml": read_config,
    "pyproject.toml": read_config,
    "manifest.toml": read_manifest,
    "corrections.toml": read_corrections,
    "baseline.toml": read_baseline,
    "series.csv": read_reference,
    "series.json": read_reference,
    "series.jsonl": read_reference,
    "series.toml": read_reference,
    "run.json": read_run,
}
"""Files beside the articles, and what reads them."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "PIPE_PATIENCE", 0.1)
    return tmp_path


def read(name: str) -> list[object]:
    return list(read_inputs([name], ReadSettings()))


@pytest.mark.parametrize("suffix", ["", ".txt", ".jsonl", ".html", ".warc", ".pdf"])
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/urandom", "pipe"])
def test_what_has_no_end_is_an_error(suffix: str, device: str) -> None:
    if device == "pipe":
        os.mkfifo("pipe")
    Path(f"story{suffix}").symlink_to(device)

    [error] = read(f"story{suffix}")

    assert isinstance(error, ErrorRecord)
    assert error.input.path == f"story{suffix}"
    assert "device" in error.message or "nobody wrote" in error.message


def test_a_pipe_with_a_writer_is_read() -> None:
    os.mkfifo("pipe.jsonl")
    writer = threading.Thread(target=Path("pipe.jsonl").write_bytes, args=(LINE * 2,))
    writer.start()

    found = read("pipe.jsonl")
    writer.join()

    assert [type(each) for each in found] == [Loaded, Loaded]


@pytest.mark.parametrize("name", BESIDE)
@pytest.mark.parametrize("what", ["/dev/zero", "pipe", "itself", "folder"])
def test_a_file_beside_the_articles_that_is_none(name: str, what: str) -> None:
    if what == "pipe":
        os.mkfifo("pipe")
    if what == "folder":
        Path("folder").mkdir()
    Path(name).symlink_to(name if what == "itself" else what)

    with pytest.raises(ClaimxError) as caught:
        BESIDE[name](Path(name))

    assert name in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("name", [name for name in BESIDE if name != "run.json"])
def test_a_file_beside_the_articles_that_is_too_large(name: str) -> None:
    limit = MAX_TOML_BYTES if name.endswith(".toml") else MAX_BYTES
    with Path(name).open("wb") as stream:
        stream.truncate(limit + 1)

    with pytest.raises(ClaimxError, match=f"larger than the limit of {limit:,} bytes"):
        BESIDE[name](Path(name))


@pytest.mark.parametrize("name", [name for name in BESIDE if name.endswith(".toml")])
def test_keys_without_end_are_refused_at_once(name: str) -> None:
    Path(name).write_text(f"k{'.a' * 100_000} = 1\n")

    with pytest.raises(ClaimxError, match="dots in a row"):
        BESIDE[name](Path(name))


def test_settings_are_searched_in_plain_files_alone() -> None:
    os.mkfifo("claimx.toml")
    Path("pyproject.toml").write_text(f"k{'.a' * 100_000} = 1\n")

    assert find_config(Path.cwd()) is None or Path.cwd() not in find_config(Path.cwd()).parents


def test_a_manifest_found_in_passing_is_read_within_bounds() -> None:
    Path("manifest.toml").write_text(f"k{'.a' * 100_000} = 1\n")
    Path("story.txt").write_text("Rain fell.")

    assert Manifests().details_of(Path("story.txt"), None) is None


def test_a_pack_of_words_with_a_pipe_in_it(tmp_path: Path) -> None:
    os.mkfifo("words.toml")

    with pytest.raises(ClaimxError, match=r"no \.toml file"):
        read_packs([tmp_path])


class Vanishing(io.BytesIO):
    """A file whose disk goes away in the middle."""

    def read(self, size: int | None = -1, /) -> bytes:
        return self._or_gone(super().read(size))

    def read1(self, size: int | None = -1, /) -> bytes:
        return self._or_gone(super().read1(size))

    def _or_gone(self, piece: bytes) -> bytes:
        if not piece:
            raise OSError(5, os.strerror(5))
        return piece


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.warc", "a.rss", "a.json"])
def test_a_file_that_vanishes_while_it_is_read(name: str) -> None:
    reader = FileReader(Details(origin="flag"), FieldMap(), Limits(), None)

    *before, last = reader.read_open(Vanishing(LINE * 200), name)

    assert isinstance(last, ErrorRecord)
    assert os.strerror(5) in last.message
    assert all(isinstance(each, Loaded) for each in before)


def test_a_file_that_is_gone_before_it_is_read() -> None:
    reader = FileReader(Details(origin="flag"), FieldMap(), Limits(), None)

    [error] = reader.read(Found(Path("story.txt"), "story.txt"), None)

    assert isinstance(error, ErrorRecord)


def test_a_file_that_grows_is_read_to_where_it_then_ends() -> None:
    path = Path("growing.jsonl")
    path.write_bytes(LINE)
    found = iter(FileReader(Details(origin="flag"), FieldMap(), Limits(), None).read(Found(path, str(path)), None))

    first = next(found)
    with path.open("ab") as stream:
        stream.write(LINE.replace(b"Nine", b"Ten"))

    assert isinstance(first, Loaded)
    assert len(list(found)) in (0, 1)
