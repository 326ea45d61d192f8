"""Where claimx keeps what may be made anew at any time, and how: whole files with a checksum, and no other ones."""

import hashlib
import os
import tempfile
from pathlib import Path

import platformdirs

CACHE_VARIABLE = "CLAIMX_CACHE_DIR"


def default_cache() -> Path:
    """The folder that `CLAIMX_CACHE_DIR` names, else claimx's part of the user's cache folder."""
    named = os.environ.get(CACHE_VARIABLE)
    return Path(named) if named else platformdirs.user_cache_path("claimx", appauthor=False)


def read_kept(file: Path) -> bytes:
    """What `keep` wrote.

    Raises:
        OSError: If it cannot be read.
        ValueError: If it is damaged.
    """
    checksum, _, content = file.read_bytes().partition(b"\n")
    if checksum.decode("ascii") != checksum_of(content):
        raise ValueError(f"{file}: its checksum is another")
    return content


def keep(file: Path, content: bytes) -> None:
    """Write a file with its checksum, whole or not at all, whoever else writes it at the same time.

    Raises:
        OSError: If it cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, part = tempfile.mkstemp(dir=file.parent, suffix=".part")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(checksum_of(content).encode() + b"\n" + content)
        Path(part).replace(file)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


def checksum_of(content: bytes) -> str:
    """The SHA-256 of some bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()
