"""The command line: the list of commands, and the single place where errors become exit codes."""

import sys
import traceback
from collections.abc import Mapping, Sequence
from typing import Annotated, Protocol, runtime_checkable

import typer
from typer.core import TyperGroup

from claimx.cli import (
    baseline,
    batch,
    check,
    compare,
    config,
    explain,
    extract,
    lexicon,
    manual,
    options,
    report,
    schema,
    show,
)
from claimx.cli.derived import Command, with_option
from claimx.cli.exits import ExitCode
from claimx.cli.interrupts import Interrupts, noted_interrupts
from claimx.cli.streams import (
    ClosedPipeError,
    ColorWhen,
    choose_color,
    debugging,
    say,
    settle_stdout,
    stdout_is_terminal,
)
from claimx.errors import ClaimxError

HELP = """Read news articles, tag who said what and every figure, and show where the figures of different outlets
cannot both hold. Works offline, gives the same bytes for the same input."""

EXAMPLES = """\
claimx extract story.txt
claimx compare post.txt herald.html agency.json
claimx extract articles/ | claimx compare - -f json"""

EPILOG = """Exit codes: 0 nothing found at or above --fail-on, 1 findings, 2 bad usage, unreadable input or an internal
error, 130 interrupted, 141 closed pipe."""


@runtime_checkable
class _UsageError(Protocol):
    """The parser's complaint about the command line, which knows how to show itself."""

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
            say(f"claimx: error: {err.message} [{err.code}]\n  remedy: {err.remedy}")
            return ExitCode.ERROR
        except Exception as err:  # noqa: BLE001 - the one place where a bug becomes an exit code
            return ExitCode.INTERRUPTED if interrupts.seen else _say_bug_or_usage(err)


def _say_bug_or_usage(err: Exception) -> ExitCode:
    if isinstance(err, _UsageError):
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


def _drawn(command: Command) -> Command:
    """The command with --color."""
    return with_option(command, "color", options.Color, ColorWhen.AUTO, lambda when: choose_color(ColorWhen(str(when))))


def _with_examples(examples: str, text: str) -> str:
    """Help that leads with examples; the mark keeps their lines as they are."""
    return f"\b\n{examples}\n\n{text}"


def build_app(*, rich: bool) -> typer.Typer:
    """Put the commands together.

    Args:
        rich: Whether help is drawn with boxes and colours, for a terminal.
    """
    app = typer.Typer(
        name="claimx",
        cls=CommandLine,
        help=_with_examples(EXAMPLES, HELP),
        epilog=EPILOG,
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
        drawn = command if module in (report, schema, manual) else _drawn(command)
        app.command(name, help=_with_examples(module.EXAMPLES, module.HELP), short_help=short)(drawn)
    app.command("diff", help=_with_examples(compare.EXAMPLES, compare.HELP), hidden=True)(_drawn(compare.compare))
    app.add_typer(
        _lexicon_app(rich=rich),
        name="lexicon",
        help=_with_examples(lexicon.EXAMPLES, lexicon.HELP),
        short_help="Show the words in use and check packs of them.",
    )
    app.add_typer(
        _baseline_app(rich=rich),
        name="baseline",
        help=_with_examples(baseline.EXAMPLES, baseline.HELP),
        short_help="Keep findings that were accepted.",
    )
    app.add_typer(
        _batch_app(rich=rich),
        name="batch",
        help=_with_examples(batch.EXAMPLES, batch.HELP),
        short_help="Read many articles, in runs that can be resumed.",
    )
    app.add_typer(
        _config_app(rich=rich),
        name="config",
        help=_with_examples(config.EXAMPLES, config.HELP),
        short_help="Show the settings in force.",
    )
    return app


def _config_app(*, rich: bool) -> typer.Typer:
    group = typer.Typer(rich_markup_mode="rich" if rich else None, no_args_is_help=True)
    group.callback()(_config)
    group.command("show", help=_with_examples(config.EXAMPLES, config.HELP), short_help="Show them.")(config.show)
    return group


def _config() -> None:
    """Take the place of options that all commands of the group would have; a group of one command needs it."""


def _baseline_app(*, rich: bool) -> typer.Typer:
    group = typer.Typer(rich_markup_mode="rich" if rich else None, no_args_is_help=True)
    for name, command, examples, text, short in (
        ("update", baseline.update, baseline.UPDATE_EXAMPLES, baseline.UPDATE_HELP, "Accept the findings of a run."),
        ("audit", baseline.audit, baseline.AUDIT_EXAMPLES, baseline.AUDIT_HELP, "Say what became of accepted ones."),
    ):
        group.command(name, help=_with_examples(examples, text), short_help=short)(command)
    return group


def _batch_app(*, rich: bool) -> typer.Typer:
    group = typer.Typer(rich_markup_mode="rich" if rich else None, no_args_is_help=True)
    for name, command, examples, text, short in (
        ("run", batch.run, batch.RUN_EXAMPLES, batch.RUN_HELP, "Read articles into the parts of a folder."),
        ("status", batch.status, batch.STATUS_EXAMPLES, batch.STATUS_HELP, "Say how far a run is."),
    ):
        group.command(name, help=_with_examples(examples, text), short_help=short)(command)
    return group


def _lexicon_app(*, rich: bool) -> typer.Typer:
    group = typer.Typer(rich_markup_mode="rich" if rich else None, no_args_is_help=True)
    for name, command, examples, text, short in (
        ("list", lexicon.list_, lexicon.LIST_EXAMPLES, lexicon.LIST_HELP, "Show the words in use."),
        ("check", lexicon.check, lexicon.CHECK_EXAMPLES, lexicon.CHECK_HELP, "Check packs and their sentences."),
    ):
        group.command(name, help=_with_examples(examples, text), short_help=short)(_drawn(command))
    return group


def main() -> None:
    """Run the command line; the console script."""
    build_app(rich=stdout_is_terminal())()
