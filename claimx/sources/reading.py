"""What runs in the process that reads dangerous files: one after another, each within bounds."""

import ctypes
import importlib.util
import json
import os
import signal
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from math import ceil
from pathlib import Path
from time import process_time
from typing import BinaryIO, NoReturn

from claimx.errors import SourceError
from claimx.sources.apart import Found, pack
from claimx.sources.bounds import LENGTH, MAX_MEMORY, MAX_SECONDS, OUT_OF_MEMORY
from claimx.sources.docx import read_docx
from claimx.sources.feed import parse_feed
from claimx.sources.html import read_html
from claimx.sources.interface import BROKEN, refuse
from claimx.sources.pdf import read_pdf

FRESH_AGAIN = 512 * 1024 * 1024
"""Bytes of memory with which the process ends when it has answered; what a large file took is not all given back."""
HELD = Path("/proc/self/statm")
"""Where Linux tells how much that is. The peak that it tells elsewhere begins with that of the process that asks."""
DIE_WITH_PARENT = 1
"""What Linux calls PR_SET_PDEATHSIG."""
FIRST_TO_GO = Path("/proc/self/oom_score_adj")
"""What Linux goes by when memory runs out."""

HAS_LIMITS = importlib.util.find_spec("resource") is not None
"""Windows has none; there the time alone is bounded, from outside."""

Reading = Callable[[bytes, str | None, str | None], Iterable[Found]]
READINGS: dict[str, Reading] = {
    "html": lambda content, path, charset: [read_html(content, path, charset)],
    "pdf": lambda content, path, charset: [read_pdf(content, path, charset)],
    "docx": lambda content, path, charset: [read_docx(content, path, charset)],
    "feed": lambda content, path, _: parse_feed(content, path),
}


def main(parent: int) -> NoReturn:
    """Answer files until no more can come.

    Args:
        parent: The process that asks.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all processes of a terminal; the parent ends this one
    _end_with(parent)
    _go_first()
    _bound()
    asked, back = sys.stdin.buffer, sys.stdout.buffer
    while (header := _piece(asked)) is not None and (content := _piece(asked)) is not None:
        _bound_time()
        try:
            answer = answer_to(header, content)
        except MemoryError:
            answer = OUT_OF_MEMORY
        try:
            back.write(LENGTH.pack(len(answer)) + answer)
            back.flush()
        except OSError:  # nobody waits for it any longer
            break
        if answer == OUT_OF_MEMORY or _held_memory() > FRESH_AGAIN:
            break
    os._exit(0)  # what a library left behind, threads among it, is gone with the process


def answer_to(header: bytes, content: bytes) -> bytes:
    """Read a file.

    Args:
        header: What is known of it: kind, path and charset.
        content: Its bytes.

    Returns:
        What it holds, as JSON: articles, notes and errors.
    """
    known = json.loads(header)
    found: list[Found] = []
    try:
        found.extend(READINGS[known["kind"]](content, known["path"], known["charset"]))
    except SourceError as err:
        found.append(err)
    except MemoryError:
        raise
    except Exception as err:  # noqa: BLE001 - of all files one will make a library raise what nobody foresaw
        what = f"reading it failed: {type(err).__name__}: {str(err)[:120]}"
        found.append(refuse(what, remedy="save its text as .txt and give that", code=BROKEN, path=known["path"]))
    return json.dumps([pack(each) for each in found], ensure_ascii=False).encode("utf-8", "surrogatepass")


def _piece(stream: BinaryIO) -> bytes | None:
    """What was sent next; None at the end."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    size = LENGTH.unpack(head)[0]
    piece = stream.read(size)
    return piece if len(piece) == size else None


def _end_with(parent: int) -> None:
    """Have the system end this process with the other one, even in the middle of a file, where it can do that."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)
        if os.getppid() != parent:  # it ended before that was said
            os._exit(0)


def _go_first() -> None:
    """Where memory runs out all the same, as in a small container, have the system end this process and no other."""
    with suppress(OSError):
        if FIRST_TO_GO.exists():
            FIRST_TO_GO.write_text("1000", encoding="ascii")


def _bound() -> None:
    """Set the system's limits, where it has any."""
    if not HAS_LIMITS:
        return
    import resource

    for kind, wanted in ((resource.RLIMIT_AS, MAX_MEMORY), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0)):
        _, most = resource.getrlimit(kind)
        limit = wanted if most == resource.RLIM_INFINITY else min(wanted, most)
        with suppress(OSError, ValueError):  # macOS has no limit of address space
            resource.setrlimit(kind, (limit, limit))


def _bound_time() -> None:
    """Give the next file its processor time, beside what the files before it took."""
    if not HAS_LIMITS:
        return
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = ceil(process_time()) + MAX_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def _held_memory() -> int:
    """The memory that this process has now, in bytes, or the most it had; 0 where the system does not tell."""
    if not HAS_LIMITS:
        return 0
    import resource

    if HELD.exists():
        return int(HELD.read_text(encoding="ascii").split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
