"""The three streams of the process and the terminal behind them: data on stdout alone, everything else on stderr."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from claimx.errors import ClaimxError
from claimx.report.sanitize import printable_lines

PLAIN_WIDTH = 100
"""Columns of a table that goes to no terminal."""

UNWRITABLE = "CX960"

CLEAR_LINE = "\r\x1b[K"
"""Takes a line of progress away."""


class ColorWhen(StrEnum):
    """When tables have colours."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass
class _Chosen:
    """What the command line says of the run as a whole."""

    color: ColorWhen = ColorWhen.AUTO


_CHOSEN = _Chosen()


def choose_color(when: ColorWhen) -> None:
    """Say when tables of this run have colours; `auto` goes by the environment and the terminal."""
    _CHOSEN.color = when


class ClosedPipeError(Exception):
    """Nobody reads our standard output any longer."""


class Sink:
    """Takes bytes for a stream; what goes wrong in writing them is told apart from everything else that goes wrong.

    Args:
        stream: Where they go.
        name: What it is called in messages.
    """

    def __init__(self, stream: IO[bytes], name: str) -> None:
        self._stream = stream
        self._name = name

    def write(self, data: bytes, /) -> int:
        """Write bytes."""
        with _writing(self._name):
            return self._stream.write(data)

    def flush(self) -> None:
        """Hand on what was written."""
        with _writing(self._name):
            self._stream.flush()


@contextmanager
def _writing(name: str) -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as err:
        raise ClosedPipeError from err
    except OSError as err:
        what = f"{name}: it cannot be written: {err.strerror or err}"
        raise ClaimxError(what, remedy="give another path with -o", code=UNWRITABLE) from err


@contextmanager
def output(path: Path | None) -> Iterator[Sink]:
    """Open the place that data goes to.

    A file is written beside its place and moved there when all is written, so that nobody sees half of it; a device or
    a named pipe is written as it is.

    Args:
        path: The file; standard output where None.

    Raises:
        ClaimxError: If it cannot be written.
        ClosedPipeError: If nobody reads it any longer.
    """
    if path is None:
        if sys.stdout is None:
            raise ClosedPipeError
        yield Sink(sys.stdout.buffer, "standard output")
    elif path.exists() and not path.is_file():
        with _writing(str(path)):
            stream = path.open("wb")
        with _closing(stream):
            yield Sink(stream, str(path))
    else:
        with _replacing(path) as sink:
            yield sink


@contextmanager
def _closing(stream: IO[bytes]) -> Iterator[IO[bytes]]:
    """Close a stream whose bytes have been flushed; one that could not be flushed fails again, and has said so."""
    try:
        yield stream
    finally:
        with suppress(OSError):
            stream.close()


@contextmanager
def _replacing(path: Path) -> Iterator[Sink]:
    name, target = str(path), path.resolve()
    with _writing(name):
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        descriptor, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with _closing(os.fdopen(descriptor, "wb")) as stream:
            yield Sink(stream, name)
            with _writing(name):
                stream.flush()
                os.fsync(descriptor)
        with _writing(name):
            Path(beside).chmod(mode)
            Path(beside).replace(target)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def say(message: str) -> None:
    """Print a line on stderr, over a line of progress; what an article or a server put into it steers no terminal."""
    if sys.stderr is None:  # closed by the caller; print would take standard output in its place
        return
    encoding, message = sys.stderr.encoding or "utf-8", printable_lines(message)
    message = CLEAR_LINE + message if obeys_escapes(sys.stderr) else message
    print(message.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)  # noqa: T201 - cli prints


def stdin_has_data() -> bool:
    """Whether standard input is something else than a person at a keyboard."""
    return not _is_terminal(sys.stdin)


def stdout_is_terminal() -> bool:
    """Whether a person reads standard output."""
    return _is_terminal(sys.stdout)


def wants_table(path: Path | None) -> bool:
    """Whether output is read by a person when no format is asked for: on a terminal, and in a .txt file."""
    return stdout_is_terminal() if path is None else path.suffix.lower() == ".txt"


def wants_color(path: Path | None) -> bool:
    """Whether output may have colours.

    On a terminal, unless NO_COLOR says no; elsewhere where FORCE_COLOR says yes; --color comes before all that.
    """
    if _CHOSEN.color is not ColorWhen.AUTO:
        return _CHOSEN.color is ColorWhen.ALWAYS
    if path is not None or os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or (stdout_is_terminal() and os.environ.get("TERM") != "dumb")


def table_width(path: Path | None) -> int:
    """Columns of the terminal; a fixed number where the table goes elsewhere, so that it is the same everywhere."""
    if path is None and (stdout_is_terminal() or os.environ.get("COLUMNS", "").isdigit()):
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return PLAIN_WIDTH


def obeys_escapes(stream: object) -> bool:
    """Whether a stream is a terminal that obeys escape codes."""
    return _is_terminal(stream) and os.environ.get("TERM") != "dumb"


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]  # None when closed
    except (AttributeError, ValueError):
        return False


def settle_stdout() -> None:
    """Flush standard output; where that fails, point it at nothing, or the interpreter would fail at its very end."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def debugging() -> bool:
    """Whether bugs are to be shown with their traceback."""
    return os.environ.get("CLAIMX_DEBUG", "") not in ("", "0")
