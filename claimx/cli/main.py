"""The command line: the list of commands, and the single place where errors become exit codes."""

import shutil
import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import Annotated, Protocol, runtime_checkable

import typer
from typer.core import TyperGroup

from claimx.cli import check, compare, explain, extract, manual, report, schema, show
from claimx.cli.exits import ExitCode
from claimx.cli.groups import add_groups, drawn, flowing, with_examples
from claimx.cli.interrupts import Interrupts, noted_interrupts
from claimx.cli.saying import say_error
from claimx.cli.streams import (
    ClosedPipeError,
    debugging,
    say,
    settle_stdout,
    stdout_is_terminal,
)
from claimx.errors import ClaimxError
from claimx.report.sanitize import printable_lines

HELP = """Read news articles, tag who said what and every figure, and show where the figures of different outlets
cannot both hold. Works offline, gives the same bytes for the same input."""

EXAMPLES = """\
claimx extract story.txt
claimx compare post.txt herald.html agency.json
claimx extract articles/ | claimx compare - -f json"""

BOXED = 110
"""Columns from which help stands in boxes: in fewer they cut names of options short."""

EPILOG = """Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 bad usage, unreadable input or an internal
error, 130 interrupted, 141 closed pipe."""


@runtime_checkable
class _UsageError(Protocol):
    """The parser's complaint about the command line, which knows how to show itself."""

    message: str

    def show(self) -> None: ...


class CommandLine(TyperGroup):
    """All commands; whatever goes wrong in one ends here."""

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - the signature of typer
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002 - the same
        **extra: object,
    ) -> object:
        """Run a command and leave the process with an exit code of the contract."""
        del standalone_mode
        with noted_interrupts() as interrupts:
            code = self._run(interrupts, args, prog_name, complete_var, windows_expand_args, extra)
            if code == ExitCode.INTERRUPTED:
                say("claimx: interrupted")
            settle_stdout()
        sys.exit(int(code))

    def _run(
        self,
        interrupts: Interrupts,
        args: Sequence[str] | None,
        prog_name: str | None,
        complete_var: str | None,
        windows_expand_args: bool,  # noqa: FBT001 - the same
        extra: Mapping[str, object],
    ) -> int:
        """Run a command; gives its exit code."""
        try:
            ended = super().main(
                args, prog_name, complete_var, standalone_mode=False, windows_expand_args=windows_expand_args, **extra
            )
            return ended if isinstance(ended, int) else ExitCode.OK
        except SystemExit as err:  # typer turns a closed pipe into exit code 1, which is taken by findings
            return ExitCode.CLOSED_PIPE if err.code == 1 else int(err.code or 0)
        except (KeyboardInterrupt, typer.Abort):
            return ExitCode.INTERRUPTED
        except (ClosedPipeError, BrokenPipeError):
            return ExitCode.CLOSED_PIPE
        except ClaimxError as err:
            say_error(err)
            return ExitCode.ERROR
        except Exception as err:  # noqa: BLE001 - the one place where a bug becomes an exit code
            return ExitCode.INTERRUPTED if interrupts.seen else _say_bug_or_usage(err)


def _say_bug_or_usage(err: Exception) -> ExitCode:
    if isinstance(err, _UsageError):
        err.message = printable_lines(err.message)  # `claimx extract *` names files that anybody may have named
        err.show()
        return ExitCode.ERROR
    if debugging():
        traceback.print_exception(err)
    say(
        f"claimx: internal error: {type(err).__name__}: {err}\n"
        "  remedy: this is a bug; CLAIMX_DEBUG=1 shows where, please report it with the input"
    )
    return ExitCode.ERROR


def _print_version(wanted: bool) -> None:  # noqa: FBT001 - the signature of an option's callback
    if wanted:
        from importlib.metadata import version

        typer.echo(f"claimx {version('claimx')}")
        raise typer.Exit


def _commands(
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Take the options that come before a command."""
    del version


def build_app(*, rich: bool) -> typer.Typer:
    """Put the commands together.

    Args:
        rich: Whether help is drawn with boxes and colours, for a terminal.
    """
    app = typer.Typer(
        name="claimx",
        cls=CommandLine,
        help=with_examples(EXAMPLES, HELP),
        epilog=flowing(EPILOG),
        rich_markup_mode="rich" if rich else None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_commands)
    for module, command, short in (
        (extract, extract.extract, "Tag who said what and every figure."),
        (compare, compare.compare, "Show where figures differ and cannot both hold."),
        (check, check.check, "Compare by the settings of a project, for CI."),
        (report, report.report, "Write one HTML page for people."),
        (show, show.show, "Show an article with its figures and quotations marked."),
        (explain, explain.explain, "Say what a code means, or why a claim reads as it does."),
        (schema, schema.schema, "Print the JSON Schema of what is written."),
        (manual, manual.manual, "Print every command and option as a man page."),
    ):
        name = module.__name__.rpartition(".")[2]
        shown = command if module in (report, schema, manual) else drawn(command)
        app.command(name, help=with_examples(module.EXAMPLES, module.HELP), short_help=short)(shown)
    app.command("diff", help=with_examples(compare.EXAMPLES, compare.HELP), hidden=True)(drawn(compare.compare))
    add_groups(app, rich=rich)
    return app


def main() -> None:
    """Run the command line; the console script."""
    build_app(rich=stdout_is_terminal() and shutil.get_terminal_size().columns >= BOXED)()
