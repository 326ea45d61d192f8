"""The three streams of the process and the terminal behind them: data on stdout alone, everything else on stderr."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.codec import ByteSink

PLAIN_WIDTH = 100
"""Columns of a table that goes to no terminal."""

UNWRITABLE = "CX960"


class ClosedPipeError(Exception):
    """Nobody reads our standard output any longer."""


class StandardOutput:
    """Standard output as bytes; a reader that went away is a `ClosedPipeError`."""

    def write(self, data: bytes, /) -> int:
        """Write bytes."""
        with _closed_pipe():
            return sys.stdout.buffer.write(data)

    def flush(self) -> None:
        """Hand on what was written."""
        with _closed_pipe():
            sys.stdout.buffer.flush()


@contextmanager
def _closed_pipe() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as err:
        raise ClosedPipeError from err


@contextmanager
def output(path: Path | None) -> Iterator["ByteSink"]:
    """Open the place that data goes to.

    A file is written beside its place and moved there when all is written, so that nobody sees half of it; a device or
    a named pipe is written as it is.

    Args:
        path: The file; standard output where None.

    Raises:
        ClaimxError: If the file cannot be written.
        ClosedPipeError: If nobody reads standard output any longer.
    """
    if path is None:
        yield StandardOutput()
        return
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
        else:
            with _replacing(path.resolve()) as stream:
                yield stream
    except OSError as err:
        raise ClaimxError(
            f"{path}: it cannot be written: {err.strerror or err}",
            remedy="give another path with -o",
            code=UNWRITABLE,
        ) from err


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as stream:
        written = Path(stream.name)
        try:
            yield stream.file
            stream.flush()
            os.fsync(stream.fileno())
            written.chmod(mode)
            written.replace(path)
        except BaseException:
            with suppress(OSError):
                written.unlink()
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def say(message: str) -> None:
    """Print a line on stderr; characters that it cannot show are escaped."""
    encoding = sys.stderr.encoding or "utf-8"
    print(message.encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)  # noqa: T201


def stdin_has_data() -> bool:
    """Whether standard input is something else than a person at a keyboard."""
    return not _is_terminal(sys.stdin)


def stdout_is_terminal() -> bool:
    """Whether a person reads standard output."""
    return _is_terminal(sys.stdout)


def wants_color(path: Path | None) -> bool:
    """Whether output may have colours: on a terminal, unless NO_COLOR says no or FORCE_COLOR says yes."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return path is None and stdout_is_terminal() and os.environ.get("TERM") != "dumb"


def table_width(path: Path | None) -> int:
    """Columns of the terminal; a fixed number where the table goes elsewhere, so that it is the same everywhere."""
    if path is None and (stdout_is_terminal() or os.environ.get("COLUMNS", "").isdigit()):
        return shutil.get_terminal_size((PLAIN_WIDTH, 24)).columns
    return PLAIN_WIDTH


class Progress:
    """A line on stderr that says how far the run is; silent unless stderr is a terminal and stdout is not."""

    def __init__(self, *, quiet: bool) -> None:
        self._on = not quiet and _is_terminal(sys.stderr)
        self._shown = False

    def show(self, what: str) -> None:
        """Replace the line."""
        if self._on:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write(f"\r\x1b[K{what[:width]}")
            sys.stderr.flush()
            self._shown = True

    def clear(self) -> None:
        """Take the line away, so that others can write."""
        if self._shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._shown = False


def _is_terminal(stream: object) -> bool:
    try:
        return bool(stream.isatty())  # type: ignore[attr-defined]
    except (AttributeError, ValueError):
        return False


def abandon_stdout() -> None:
    """Point standard output at nothing, so that the interpreter does not fail to flush it at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, sys.stdout.fileno())


def debugging() -> bool:
    """Whether bugs are to be shown with their traceback."""
    return os.environ.get("CLAIMX_DEBUG", "") not in ("", "0")
