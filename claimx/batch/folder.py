"""The files of a large run: parts with what was found, dead letters with what could not be read and why."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from claimx.batch.durable import UNFINISHED, said_plainly, whole_file
from claimx.batch.locking import LOCK
from claimx.batch.manifest import PARTS, SETTINGS, FinishedPart, Manifest, PartForm
from claimx.batch.rows import ResultRow
from claimx.errors import ClaimxError

FOUND, DEAD = "parts", "dead-letter"
NOT_OURS = "CX980"
MISSING_EXTRA = "CX915"

GROUP = 100
"""Rows that are compressed together."""


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
            for file in (*folder.glob(f"*{UNFINISHED}"), *folder.glob(f"*/*{UNFINISHED}")):
                file.unlink()
        self.manifest = Manifest(folder)

    def has(self, number: int, key: str) -> bool:
        """Whether a part is done and its file is there."""
        part = self.manifest.parts.get(number)
        if part is None or part.key != key:
            return False
        try:
            return self.part(number).stat().st_size == part.bytes
        except OSError:
            return False

    def part(self, number: int) -> Path:
        """The file of a part."""
        return self.folder / FOUND / f"part-{number:06}.{self._form}"

    def dead_letters(self, number: int) -> Path:
        """The file with what could not be read of a part."""
        return self.folder / DEAD / f"part-{number:06}.jsonl"

    def write(self, number: int, key: str, rows: Sequence[ResultRow], seconds: float) -> FinishedPart:
        """Write a part: its file, its dead letters, and then the line that says that both are there.

        Args:
            number: Of the part.
            key: What it is named by.
            rows: What was found.
            seconds: How long that took.
        """
        if number in self.manifest.parts:
            self.manifest.add(FinishedPart(part=number, key=None))
        found = [row for row in rows if row["error"] is None and row["left_out"] is None]
        failed = [row for row in rows if row["error"] is not None]
        with whole_file(self.part(number)) as stream:
            (_write_parquet if self._form == "parquet" else _write_lines)(found, stream)
            size = stream.seek(0, 2)
            stream.seek(0)
            digest = hashlib.sha256(stream.read()).hexdigest()
        if failed:
            with whole_file(self.dead_letters(number)) as stream:
                _write_lines(failed, stream)
        else:
            self.dead_letters(number).unlink(missing_ok=True)
        done = FinishedPart(
            part=number,
            key=key,
            articles=len(found),
            failed=len(failed),
            left_out=dict(sorted(Counter(row["left_out"] for row in rows if row["left_out"] is not None).items())),
            claims=sum(row["claims"] for row in found),
            quotes=sum(row["quotes"] for row in found),
            bytes=size,
            sha256=digest,
            seconds=round(seconds, 3),
        )
        self.manifest.add(done)
        return done

    def finish(self, parts: int) -> None:
        """Take away parts of an earlier run that had more articles, and say that all is done."""
        for number in sorted(number for number in self.manifest.parts if number >= parts):
            self.manifest.add(FinishedPart(part=number, key=None))
            self.part(number).unlink(missing_ok=True)
            self.dead_letters(number).unlink(missing_ok=True)
        self.manifest.end(parts)


def empty(folder: Path) -> None:
    """Take away what an earlier run wrote, and nothing else; last what says whose it was, should this be cut short.

    Raises:
        ClaimxError: If a file cannot be taken away.
    """
    with said_plainly(folder):
        for each in (FOUND, DEAD):
            for file in (folder / each).glob("part-*"):
                file.unlink()
        for name in (PARTS, SETTINGS):
            (folder / name).unlink(missing_ok=True)


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


def _write_lines(rows: Sequence[ResultRow], stream: BinaryIO) -> None:
    stream.writelines(row["document"].encode() + b"\n" for row in rows)


def _write_parquet(rows: Sequence[ResultRow], stream: BinaryIO) -> None:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as err:
        raise ClaimxError(
            "writing Parquet needs a library that is not installed",
            remedy="pip install 'claimx[parquet]'",
            code=MISSING_EXTRA,
        ) from err
    counts = ("claims", "quotes")
    names = [name for name in ResultRow.__annotations__ if name not in ("error", "left_out")]
    schema = pa.schema([(name, pa.int32() if name in counts else pa.string()) for name in names])
    with parquet.ParquetWriter(stream, schema, compression="zstd") as writer:
        for begin in range(0, len(rows), GROUP):
            plain = [{name: row[name] for name in names} for row in rows[begin : begin + GROUP]]  # type: ignore[literal-required]
            writer.write_table(pa.Table.from_pylist(plain, schema=schema))
