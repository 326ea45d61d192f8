"""Commands made of another command: with some of its options decided, or with one option more."""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import get_type_hints

from claimx.cli.exits import ExitCode

Command = Callable[..., ExitCode]


def with_options_decided(command: Command, **decided: object) -> Command:
    """Make a command that takes the options of another one, but for some that are decided here.

    Args:
        command: A command of typer: its signature names its options.
        decided: What it is run with, by the names of its arguments.

    Returns:
        The command; its signature lacks what is decided, so that no second list of options has to be kept.

    Raises:
        TypeError: If the other command has no such option.
    """
    signature = inspect.signature(command)
    signature.bind_partial(**decided)
    offered = [each for name, each in signature.parameters.items() if name not in decided]
    hints: Mapping[str, object] = get_type_hints(command, include_extras=True)

    @wraps(command)
    def run(*arguments: object, **options: object) -> ExitCode:
        return command(*arguments, **options, **decided)

    run.__signature__ = signature.replace(parameters=offered)  # type: ignore[attr-defined]  # what typer reads
    run.__annotations__ = {name: hint for name, hint in hints.items() if name not in decided}
    return run


def with_option(command: Command, name: str, option: object, default: object, use: Callable[[object], None]) -> Command:
    """Make a command that takes one option more, which is used before it runs.

    Args:
        command: A command of typer.
        name: The argument of the option.
        option: What typer is to read of it: its type, names and help.
        default: Its value where it is not given.
        use: Gets the value.
    """
    signature = inspect.signature(command)
    added = inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=option)
    hints: Mapping[str, object] = get_type_hints(command, include_extras=True)

    @wraps(command)
    def run(*arguments: object, **options: object) -> ExitCode:
        use(options.pop(name, default))
        return command(*arguments, **options)

    run.__signature__ = signature.replace(parameters=[*signature.parameters.values(), added])  # type: ignore[attr-defined]  # what typer reads
    run.__annotations__ = {**hints, name: option}
    return run
