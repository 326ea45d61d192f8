"""How far a large run is, as its folder tells; another process may be at work in it."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from claimx.batch.durable import NOT_OURS
from claimx.batch.locking import is_held
from claimx.batch.manifest import Manifest
from claimx.batch.run_settings import read_settings
from claimx.errors import ClaimxError

State = Literal["running", "stopped", "finished"]


@dataclass(frozen=True, slots=True)
class Status:
    """How far a run is.

    Attributes:
        state: Whether a process is at work, or all inputs were read.
        parts: Parts that are done.
        articles: Articles in them.
        failed: Articles and inputs that could not be read.
        again: Of these, what may be read at another try, with more time or memory or larger limits.
        left_out: What was not read for its language, its length or because it is no article.
        claims: Claims in the parts.
        quotes: Quotes in the parts.
        bytes: Size of the parts.
        left: Articles that are not done; None where their number cannot be told.
        per_second: Articles and inputs done in a second of work; None where nothing is done.
        seconds_left: How long what is left will take at that pace.
        dead_letters: The folder with what could not be read, where there is something.
    """

    state: State
    parts: int
    articles: int
    failed: int
    again: int
    left_out: int
    claims: int
    quotes: int
    bytes: int
    left: int | None
    per_second: float | None
    seconds_left: int | None
    dead_letters: str | None

    def plain(self) -> dict[str, str | int | float | None]:
        """As a JSON object."""
        return asdict(self)


def read_status(folder: Path) -> Status:
    """Read how far a run is; nothing is changed.

    Raises:
        ClaimxError: If the folder was begun by no run.
    """
    settings = read_settings(folder)
    if settings is None:
        raise ClaimxError(
            f"{folder}: no run was begun there", remedy="name the folder that claimx batch run wrote to", code=NOT_OURS
        )
    manifest = Manifest(folder)
    parts = list(manifest.parts.values())
    articles, failed = sum(part.articles for part in parts), sum(part.failed for part in parts)
    left_out = sum(sum(part.left_out.values()) for part in parts)
    done, seconds = sum(part.inputs for part in parts), sum(part.seconds for part in parts)
    ended = manifest.ended is not None
    left = 0 if ended else None if settings.expected is None else max(0, settings.expected - done)
    rate = done / seconds if done and seconds > 0 else None
    return Status(
        state="running" if is_held(folder) else "finished" if ended else "stopped",
        parts=len(parts),
        articles=articles,
        failed=failed,
        again=sum(len(part.again) for part in parts),
        left_out=left_out,
        claims=sum(part.claims for part in parts),
        quotes=sum(part.quotes for part in parts),
        bytes=sum(part.bytes for part in parts),
        left=left,
        per_second=None if rate is None else round(rate, 2),
        seconds_left=0 if left == 0 else None if left is None or rate is None else round(left / rate),
        dead_letters=str(folder / "dead-letter") if failed else None,
    )
