"""How many processes there is room for: by the cores and the memory of the machine, or what a container has of them."""

import math
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PROCESS_BYTES = 700 * 1024 * 1024
"""Memory that a process may come to take: 280 MB, as measured, and 620 MB for an article of 100,000 characters."""

GROUPS = "/proc/self/cgroup"
MOUNTED = "/sys/fs/cgroup"

Read = Callable[[str], str | None]
"""Reads a file of the system; None where there is none."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the group of processes that this one is in may use, as a container has it; without limit where None.

    Attributes:
        cores: Time on so many cores.
        memory: Bytes.
    """

    cores: float | None = None
    memory: int | None = None


def default_jobs() -> int:
    """How many processes there are where nobody says: one for each core, as far as memory reaches."""
    return fitting_jobs(cores(), _memory(), allowed())


def fitting_jobs(cores: int, memory: int | None, allowed: Allowed) -> int:
    """How many processes there is room for.

    Args:
        cores: Cores that this process may run on.
        memory: Bytes of the machine; None where that is not known.
        allowed: What a container has of both. Of a core and a half the half is not left unused.
    """
    number = cores if allowed.cores is None else min(cores, math.ceil(allowed.cores))
    known = [each for each in (memory, allowed.memory) if each is not None]
    return max(1, min(number, *(each // PROCESS_BYTES for each in known)) if known else number)


def cores() -> int:
    """How many cores this process may run on."""
    if sys.version_info >= (3, 13):
        return os.process_cpu_count() or 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def allowed(read: Read | None = None) -> Allowed:
    """What control groups of Linux let this process have, of version 1 or 2; the narrowest around it holds.

    Args:
        read: Reads a file of the system.
    """
    read = read or _read
    folders = [each for line in (read(GROUPS) or "").splitlines() for each in _folders_of(line)]
    cores = [each for folder in folders if (each := _cores_in(folder, read)) is not None]
    memory = [each for folder in folders if (each := _memory_in(folder, read)) is not None]
    return Allowed(min(cores, default=None), min(memory, default=None))


def _folders_of(line: str) -> Iterator[str]:
    """The folders of a group and of those around it; in a container the upper ones may be all that is to be seen.

    `0::/job/7` of version 2 gives /sys/fs/cgroup/job/7, /sys/fs/cgroup/job, /sys/fs/cgroup; `4:memory:/job` of version
    1 gives /sys/fs/cgroup/memory/job, /sys/fs/cgroup/memory.
    """
    controllers, _, name = line.partition(":")[2].partition(":")
    path = PurePosixPath(MOUNTED, controllers)
    inside = PurePosixPath(name.lstrip("/"))
    for each in (inside, *inside.parents):
        yield str(path / each)


def _cores_in(folder: str, read: Read) -> float | None:
    given = read(f"{folder}/cpu.max")  # as in "150000 100000": microseconds, and of how many
    if given is None:
        given = f"{read(f'{folder}/cpu.cfs_quota_us')} {read(f'{folder}/cpu.cfs_period_us')}"
    numbers = [int(each) for each in given.split() if each.isdigit()]  # "max", or -1, is no limit
    return numbers[0] / numbers[1] if len(numbers) == len(given.split()) == 2 and all(numbers) else None  # noqa: PLR2004 - quota and period


def _memory_in(folder: str, read: Read) -> int | None:
    given = (read(f"{folder}/memory.max") or read(f"{folder}/memory.limit_in_bytes") or "").strip()
    return int(given) if given.isdigit() else None


def _read(name: str) -> str | None:
    try:
        return Path(name).read_text(encoding="ascii")
    except (OSError, ValueError):
        return None


def _memory() -> int | None:
    if not hasattr(os, "sysconf"):
        return None
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
