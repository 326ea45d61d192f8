"""In which form a comparison is written, and by what name of a file it is known."""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from claimx.cli.exits import ExitCode
from claimx.cli.options import FailOn, read_codes
from claimx.cli.streams import output, say, stdout_is_terminal, table_width, wants_color, wants_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimx.cli.account import Account
    from claimx.records import Comparison, Extraction
    from claimx.workflow import Compared

STEP_SUMMARY = "GITHUB_STEP_SUMMARY"
"""GitHub names by it the file that a step's summary is taken from."""


class CompareFormat(StrEnum):
    """What is written; `auto` goes by the suffix of the output, and is a table on a terminal and JSON elsewhere."""

    AUTO = "auto"
    TABLE = "table"
    JSON = "json"
    HTML = "html"
    MARKDOWN = "markdown"
    CSV = "csv"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


ComparisonForm = Annotated[
    CompareFormat,
    typer.Option(
        "-f",
        "--format",
        envvar="CLAIMX_FORMAT",
        help="auto goes by the suffix of -o: .html .md .csv .sarif .xml; else a table on a terminal, json elsewhere.",
    ),
]

SUFFIXES: "Mapping[str, CompareFormat]" = {
    ".html": CompareFormat.HTML,
    ".htm": CompareFormat.HTML,
    ".md": CompareFormat.MARKDOWN,
    ".csv": CompareFormat.CSV,
    ".sarif": CompareFormat.SARIF,
    ".xml": CompareFormat.JUNIT,
    ".json": CompareFormat.JSON,
}


def chosen_format(
    form: CompareFormat, out: Path | None, *, unseen: CompareFormat = CompareFormat.JSON
) -> CompareFormat:
    """What `auto` means here.

    Args:
        form: What was asked for.
        out: Where it goes; standard output where None.
        unseen: What is written where no person looks, and no suffix says otherwise.
    """
    if form is not CompareFormat.AUTO:
        return form
    if out is not None and out.suffix.lower() in SUFFIXES:
        return SUFFIXES[out.suffix.lower()]
    return CompareFormat.TABLE if wants_table(out) else unseen


@dataclass(frozen=True, slots=True)
class Codes:
    """Which findings count.

    Attributes:
        selected: Codes, or beginnings of codes; all where empty.
        ignored: Those that do not.
    """

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @classmethod
    def of(cls, selected: "Iterable[str]", ignored: "Iterable[str]") -> "Codes":
        """Read what a user wrote.

        Raises:
            ClaimxError: If no code begins so.
        """
        return cls(read_codes(selected), read_codes(ignored))


@dataclass(frozen=True, slots=True)
class Shown:
    """How the result is shown.

    Attributes:
        form: In which form; not `auto`.
        out: Where; standard output where None.
        statistics: Whether the findings of each code are counted on stderr.
        limit: How many findings a table shows; all where None.
    """

    form: CompareFormat
    out: Path | None
    statistics: bool = False
    limit: int | None = None


def conclude(compared: "Compared", account: "Account", codes: Codes, threshold: FailOn, shown: Shown) -> ExitCode:
    """Write a comparison, and say what it comes to.

    Args:
        compared: The comparison and its articles.
        account: What was counted on the way.
        codes: Which findings count.
        threshold: The weakest findings that end with exit code 1.
        shown: How it is shown.

    Returns:
        What the process ends with.

    Raises:
        ClaimxError: If it cannot be written.
        ClosedPipeError: If nobody reads it any longer.
    """
    from claimx.compare import choose_codes, exit_code

    comparison = choose_codes(compared.comparison, codes.selected, codes.ignored)
    code = ExitCode.ERROR if account.errors else ExitCode(exit_code(comparison, threshold.value))
    write_compared(comparison, compared.extractions, code, shown, fail_on=threshold)
    on_screen = shown.form is CompareFormat.TABLE and shown.out is None and stdout_is_terminal()
    if shown.statistics:
        from claimx.report.summary import statistics_lines

        for line in statistics_lines(comparison):
            say(line)
    account.sum_up(compared_counts(account, comparison), said=on_screen)
    return code


def write_compared(
    comparison: "Comparison",
    extractions: "Sequence[Extraction]",
    code: ExitCode,
    shown: Shown,
    *,
    fail_on: FailOn,
) -> None:
    """Write a comparison.

    Args:
        comparison: The comparison.
        extractions: Its articles.
        code: What the process will end with.
        shown: How and where.
        fail_on: What counts as a failure where the form knows failures.

    Raises:
        ClaimxError: If it cannot be written.
        ClosedPipeError: If nobody reads it any longer.
    """
    whole = comparison.model_copy(update={"exit_code": int(code)})
    form = shown.form
    with output(shown.out) as stream:
        if form in (CompareFormat.JSON, CompareFormat.AUTO):
            from claimx.codec import write_comparison

            write_comparison(whole, stream)
        else:
            stream.write(_rendered(whole, extractions, shown, fail_on).encode())
        stream.flush()
    if form is CompareFormat.GITHUB:
        _append_step_summary(whole, extractions)


def compared_counts(account: "Account", comparison: "Comparison") -> "Iterable[tuple[int, str]]":
    """What the last line says: `5 articles, 31 figures, 12 groups, 2 findings`."""
    found = comparison.summary.findings
    return (
        (account.articles, "article"),
        (account.claims, "figure"),
        (sum(group.verdict != "single" for group in comparison.groups), "group"),
        (found.error + found.warning + found.note, "finding"),
    )


def _rendered(  # noqa: PLR0911 - one for each form
    comparison: "Comparison",
    extractions: "Sequence[Extraction]",
    shown: Shown,
    fail_on: FailOn,
) -> str:
    match shown.form:
        case CompareFormat.TABLE | CompareFormat.AUTO | CompareFormat.JSON:
            from claimx.report.table import render_comparison

            width, color = table_width(shown.out), wants_color(shown.out)
            return render_comparison(comparison, extractions, width=width, color=color, most=shown.limit)
        case CompareFormat.HTML:
            from claimx.report.html import render_html

            return render_html(comparison, extractions)
        case CompareFormat.MARKDOWN:
            from claimx.report.markdown import render_markdown

            return render_markdown(comparison, extractions)
        case CompareFormat.CSV:
            from claimx.report.flat import render_members

            return render_members(comparison, extractions)
        case CompareFormat.GITHUB:
            from claimx.report.github import render_github

            return render_github(comparison)
        case CompareFormat.SARIF:
            from claimx.report.sarif import render_sarif

            return render_sarif(comparison)
        case CompareFormat.JUNIT:
            from claimx.report.junit import render_junit

            return render_junit(comparison, fail_on=fail_on.value)
        case CompareFormat.GITLAB:
            from claimx.report.gitlab import render_gitlab

            return render_gitlab(comparison)
        case _:
            assert_never(shown.form)


def _append_step_summary(comparison: "Comparison", extractions: "Sequence[Extraction]") -> None:
    """Add the whole report to the summary of the step, where GitHub runs this."""
    name = os.environ.get(STEP_SUMMARY)
    if not name:
        return
    from claimx.report.markdown import render_markdown

    try:
        with Path(name).open("a", encoding="utf-8") as summary:
            summary.write(render_markdown(comparison, extractions))
    except OSError as err:
        say(f"claimx: warning: the summary of the step cannot be written: {err.strerror or err}")
