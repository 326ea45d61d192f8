"""What the folder of a large run says of its parts: a line for each that is finished."""

import json
from pathlib import Path

from pydantic import Field

from claimx.batch.durable import append_line, read_if_there, whole_file
from claimx.records.base import Record

PARTS = "manifest.jsonl"

AGAIN = "r"
"""The outcome of an input that may end otherwise at another try."""


class FinishedPart(Record):
    """A part that is done.

    Attributes:
        part: Its number, from 0.
        key: Hash of its articles as they were read and of the settings; None where it is being done anew.
        articles: Extractions in it.
        failed: Articles and inputs of it that are in the dead-letter file.
        left_out: How many were not read, by reason.
        outcomes: A letter for what became of each input, where some may end otherwise at another try; else empty.
        rest: Hash of its other inputs and of the settings, there.
        claims: Claims in it.
        quotes: Quotes in it.
        bytes: Size of its file.
        sha256: Hash of its file.
        seconds: How long it took.
    """

    part: int
    key: str | None
    articles: int = 0
    failed: int = 0
    left_out: dict[str, int] = Field(default_factory=dict)
    outcomes: str = ""
    rest: str = ""
    claims: int = 0
    quotes: int = 0
    bytes: int = 0
    sha256: str = ""
    seconds: float = 0.0

    @property
    def inputs(self) -> int:
        """How many inputs it has."""
        return self.articles + self.failed + sum(self.left_out.values())

    @property
    def again(self) -> tuple[int, ...]:
        """The places of its inputs that may end otherwise at another try, from 0."""
        return tuple(place for place, letter in enumerate(self.outcomes) if letter == AGAIN)


class Ended(Record):
    """All inputs were read to their end.

    Attributes:
        ended: How many parts there are.
    """

    ended: int


class Manifest:
    """The lines of the finished parts; the last one of a part holds.

    Args:
        folder: The folder of the run.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / PARTS
        self.parts: dict[int, FinishedPart] = {}
        self.ended: int | None = None
        self._read()

    def _read(self) -> None:
        content = read_if_there(self._path) or b""
        for line in content.split(b"\n")[:-1]:  # what follows the last line break was torn off by the end of a run
            try:
                given = json.loads(line)
                if "ended" in given:
                    self.ended = Ended.model_validate(given).ended
                else:
                    self._take(FinishedPart.model_validate(given))
            except (ValueError, TypeError, RecursionError):  # a line that the power failed on: its part is done anew
                continue

    def _take(self, part: FinishedPart) -> None:
        self.ended = None
        self.parts[part.part] = part
        if part.key is None:
            del self.parts[part.part]

    def rewrite(self) -> None:
        """Write the lines that hold, and nothing that a killed run left torn."""
        lines = [*(self.parts[number] for number in sorted(self.parts))]
        with whole_file(self._path) as stream:
            stream.write(b"".join(each.model_dump_json().encode() + b"\n" for each in lines))
        self.ended = None

    def add(self, part: FinishedPart) -> None:
        """Say that a part is done, or with no key that it is no longer."""
        append_line(self._path, part.model_dump_json().encode())
        self._take(part)

    def end(self, parts: int) -> None:
        """Say that all inputs were read."""
        append_line(self._path, Ended(ended=parts).model_dump_json().encode())
        self.ended = parts
