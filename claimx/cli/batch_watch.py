"""What a large run says on standard error while it is at work, and at its end."""

from pathlib import Path
from typing import TYPE_CHECKING

from claimx.cli.account import Account
from claimx.cli.batch_status import WITH_LARGER_LIMIT
from claimx.cli.saying import counted, say_error
from claimx.cli.streams import say

if TYPE_CHECKING:
    from claimx.batch.manifest import FinishedPart
    from claimx.batch.resumable import Totals
    from claimx.batch.rows import ResultRow

MOST_SAID = 10
"""Errors that are said; more of them are found in the folder."""


class Watch:
    """Counts what a run comes to, and says its first errors.

    Args:
        account: Keeps the progress.
        dead_letters: The folder with all errors.
    """

    def __init__(self, account: Account, dead_letters: Path) -> None:
        self._account = account
        self._dead_letters = dead_letters
        self._done = 0
        self._failed = 0

    def keep(self, number: int) -> None:
        """Take inputs into account that an earlier run had done."""
        self._done += number
        self._show()

    def count(self, row: "ResultRow") -> None:
        """Take an article into account."""
        self._done += 1
        if row["error"] is not None:
            self._failed += 1
            self._say(row)
        self._show()

    def wrote(self, part: "FinishedPart") -> None:
        """Say, to who wants to know more, that a part is on the disk."""
        told = [f"part {part.part:06}: {counted(part.articles, 'article')}", counted(part.claims, "figure")]
        if part.failed:
            told.append(f"{counted(part.failed, 'input')} not read")
        told += [f"{number:,} left out ({reason})" for reason, number in part.left_out.items()]
        self._account.progress.clear()
        self._account.stages.tell(f"{', '.join(told)}, {part.seconds:,.1f} s")

    def sum_up(self, totals: "Totals") -> None:
        """`1,204 articles in 3 parts, 5,310 figures, 2 inputs not read`, and what to do about these."""
        self._account.progress.clear()
        self._account.stages.end()
        if self._account.quiet:
            return
        kept = f" ({totals.kept:,} of them before)" if totals.kept else ""
        told = [f"{counted(totals.articles, 'article')} in {counted(totals.parts, 'part')}{kept}"]
        told.append(counted(totals.claims, "figure"))
        if totals.copies:
            told.append(f"{counted(totals.copies, 'input')} given twice")
        if totals.left_out:
            told.append(f"{counted(totals.left_out, 'input')} left out")
        if totals.failed:
            told.append(f"{counted(totals.failed, 'input')} not read")
        say(", ".join(told))
        if totals.failed:
            say(f"what was not read, and why, is in {self._dead_letters}")
        if totals.retried:
            say(f"{counted(totals.retried, 'input')} tried again, {totals.mended:,} read now")
        if totals.again:
            say(f"{totals.again:,} {WITH_LARGER_LIMIT}")

    def _say(self, row: "ResultRow") -> None:
        from claimx.batch.rows import record_of
        from claimx.records import ErrorRecord

        record = record_of(row)
        if self._failed <= MOST_SAID and isinstance(record, ErrorRecord):
            self._account.progress.clear()
            say_error(record)
        elif self._failed == MOST_SAID + 1:
            self._account.progress.clear()
            say(f"claimx: further errors are in {self._dead_letters} alone")

    def _show(self) -> None:
        self._account.progress.count(self._done, "articles", self._account.expected)
