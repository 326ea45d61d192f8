"""Settings and manifests: any TOML is read, or refused with an error that names the file."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from claimx.errors import ClaimxError
from claimx.lexicon.packs import read_packs
from claimx.sources.manifest import read_manifest
from claimx.workflow.config import find_config, read_config
from fuzz.target import Target, hold

PIECES = (
    *(
        '["story.txt"]\n',
        "published = ",
        '"2031-05-04"\n',
        "2031-05-04\n",
        'source = "The Post"\n',
        "[compare]\n",
        "[[",
    ),
    *("[tool.claimx]\n", "articles = [", '"../../etc"', "https://x.example", "]", "{", "}", "=", "'''", '"""', "\n"),
    *("fail-on = ", '"error"\n', "tolerance = 0.1\n", "1e999", "0x", "nan", "inf", "a.b.c.d = 1\n", "9" * 30, "true"),
    *('[[entry]]\nid = "x"\n', "fires = [", "99:99:99", "\\ud800", "\x00", "\x7f", "# c\n"),
)


def check(data: bytes) -> None:
    """Read bytes as each of the files."""
    with folder() as place:
        for name, read in FILES:
            path = place / name
            path.write_bytes(data)
            with refusing(path):
                read(path)
        with refusing(place):
            find_config(place)
            read_packs([place])


@contextmanager
def folder() -> Iterator[Path]:
    """A folder that is gone afterwards; in memory where the system has one there."""
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as name:  # noqa: PTH112, S108
        yield Path(name)


@contextmanager
def refusing(path: Path) -> Iterator[None]:
    """Let errors pass that name the file and say what to do."""
    try:
        yield
    except ClaimxError as err:
        hold(str(path) in err.message and err.remedy, f"{err!r} helps nobody")


FILES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    ("claimx.toml", read_config),
    ("pyproject.toml", read_config),
    ("manifest.toml", read_manifest),
)

TARGET = Target(check, PIECES, max_bytes=6000)
