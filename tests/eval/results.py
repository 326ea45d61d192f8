"""The table of results: a row for each figure, a column for each commit that was measured."""

from collections.abc import Mapping, Sequence

HEAD = """\
# Results

What `gate.py --record` measured, newest last. The rules were written beside these articles: the figures show progress,
and not what is to be expected on others; where two people annotate one article, they agree at claim F1 .92.
"""
_LABELS = ("set", "figure")


def with_column(page: str, commit: str, figures: Mapping[tuple[str, str], str]) -> str:
    """Add what was measured at a commit; a commit that has a column already gets it anew.

    Args:
        page: The page so far, or nothing.
        commit: Date and short name of the commit.
        figures: What was measured, as shown, by set and figure.

    Returns:
        The page with the column as its last; figures that are new have empty cells before.
    """
    commits, rows = _read(page)
    if commit in commits:
        at = commits.index(commit)
        commits = [*commits[:at], *commits[at + 1 :]]
        rows = {key: [*cells[:at], *cells[at + 1 :]] for key, cells in rows.items()}
    keys = [*rows, *(key for key in figures if key not in rows)]
    empty = [""] * len(commits)
    lines = [_row([*_LABELS, *commits, commit]), _row(["---"] * (len(commits) + 3))]
    places = {key: place for place, key in enumerate(figures)}
    keys.sort(key=lambda key: (places.get(key, len(places)), key))
    lines += [_row([*key, *rows.get(key, empty), figures.get(key, "")]) for key in keys]
    return HEAD + "\n" + "\n".join(lines) + "\n"


def _read(page: str) -> tuple[list[str], dict[tuple[str, str], list[str]]]:
    table = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("|")
    ]
    if not table:
        return [], {}
    return table[0][2:], {(row[0], row[1]): row[2:] for row in table[2:]}


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
