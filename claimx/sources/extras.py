"""Formats whose libraries come only with an extra: what to install is said by name."""

from collections.abc import Iterator
from contextlib import contextmanager

from claimx.sources.interface import MISSING_EXTRA, refuse


@contextmanager
def needing(extra: str, what: str, path: str | None) -> Iterator[None]:
    """Import a library that a plain installation does not have.

    Args:
        extra: The extra that brings it.
        what: The format that is read with it, for the message.
        path: The file, for messages.

    Raises:
        SourceError: If it is not installed.
    """
    try:
        yield
    except ImportError as err:
        raise refuse(
            f"reading {what} needs a library that is not installed",
            remedy=f"pip install 'claimx[{extra}]'",
            code=MISSING_EXTRA,
            path=path,
        ) from err
