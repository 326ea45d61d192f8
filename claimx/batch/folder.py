"""The files of a large run: parts with what was found, dead letters with what could not be read and why."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from claimx.batch.durable import NOT_OURS, UNFINISHED, remove, said_plainly, whole_file
from claimx.batch.locking import LOCK
from claimx.batch.manifest import PARTS, FinishedPart, Manifest
from claimx.batch.outcomes import merge, outcomes_of
from claimx.batch.part_files import read_lines, read_parquet, write_lines, write_parquet
from claimx.batch.parts import Part
from claimx.batch.rows import ResultRow
from claimx.batch.run_settings import SETTINGS, PartForm
from claimx.errors import ClaimxError, CodecError

FOUND, DEAD = "parts", "dead-letter"
PART = "part-[0-9]*"


class RunFolder:
    """The folder that a run writes.

    Args:
        folder: The folder; it is made where it is not there.
        form: How parts are written.

    Raises:
        ClaimxError: If it cannot be made.
    """

    def __init__(self, folder: Path, form: PartForm) -> None:
        self.folder = folder
        self._form: PartForm = form
        with said_plainly(folder):
            for name in (FOUND, DEAD):
                (folder / name).mkdir(parents=True, exist_ok=True)
        remove(folder / f"{name}{UNFINISHED}" for name in (PARTS, SETTINGS))
        for name in (FOUND, DEAD):
            remove(sorted((folder / name).glob(f"{PART}{UNFINISHED}")))
        self.manifest = Manifest(folder)

    def has(self, number: int, key: str) -> bool:
        """Whether a part is done and its files are there."""
        part = self.manifest.parts.get(number)
        if part is None or part.key != key:
            return False
        try:
            dead = self.dead_letters(number).read_bytes().count(b"\n") if part.failed else 0
            return (self.part(number).stat().st_size, dead) == (part.bytes, part.failed)
        except OSError:
            return False

    def part(self, number: int) -> Path:
        """The file of a part."""
        return self.folder / FOUND / f"part-{number:06}.{self._form}"

    def dead_letters(self, number: int) -> Path:
        """The file with what could not be read of a part."""
        return self.folder / DEAD / f"part-{number:06}.jsonl"

    def may_retry(self, part: Part) -> bool:
        """Whether a part is done but for inputs that may end otherwise at another try, and its files are whole."""
        done = self.manifest.parts.get(part.number)
        if done is None or not done.again or done.inputs != part.size:
            return False
        if done.rest != part.key_without(done.again):
            return False
        try:
            digest = hashlib.sha256(self.part(part.number).read_bytes()).hexdigest()
            dead = sum(1 for _ in read_lines(self.dead_letters(part.number)))
        except (OSError, ValueError, CodecError):  # somebody has changed them: the whole part is read anew
            return False
        return (digest, dead) == (done.sha256, done.failed)

    def merge(self, number: int, rows: Sequence[ResultRow]) -> list[ResultRow]:
        """The rows of a part in the order of its inputs, with those that were made at another try in their places.

        Args:
            number: Of the part, which `may_retry`.
            rows: Of the inputs that were tried again.
        """
        found = (read_parquet if self._form == "parquet" else read_lines)(self.part(number))
        return merge(self.manifest.parts[number], found, read_lines(self.dead_letters(number)), rows)

    def write(self, part: Part, rows: Sequence[ResultRow], seconds: float) -> FinishedPart:
        """Write a part: its file, its dead letters, and then the line that says that both are there.

        Args:
            part: The part.
            rows: What was found.
            seconds: How long that took.
        """
        number = part.number
        if number in self.manifest.parts:
            self.manifest.add(FinishedPart(part=number, key=None))
        found = [row for row in rows if row["error"] is None and row["left_out"] is None]
        failed = [row for row in rows if row["error"] is not None]
        with whole_file(self.part(number)) as stream:
            (write_parquet if self._form == "parquet" else write_lines)(found, stream)
            size = stream.seek(0, 2)
            stream.seek(0)
            digest = hashlib.sha256(stream.read()).hexdigest()
        if failed:
            with whole_file(self.dead_letters(number)) as stream:
                write_lines(failed, stream)
        else:
            remove([self.dead_letters(number)])
        outcomes, again = outcomes_of(rows)
        done = FinishedPart(
            part=number,
            key=part.key,
            articles=len(found),
            failed=len(failed),
            left_out=dict(sorted(Counter(row["left_out"] for row in rows if row["left_out"] is not None).items())),
            outcomes=outcomes if again else "",
            rest=part.key_without(again) if again else "",
            claims=sum(row["claims"] for row in found),
            quotes=sum(row["quotes"] for row in found),
            bytes=size,
            sha256=digest,
            seconds=round(seconds, 3),
        )
        self.manifest.add(done)
        return done

    def finish(self, parts: int) -> None:
        """Take away parts of an earlier run that had more articles, and say that all is done.

        Their lines go first, so files without one may be left where a run was killed between the two.
        """
        for number in sorted(number for number in self.manifest.parts if number >= parts):
            self.manifest.add(FinishedPart(part=number, key=None))
        kept = {path(number) for number in range(parts) for path in (self.part, self.dead_letters)}
        remove(file for name in (FOUND, DEAD) for file in sorted((self.folder / name).glob(PART)) if file not in kept)
        self.manifest.end(parts)


def empty(folder: Path) -> None:
    """Take away what an earlier run wrote, and nothing else; last what says whose it was, should this be cut short.

    Raises:
        ClaimxError: If a file cannot be taken away.
    """
    for name in (FOUND, DEAD):
        remove(sorted((folder / name).glob(PART)))
    remove([folder / PARTS])
    remove([folder / SETTINGS])


def check_usable(folder: Path) -> None:
    """Refuse a folder that holds something else, so that nothing is written among it or taken away with it.

    Raises:
        ClaimxError: If it is a file, or has files and was begun by no run.
    """
    if folder.exists() and not folder.is_dir():
        raise ClaimxError(f"{folder}: this is no folder", remedy="name a folder to write to", code=NOT_OURS)
    if not folder.exists() or (folder / SETTINGS).exists():
        return
    known = {FOUND, DEAD, PARTS, LOCK}
    strange = sorted(each.name for each in folder.iterdir() if each.name.removesuffix(UNFINISHED) not in known)
    if strange and strange != [SETTINGS + UNFINISHED]:
        raise ClaimxError(
            f"{folder}: it holds something else, as {strange[0]}",
            remedy="name a new folder, or an empty one",
            code=NOT_OURS,
        )
