"""What holds for every format of input: it is found, read, refused where broken, and never asks the network."""

import builtins
import gzip
import io
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from documents import ATOM, HEADLINE, JSONL, PAGE, PARAGRAPHS, RSS, TEXT, make_docx, make_pdf, make_warc
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.records import ErrorRecord
from claimx.sources import Format, Limits, Loaded
from claimx.sources.formats import SUFFIXES, collection_reader_of, format_of, reader_of
from claimx.workflow.reading import ReadSettings, read_inputs
from fuzz.reading import read_here

WHOLE: dict[str, Callable[[], bytes]] = {
    "story.txt": TEXT.encode,
    "story.md": TEXT.encode,
    "story.html": PAGE.encode,
    "story.jsonl": JSONL.encode,
    "story.json": JSONL.encode,
    "story.rss": RSS.encode,
    "story.atom": ATOM.encode,
    "story.pdf": make_pdf,
    "story.docx": make_docx,
    "story.warc": make_warc,
}
BROKEN = {
    "broken.txt": b"\0\1\2\3",
    "broken.html": b"<html><body><nav>Home</nav></body></html>",
    "broken.jsonl": b'{"text": "31 peo',
    "broken.rss": RSS.encode()[:120],
    "broken.pdf": make_pdf()[:300],
    "broken.docx": b"PK\x03\x04 and no more",
    "broken.warc": make_warc()[:90],
    "broken.jsonl.gz": gzip.compress(JSONL.encode() * 99)[:-20],
}
made = cache(lambda name: WHOLE[name]())
EXTRAS = {
    "story.pdf": ("pypdf", "pdf"),
    "story.docx": ("docx", "docx"),
    "story.rss": ("feedparser", "feeds"),
    "story.atom": ("feedparser", "feeds"),
    "story.warc": ("fastwarc", "warc"),
}
"""What a format needs: the library, and the extra that brings it."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(name: str, content: bytes) -> str:
    Path(name).write_bytes(content)
    return name


def read(*names: str) -> list[object]:
    return list(read_inputs(names, ReadSettings()))


def need(name: str) -> None:
    if name in EXTRAS:
        library, extra = EXTRAS[name]
        pytest.importorskip(library, reason=f"the extra claimx[{extra}] is not installed")


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everything is read in this process, in which sockets reach nobody; a library may make one, to see what it has."""

    def forbidden(*_: object, **__: object) -> None:
        pytest.fail("something asks the network")

    deaf = type("Deaf", (socket.socket,), dict.fromkeys(("connect", "connect_ex", "sendto", "sendmsg"), forbidden))
    monkeypatch.setattr(socket, "socket", deaf)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, forbidden)
    with read_here():
        yield


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("name", WHOLE)
def test_a_file_is_read_without_a_network(name, packed):
    need(name)
    content = WHOLE[name]()
    first = read(write(f"{name}.gz", gzip.compress(content)) if packed else write(name, content))[0]

    assert isinstance(first, Loaded)
    assert PARAGRAPHS[0] in first.article.text
    assert PARAGRAPHS[1] in first.article.text
    assert first.article.title in (HEADLINE, None)


@pytest.mark.parametrize("name", WHOLE)
def test_a_file_without_its_suffix_is_known_by_its_beginning(name):
    need(name)
    [first, *_] = read(write("story", WHOLE[name]()))

    assert isinstance(first, Loaded)
    assert PARAGRAPHS[1] in first.article.text


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_an_error_that_names_it(name):
    need(name.replace("broken", "story"))
    *before, last = read(write(name, BROKEN[name]))

    assert isinstance(last, ErrorRecord)
    assert last.input.path == name
    assert name in last.message
    assert last.remedy
    assert all(isinstance(each, Loaded) for each in before)


@pytest.mark.parametrize("name", EXTRAS)
def test_a_missing_library_is_an_error_that_names_the_extra(name, monkeypatch):
    need(name)
    write(name, WHOLE[name]())
    library, extra = EXTRAS[name]
    real = builtins.__import__

    def without(wanted: str, *args: object) -> object:
        if wanted.partition(".")[0] == library:
            raise ImportError(wanted)
        return real(wanted, *args)

    for loaded in [each for each in sys.modules if each.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, loaded)
    monkeypatch.setattr(builtins, "__import__", without)
    with read_here():  # the other process has the library
        [record] = read(name)

    assert isinstance(record, ErrorRecord)
    assert (record.code, record.remedy) == ("CX915", f"pip install 'claimx[{extra}]'")


def test_folders_and_patterns_take_every_format():
    for name in WHOLE:
        write(name, b"x")
    write("packed.jsonl.gz", b"x")
    write("picture.png", b"x")
    write("archive.gz", b"x")

    in_folder = [each.input.path for each in read(".") if isinstance(each, ErrorRecord)]
    matching = [each.input.path for each in read("*.[pd]*[fx]") if isinstance(each, ErrorRecord)]

    assert set(SUFFIXES) >= {Path(name).suffix for name in WHOLE}
    assert {Path(path).name for path in in_folder if path} >= set(EXTRAS) | {"packed.jsonl.gz"}
    assert not {"picture.png", "archive.gz"} & {Path(path).name for path in in_folder if path}
    assert matching == ["story.docx", "story.pdf"]


def read_as(kind: Format, content: bytes) -> None:
    """Read bytes as a format; whatever is raised but for SourceError is a bug."""
    reader, collection = reader_of(kind), collection_reader_of(kind)
    with suppress(SourceError):
        if reader:
            assert reader(content, "any", None).text is not None
        elif collection:
            assert list(collection(io.BytesIO(content), "any", Limits()))


HEADS = [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"WARC/1.1\r\n", b"<rss>", b"<html>", b"\x1f\x8b", b"\xef\xbb\xbf", b"{"]


@settings(max_examples=60)
@given(st.sampled_from([*Format]), st.sampled_from(HEADS), st.binary(max_size=300))
def test_any_bytes_are_an_article_or_a_source_error(kind, head, rest):
    for name in EXTRAS:
        need(name)
    content = head + rest
    read_as(kind, content)


@settings(max_examples=80)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_damaged_file_is_an_article_or_a_source_error(name, data):
    need(name)
    content = bytearray(made(name))
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place : place + data.draw(st.integers(0, 9))] = data.draw(st.binary(max_size=4))
    read_as(format_of(Path(name).suffix, bytes(content[:4096])), bytes(content))
