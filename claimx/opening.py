"""Open a file whose name somebody gave, and never wait for ever or read without end."""

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from select import select
from time import monotonic

PIPE_PATIENCE = 10.0
"""Seconds in which somebody must begin to write into a named pipe."""
LOOK_AGAIN = 0.05
UNBLOCKED = getattr(os, "O_NONBLOCK", 0)
PLAIN = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def open_input(path: Path) -> BufferedReader:
    """Open a file, a pipe into which somebody writes (`<(command)`), a terminal or the null device.

    Args:
        path: Its name; a link is followed.

    Returns:
        Its bytes, buffered.

    Raises:
        OSError: If it cannot be opened, is a folder, a socket or another device, or a pipe into which nobody writes.
        ValueError: If no system can have a file of that name.
    """
    descriptor = os.open(path, PLAIN | UNBLOCKED)  # a pipe would keep us waiting for who writes into it
    try:
        _check(descriptor, os.fstat(descriptor))
        if UNBLOCKED:
            os.set_blocking(descriptor, True)
        return os.fdopen(descriptor, "rb")
    except BaseException:
        os.close(descriptor)
        raise


def read_bounded(path: Path, most: int) -> bytes:
    """Read a whole file.

    Args:
        path: The file.
        most: Bytes that it may have.

    Raises:
        OSError: If it cannot be opened, or is larger.
        ValueError: If no system can have a file of that name.
    """
    with open_input(path) as stream:
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, f"it is larger than the limit of {most:,} bytes", str(path))
    return content


def _check(descriptor: int, known: os.stat_result) -> None:
    kind = known.st_mode
    if stat.S_ISDIR(kind):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISFIFO(kind):
        _wait_for_writer(descriptor)
    elif stat.S_ISCHR(kind):
        if not os.isatty(descriptor) and known.st_rdev != os.stat(os.devnull).st_rdev:  # noqa: PTH116 - a device
            raise OSError(errno.EINVAL, "it is a device, and no file")
    elif not stat.S_ISREG(kind):
        raise OSError(errno.EINVAL, "it is no file")


def _wait_for_writer(descriptor: int) -> None:
    """Wait until there is something to read from a pipe, or its other end is closed or waiting as well."""
    until = monotonic() + PIPE_PATIENCE
    while monotonic() < until:
        if select([descriptor], [], [], LOOK_AGAIN)[0]:
            return
    try:
        os.read(descriptor, 1)
    except BlockingIOError:  # somebody is there, and has not begun yet
        return
    raise OSError(errno.EINVAL, f"it is a pipe into which nobody wrote for {PIPE_PATIENCE:g} seconds")
