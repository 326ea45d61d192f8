"""`claimx manual`: every command and option on one page, made of what --help says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Protocol, cast

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.streams import output

EXAMPLES = """\
claimx manual | man -l -
claimx manual > ~/.local/share/man/man1/claimx.1
claimx manual -f markdown -o commands.md"""

HELP = """Print the manual: every command with its examples and options, as a man page or as Markdown."""

CODES = (
    ("0", "nothing at or above --fail-on"),
    ("1", "findings"),
    ("2", "bad usage, unreadable input or an internal error, even beside findings"),
    ("130", "interrupted; what was written to standard output before stays"),
    ("141", "the reading end of the pipe was closed"),
)
VARIABLES = (
    ("CLAIMX_FORMAT", "as -f of extract, compare and check"),
    ("CLAIMX_FAIL_ON", "as --fail-on of compare and check"),
    ("CLAIMX_CACHE_DIR", "the folder in which extractions are kept for the next run"),
    ("CLAIMX_DEBUG", "1 shows where in the program a bug is"),
    ("NO_COLOR, FORCE_COLOR", "no colours; colours where no terminal is. --color comes before both"),
    ("COLUMNS", "how wide tables are"),
)


LIST_OF_ARGUMENTS = re.compile(r" <list\[\w+\]>$")
"""How the parser says that there may be several."""


class ManualFormat(StrEnum):
    """What is written."""

    MAN = "man"
    MARKDOWN = "markdown"


class _Parameter(Protocol):
    def get_help_record(self, ctx: object) -> tuple[str, str] | None: ...


class _Command(Protocol):
    """What is needed of a command of the parser."""

    help: str | None
    hidden: bool
    params: list[_Parameter]


@dataclass(frozen=True, slots=True)
class Page:
    """What there is to say of a command.

    Attributes:
        name: `claimx compare`.
        examples: Lines to copy.
        text: Paragraphs.
        options: Names and meaning of each argument and option.
    """

    name: str
    examples: tuple[str, ...]
    text: tuple[str, ...]
    options: tuple[tuple[str, str], ...]


def manual(
    ctx: typer.Context,
    *,
    form: Annotated[ManualFormat, typer.Option("-f", "--format", help="A man page, or Markdown.")] = ManualFormat.MAN,
    out: options.Output = None,
) -> ExitCode:
    """Run the command; the arguments are its options."""
    root = ctx.find_root()
    pages = list(_pages("claimx", cast("_Command", root.command), root))
    text = render_man(pages) if form is ManualFormat.MAN else render_markdown(pages)
    with output(out) as stream:
        stream.write(text.encode())
        stream.flush()
    return ExitCode.OK


def _pages(name: str, command: _Command, ctx: object) -> Iterator[Page]:
    """A command, then those below it."""
    examples, _, text = (command.help or "").replace("\b\n", "").partition("\n\n")
    records = (each.get_help_record(ctx) for each in command.params)
    below: Mapping[str, _Command] = getattr(command, "commands", {})
    yield Page(
        name,
        tuple(examples.splitlines()),
        tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip()),
        tuple((LIST_OF_ARGUMENTS.sub("", names), " ".join(means.split())) for names, means in filter(None, records)),
    )
    for each, inner in below.items():
        if not inner.hidden:
            yield from _pages(f"{name} {each}", inner, ctx)


def render_markdown(pages: Iterable[Page]) -> str:
    """Render pages as Markdown.

    Args:
        pages: The commands.

    Returns:
        The text, which ends with a newline.
    """
    lines = ["# Commands", "", "Made of what `--help` says, by `claimx manual -f markdown`.", ""]
    for page in pages:
        lines += [f"## {page.name}", "", *(each for part in page.text for each in (part, ""))]
        lines += ["```text", *page.examples, "```", ""]
        if page.options:
            lines += ["| option | means |", "| --- | --- |"]
            lines += [f"| `{_cell(names)}` | {_cell(means)} |" for names, means in page.options] + [""]
    for title, head, rows in (("Exit codes", "code", CODES), ("Environment", "variable", VARIABLES)):
        lines += [f"## {title}", "", f"| {head} | means |", "| --- | --- |"]
        lines += [f"| {name} | {means} |" for name, means in rows] + [""]
    return "\n".join(lines).rstrip() + "\n"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def render_man(pages: Iterable[Page]) -> str:
    """Render pages as one man page.

    Args:
        pages: The commands; the first is the program.

    Returns:
        Source for troff, which ends with a newline.
    """
    first, *rest = pages
    lines = [".TH CLAIMX 1", ".SH NAME", "claimx \\- compare the figures of news articles", ".SH DESCRIPTION"]
    lines += [*_paragraphs(first), ".SH EXAMPLES", *_shown(first), ".SH COMMANDS"]
    for page in rest:
        lines += [f".SS {_roff(page.name)}", *_paragraphs(page), *_shown(page), *_listed(page.options)]
    lines += [".SH OPTIONS", *_listed(first.options)]
    lines += [".SH EXIT STATUS", *_listed(CODES), ".SH ENVIRONMENT", *_listed(VARIABLES)]
    return "\n".join(lines) + "\n"


def _paragraphs(page: Page) -> Iterator[str]:
    for part in page.text:
        yield from (".PP", _roff(part))


def _shown(page: Page) -> Iterator[str]:
    yield from (".PP", ".nf", *map(_roff, page.examples), ".fi")


def _listed(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for names, means in rows:
        yield from (".TP", f"\\fB{_roff(names)}\\fR", _roff(means))


def _roff(text: str) -> str:
    """Text that troff takes literally: hyphens to be copied, no line that begins like a request."""
    escaped = text.replace("\\", "\\e").replace("-", "\\-")
    ascii_only = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in escaped)
    return re.sub(r"^([.'])", r"\\&\1", ascii_only)
