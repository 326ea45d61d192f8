"""What the targets of the readers share: bytes read as a format, the way files and streams are."""

import io
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from claimx.errors import SourceError
from claimx.records import Note
from claimx.sources import Format, Limits, Page, apart, collection_reader_of, load_article, reader_of, reading
from claimx.workflow.reading import ReadSettings, read_inputs
from fuzz.target import hold, read_well

LIMITS = Limits(max_file_bytes=1024 * 1024)


class Here:
    """Reads in this process what is read in another one otherwise: a fuzzer sees nothing of that."""

    def answer(self, header: bytes, content: bytes, /) -> bytes:
        """What is found in a file."""
        return reading.answer_to(header, content)


@contextmanager
def read_here() -> Iterator[None]:
    """Have everything read in this process for a while."""
    before, apart.READER = apart.READER, Here()
    try:
        yield
    finally:
        apart.READER = before


def reads(kind: Format) -> Callable[[bytes], None]:
    """The check of a format: any bytes are articles, or errors that name the file, and notes."""

    def check(data: bytes) -> None:
        reader, collection = reader_of(kind), collection_reader_of(kind)
        try:
            if reader is not None:
                _take(reader(data, "any", None))
            elif collection is not None:
                with read_here():
                    _take_each(collection(io.BytesIO(data), "any", LIMITS))
        except SourceError as err:
            _is_well_said(err)

    return check


def _take_each(found: Iterable[Page | SourceError | Note]) -> None:
    for each in found:
        if isinstance(each, Page):
            _take(each)
        elif isinstance(each, SourceError):
            _is_well_said(each)
        else:
            hold(each.code.startswith("CX"), f"{each} is no note")


def _take(page: Page) -> None:
    try:
        loaded = load_article(page.text, (page.details,), path="any", notes=page.notes, limits=LIMITS)
    except SourceError as err:
        _is_well_said(err)
    else:
        read_well([loaded])


def _is_well_said(err: SourceError) -> None:
    hold(err.code.startswith("CX9") and "any" in err.message and err.remedy, f"{err!r} helps nobody")


def read_stream(data: bytes) -> None:
    """The check of what comes on standard input: its beginning tells what it is."""
    settings = ReadSettings(limits=LIMITS, stdin=io.BytesIO(data))
    with read_here():
        read_well(list(read_inputs(["-"], settings)))
