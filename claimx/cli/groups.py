"""Commands with commands below them, as `claimx baseline audit`."""

from types import ModuleType

import typer

from claimx.cli import baseline, batch, batch_status, cache, config, lexicon, options
from claimx.cli.derived import Command, with_option
from claimx.cli.streams import ColorWhen, choose_color

Below = tuple[str, Command, str, str, str]
"""A command of a group: its name, what it runs, examples, help, and help in a line."""


def drawn(command: Command) -> Command:
    """The command with --color."""
    return with_option(command, "color", options.Color, ColorWhen.AUTO, lambda when: choose_color(ColorWhen(str(when))))


def with_examples(examples: str, text: str) -> str:
    """Help that leads with examples; the mark keeps their lines as they are, and all others flow."""
    return f"\b\n{examples}\n\n{flowing(text)}"


def flowing(text: str) -> str:
    """Paragraphs of a line each: in a box the line ends of the code would stay, and more come where they do not fit."""
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in text.split("\n\n"))


def add_groups(app: typer.Typer, *, rich: bool) -> None:
    """Put the groups below the program.

    Args:
        app: The program.
        rich: Whether help is drawn with boxes and colours, for a terminal.
    """
    for module, short, *commands in GROUPS:
        group = typer.Typer(rich_markup_mode="rich" if rich else None, no_args_is_help=True)
        if len(commands) == 1:
            group.callback()(_alone)
        for name, command, examples, text, said in commands:
            group.command(name, help=with_examples(examples, text), short_help=said)(command)
        called = module.__name__.rpartition(".")[2]
        app.add_typer(group, name=called, help=with_examples(module.EXAMPLES, module.HELP), short_help=short)


def _alone() -> None:
    """Take the place of options that all commands of the group would have; a group of one command needs it."""


GROUPS: tuple[tuple[ModuleType, str, *tuple[Below, ...]], ...] = (
    (
        lexicon,
        "Show the words in use and check packs of them.",
        ("list", drawn(lexicon.list_), lexicon.LIST_EXAMPLES, lexicon.LIST_HELP, "Show the words in use."),
        ("check", drawn(lexicon.check), lexicon.CHECK_EXAMPLES, lexicon.CHECK_HELP, "Check packs and their sentences."),
    ),
    (
        baseline,
        "Keep findings that were accepted.",
        ("update", baseline.update, baseline.UPDATE_EXAMPLES, baseline.UPDATE_HELP, "Accept the findings of a run."),
        ("audit", baseline.audit, baseline.AUDIT_EXAMPLES, baseline.AUDIT_HELP, "Say what became of accepted ones."),
    ),
    (
        batch,
        "Read many articles, in runs that can be resumed.",
        ("run", batch.run_batch, batch.RUN_EXAMPLES, batch.RUN_HELP, "Read articles into the parts of a folder."),
        ("status", batch_status.show_status, batch_status.EXAMPLES, batch_status.HELP, "Say how far a run is."),
    ),
    (
        config,
        "Show the settings in force.",
        ("show", config.show, config.EXAMPLES, config.HELP, "Show them."),
    ),
    (
        cache,
        "Show and remove what earlier runs left.",
        ("info", cache.info, cache.INFO_EXAMPLES, cache.INFO_HELP, "Show where it is, and how much."),
        ("clear", cache.clear, cache.CLEAR_EXAMPLES, cache.CLEAR_HELP, "Remove it."),
    ),
)
