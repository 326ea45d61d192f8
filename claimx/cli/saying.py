"""What is said on stderr of records: errors, notes and counts."""

from typing import TYPE_CHECKING

from claimx.cli.streams import say
from claimx.report.sanitize import printable

if TYPE_CHECKING:
    from claimx.errors import ClaimxError
    from claimx.records import ErrorRecord, Note


def say_error(err: "ErrorRecord | ClaimxError") -> None:
    """Say what is wrong and how to mend it."""
    say(f"claimx: error: {printable(err.message)} [{err.code}]\n  remedy: {printable(err.remedy)}")


def say_note(note: "Note", place: str | None = None) -> None:
    """Say what a user should know."""
    level = "note" if note.level == "info" else note.level
    say(printable(f"claimx: {level}: {f'{place}: ' if place else ''}{note.message} [{note.code}]"))


def counted(number: int, what: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"
