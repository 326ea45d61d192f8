"""Have what is dangerous to read read in a process of its own, with bounds on its memory and its time.

A PDF is a program of a kind, and a page of a few hundred kilobytes can take a library minutes: of 40,000 attributes on
one tag each is held against all others. The libraries know some of the tricks; the system's own limits hold for those
that nobody knows yet. One process reads one file after another, as starting it takes longer than reading most of them;
after whatever brought it down the next file gets a new one.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Protocol

from claimx.errors import SourceError
from claimx.records.extraction import Note
from claimx.sources.child import CHILD, EndedError
from claimx.sources.interface import Details, Page, refuse

Found = Page | SourceError | Note
"""What a file holds: articles, errors in the place of some, and notes on what was left out."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file to be read.

    Attributes:
        kind: Its format, as `Format` calls it.
        content: Its bytes.
        path: Its name, for messages.
        charset: The encoding that its sender declares.
    """

    kind: str
    content: bytes
    path: str | None
    charset: str | None = None


class Elsewhere(Protocol):
    """Reads files somewhere else."""

    def answer(self, header: bytes, content: bytes, /) -> bytes:
        """What is found in a file, as `pack` writes it; raises EndedError where it does not come to an answer."""
        ...


READER: Elsewhere = CHILD
"""Who reads."""


def read_apart(request: Request) -> tuple[Found, ...]:
    """Read a file in the other process.

    Args:
        request: The file.

    Raises:
        SourceError: If reading it takes more than it may, or ends the process.
    """
    header = json.dumps({"kind": request.kind, "path": request.path, "charset": request.charset}).encode()
    try:
        answer = READER.answer(header, request.content)
    except EndedError as err:
        remedy = "save its text as .txt and give that"
        raise refuse(err.what, remedy=remedy, code=err.code, path=request.path) from err
    return tuple(_unpacked(each) for each in json.loads(answer.decode("utf-8", "surrogatepass")))


def read_one_apart(request: Request) -> Page:
    """Read a file that holds one article in the other process.

    Args:
        request: The file.

    Raises:
        SourceError: If no article can be read, or reading takes more than it may.
    """
    [found] = read_apart(request)
    if isinstance(found, Page):
        return found
    raise found if isinstance(found, SourceError) else TypeError(found)


def pack(found: Found) -> Mapping[str, object]:
    """Write an article, an error or a note as plain values."""
    if isinstance(found, Page):
        return {"page": {**asdict(found), "notes": [note.model_dump(mode="json") for note in found.notes]}}
    if isinstance(found, Note):
        return {"note": found.model_dump(mode="json")}
    said = {name: getattr(found, name) for name in ("message", "remedy", "code", "path", "line", "input_id")}
    return {"error": said}


def _unpacked(held: Mapping[str, Mapping[str, object]]) -> Found:
    [(kind, value)] = held.items()
    if kind == "note":
        return Note.model_validate(value)
    if kind == "error":
        return SourceError(**value)  # type: ignore[arg-type]  # as written by `pack`
    details, notes = value["details"], value["notes"]
    return Page(
        text=str(value["text"]),
        details=Details(**details) if isinstance(details, dict) else None,
        notes=tuple(Note.model_validate(note) for note in notes) if isinstance(notes, list) else (),
    )
