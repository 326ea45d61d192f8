"""The process that reads dangerous files, as seen from outside: it is asked, watched, ended and started anew."""

import atexit
import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from threading import Lock
from typing import IO

from claimx.sources.bounds import (
    LENGTH,
    MAX_ANSWER_BYTES,
    MAX_MEMORY,
    MAX_SECONDS,
    MAX_WALL_SECONDS,
    OUT_OF_MEMORY,
)
from claimx.sources.interface import BROKEN, TOO_LARGE
from claimx.sources.watch import Watch

START = "import sys; sys.path[:] = sys.argv[2:]; from claimx.sources.reading import main; main(int(sys.argv[1]))"
"""The same claimx and the same libraries, from where this process has them; nothing comes from the current folder."""

PATIENCE = 2.0
"""Seconds that a process has to end after it closed its line."""
KILLED = 9
"""SIGKILL, by which the system ends what takes the last of the memory; Windows does not know it by name."""


class EndedError(Exception):
    """The process gave no answer.

    Attributes:
        what: What happened, as it is told of the file: `reading it takes more than …`.
        code: What it is an error of.
        final: Whether trying again would lead to the same.
    """

    def __init__(self, what: str, code: str, *, final: bool) -> None:
        super().__init__(what)
        self.what = what
        self.code = code
        self.final = final


class Child:
    """A process that reads one file after another: started when it is first asked, and anew after it ended.

    It ends with this process, however that ends: its line breaks, and where the system offers it, it is killed at once.
    Threads wait for one another; a process that is forked off this one starts a child of its own.
    """

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._watch: Watch | None = None
        self._answered = 0
        self._lock = Lock()

    def answer(self, header: bytes, content: bytes) -> bytes:
        """Have a file read.

        A file that ends a process which has read others before is tried once more in a new one: what came before may
        have used up its memory, and the same file must lead to the same answer wherever it stands.

        Args:
            header: What is known of it.
            content: Its bytes.

        Raises:
            EndedError: If reading it takes more than it may, or ends the process.
        """
        with self._lock:
            if self._process is not None and self._answered:
                try:
                    return self._ask(header, content)
                except EndedError as err:
                    if err.final:
                        raise
            return self._ask(header, content)

    def end(self) -> None:
        """End the process and wait until it is gone."""
        process, self._process = self._process, None
        if self._watch is not None:
            self._watch.stop()
        if process is not None:
            process.kill()
            process.wait()
            _close(process)

    def forget(self) -> None:
        """Leave the process to another one: this one was forked off it."""
        process, self._process, self._lock = self._process, None, Lock()
        if process is not None:
            process.returncode = 0  # it is not ours to wait for
            _close(process)

    def _started(self) -> "tuple[subprocess.Popen[bytes], Watch]":
        """The process that is there, or a new one."""
        if self._process is not None and self._watch is not None:
            return self._process, self._watch
        places = [each for each in sys.path if os.path.isabs(each)]  # noqa: PTH117 - a string
        try:
            process = subprocess.Popen(  # noqa: S603 - this very program, with nothing of a file in its arguments
                [sys.executable, "-P", "-c", START, str(os.getpid()), *places],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # a library may warn of each part of a file, and nobody bounds what is kept
            )
        except OSError as err:
            what = f"no process to read it in can be started: {err.strerror or err}"
            raise EndedError(what, BROKEN, final=True) from err
        self._process, self._watch, self._answered = process, Watch(process), 0
        return process, self._watch

    def _ask(self, header: bytes, content: bytes) -> bytes:
        process, watch = self._started()
        watch.begin()
        try:
            answer = _exchange(process, (header, content))
        except BaseException:  # Ctrl-C among them: what it would still answer is of no use to the next file
            self.end()
            raise
        finally:
            watch.end()
        if answer is None or answer == OUT_OF_MEMORY:
            code = _exit_code(process)
            self.end()
            raise _memory() if answer else _told(code, late=watch.late)
        self._answered += 1
        return answer


def _exchange(process: "subprocess.Popen[bytes]", pieces: Sequence[bytes]) -> bytes | None:
    """Send a file and take the answer; None where none comes."""
    line, back = process.stdin, process.stdout
    if line is None or back is None:
        return None
    with suppress(OSError):  # it is gone, which the missing answer tells
        for piece in pieces:
            line.write(LENGTH.pack(len(piece)))
            line.write(piece)
        line.flush()
    length = _taken(back, LENGTH.size)
    if length is None:
        return None
    size = LENGTH.unpack(length)[0]
    if size > MAX_ANSWER_BYTES:
        what = f"what is found in it takes more than {MAX_ANSWER_BYTES // 1024**2} MiB"
        raise EndedError(what, TOO_LARGE, final=True)
    return _taken(back, size)


def _taken(back: IO[bytes], size: int) -> bytes | None:
    piece = back.read(size)
    return piece if len(piece) == size else None


def _exit_code(process: "subprocess.Popen[bytes]") -> int | None:
    """How the process ended; None where it goes on without its line."""
    try:
        return process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        return None


def _told(code: int | None, *, late: bool) -> EndedError:
    """What an exit code says: `-11` is the signal of a crash."""
    if late:
        return EndedError(f"reading it takes more than {MAX_WALL_SECONDS} seconds", TOO_LARGE, final=True)
    if code is None:
        return EndedError("the process that reads it broke off its line", BROKEN, final=False)
    if code >= 0:
        return EndedError(f"the process that reads it ended with exit code {code}", BROKEN, final=False)
    if code == -getattr(signal, "SIGXCPU", 0):
        what = f"reading it takes more than {MAX_SECONDS} seconds of processor time"
        return EndedError(what, TOO_LARGE, final=True)
    if code == -KILLED:
        what = "the process that reads it was killed, as the system does when memory runs out (SIGKILL)"
        return EndedError(what, TOO_LARGE, final=False)
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"signal {-code}"
    return EndedError(f"reading it crashes the process that does ({name})", BROKEN, final=False)


def _memory() -> EndedError:
    return EndedError(f"reading it takes more than {MAX_MEMORY // 1024**3} GiB of memory", TOO_LARGE, final=False)


def _close(process: "subprocess.Popen[bytes]") -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):  # what could not be sent any longer
            if stream is not None:
                stream.close()


CHILD = Child()
"""The one of this process."""

atexit.register(CHILD.end)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=CHILD.forget)
