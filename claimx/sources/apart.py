"""Read what is dangerous to read in a process of its own, with bounds on its memory and its time.

A PDF is a program of a kind, and a large page of nested markup takes as long as it likes. The libraries that read them
know some of the tricks; the system's own limits hold for those that nobody knows yet.
"""

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources.extras import needing
from claimx.sources.formats import Format, reader_of
from claimx.sources.interface import TOO_LARGE, Details, Page, refuse

MAX_MEMORY = 2 * 1024**3
"""Address space of the process; what it really takes is a quarter of it. A PDF of a thousand pages needs a tenth."""
MAX_SECONDS = 30
"""Processor time."""
MAX_WALL_SECONDS = 120
"""After which it is ended in any case: a busy machine gives a process little of the processor."""
LARGE_PAGE = 512 * 1024
MANY_TAGS = 5_000
"""A page of markup with more is read apart; most articles have some hundreds, and are read here at once."""

READ_APART = """
import sys
from importlib.util import module_from_spec, spec_from_file_location
spec = spec_from_file_location("claimx", sys.argv[1])
sys.modules["claimx"] = module_from_spec(spec)
spec.loader.exec_module(sys.modules["claimx"])
from claimx.sources.apart import main
main()
"""
"""The same claimx in the other process, wherever this one has it from; nothing comes from the current folder."""


def read_page(kind: Format, content: bytes, path: str | None, charset: str | None = None) -> Page:
    """Read a file that holds one article.

    Args:
        kind: Its format, one that holds one article.
        content: Its bytes.
        path: Its name, for messages.
        charset: The encoding that its sender declares.

    Raises:
        SourceError: If no article can be read, or reading takes more than it may.
    """
    reader = reader_of(kind)
    if reader is None:
        what = f"{kind} holds several articles"
        raise ValueError(what)
    return _read_apart(kind, content, path, charset) if _is_dangerous(kind, content) else reader(content, path, charset)


def _is_dangerous(kind: Format, content: bytes) -> bool:
    if kind is Format.HTML:
        return len(content) > LARGE_PAGE or content.count(b"<") > MANY_TAGS
    return kind is Format.PDF


def _read_apart(kind: Format, content: bytes, path: str | None, charset: str | None) -> Page:
    if kind is Format.PDF:
        with needing("pdf", "PDF", path):
            import pypdf  # noqa: F401 - asked for here, where what to install can be said
    header = json.dumps({"kind": kind.value, "path": path, "charset": charset})
    try:
        done = subprocess.run(  # noqa: S603 - this very program, with nothing of the file among its arguments
            [sys.executable, "-P", "-c", READ_APART, str(Path(__file__).parents[1] / "__init__.py")],
            input=header.encode() + b"\n" + content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a library may warn of each part of a file, and nobody bounds what is kept here
            timeout=MAX_WALL_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as err:
        raise _too_much(f"more than {MAX_WALL_SECONDS} seconds", path) from err
    try:
        answer = json.loads(done.stdout)
    except ValueError as err:  # killed at a limit, or by what the file made of a library
        raise _too_much(f"more than {MAX_SECONDS} seconds, or more than {MAX_MEMORY // 1024**3} GiB", path) from err
    return _page_of(answer, path)


def _page_of(answer: Mapping[str, object], path: str | None) -> Page:
    """The page that the process gave, or the error that it met."""
    error = answer.get("error")
    if isinstance(error, dict):
        raise SourceError(error["message"], remedy=error["remedy"], code=error["code"], path=path)
    details, notes, text = answer.get("details"), answer.get("notes"), answer.get("text")
    return Page(
        text=str(text),
        details=Details(**details) if isinstance(details, dict) else None,
        notes=tuple(Note.model_validate(note) for note in notes) if isinstance(notes, list) else (),
    )


def _too_much(what: str, path: str | None) -> SourceError:
    remedy = "save its text as .txt and give that"
    return refuse(f"reading it takes {what} of memory or time", remedy=remedy, code=TOO_LARGE, path=path)


def main() -> NoReturn:
    """Read what stands on standard input, within bounds, and write the page or the error on standard output."""
    _bound()
    header = json.loads(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    answer: dict[str, object]
    reader = reader_of(Format(header["kind"]))
    try:
        page = reader(content, header["path"], header["charset"]) if reader else Page("")
        answer = {
            "text": page.text,
            "details": asdict(page.details) if page.details else None,
            "notes": [note.model_dump(mode="json") for note in page.notes],
        }
    except SourceError as err:
        answer = {"error": {"message": err.message, "remedy": err.remedy, "code": err.code}}
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.flush()
    os._exit(0)  # what a library left behind, threads among it, is gone with the process


def _bound() -> None:
    """Set the system's limits, where it has any."""
    if importlib.util.find_spec("resource") is None:  # Windows; there the time alone is bounded, from outside
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
