"""A baseline that somebody wrote by hand: entries are added, changed and taken out, and all others stay."""

from pathlib import Path

from claimx.errors import SideFileError
from claimx.records.accepted import Accepted
from claimx.sources.tables import check_row
from claimx.toml_text import parse_toml
from claimx.workflow.baseline_text import TABLE, edit_baseline
from fuzz.target import Target, hold

PIECES = (
    *(
        "[[accepted]]\n",
        "[[accepted]] # c\n",
        '[["accepted"]]\n',
        "[[ accepted ]]\n",
        'fingerprint = "',
        '"\n',
        "# c\n",
    ),
    *(
        'fingerprint = "a"\nverdict = "expected"\nreason = "r"\n',
        'figures = ["Post: 9", ]\n',
        "until = 2031-05-04\n",
        "\n",
    ),
    *('reason = """\n[[accepted]]\n', '"""\n', "'''\n", "\\\n", "\r\n", "\\u0000", "by = ", "\u2028", "\x0c", "\x85"),
)
NEW = Accepted(fingerprint="new", verdict="resolved", reason='a "\\\n\x00\x7f\u2028 b')


def check(data: bytes) -> None:
    """Edit a file."""
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    before = _entries(text)
    if before is None or len({entry.fingerprint for entry in before}) < len(before):
        return
    changed = [entry.model_copy(update={"reason": "other"}) if n == 1 else entry for n, entry in enumerate(before)]
    for after in (before, [*before, NEW], before[1:], [], changed, [*changed[:-1], NEW]):
        written = edit_baseline(text, before, after)
        held = _entries(written)
        names = sorted({entry.fingerprint: entry for entry in after}.items())
        hold(held is not None, f"an edited baseline cannot be read: {written!r}")
        hold(sorted((entry.fingerprint, entry) for entry in held or ()) == names, "an entry was lost or changed")


def _entries(text: str) -> list[Accepted] | None:
    try:
        tables = parse_toml(text).get(TABLE, [])
        if not isinstance(tables, list):
            return None
        return [check_row(table, Accepted, Path("any"), "") for table in tables]
    except (ValueError, RecursionError, SideFileError):
        return None


TARGET = Target(check, PIECES, max_bytes=2000)
