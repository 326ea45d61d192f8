"""Commands made of a function: with options in groups, with some of them decided, or with one option more."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import wraps
from typing import get_type_hints

from claimx.cli.exits import ExitCode

Command = Callable[..., ExitCode]


def with_groups(command: Command) -> Command:
    """Make a command of a function that takes some of its options together.

    Args:
        command: A function of which some arguments are dataclasses: each field of one is an option.

    Returns:
        The command; its signature has the fields in the places of their dataclasses.
    """
    signature = inspect.signature(command)
    hints = get_type_hints(command, include_extras=True)
    groups = {name: hints[name] for name in signature.parameters if is_dataclass(hints[name])}
    offered: list[inspect.Parameter] = []
    for name, parameter in signature.parameters.items():
        offered += _options_of(groups[name]) if name in groups else [parameter.replace(annotation=hints[name])]

    @wraps(command)
    def run(*arguments: object, **options: object) -> ExitCode:
        for name, group in groups.items():
            inside = [each.name for each in fields(group) if each.name in options]
            options[name] = group(**{each: options.pop(each) for each in inside})
        return command(*arguments, **options)

    run.__signature__ = signature.replace(parameters=offered)  # type: ignore[attr-defined]  # what typer reads
    run.__annotations__ = {each.name: each.annotation for each in offered} | {"return": ExitCode}
    return run


def _options_of(group: type) -> list[inspect.Parameter]:
    hints = get_type_hints(group, include_extras=True)
    kind = inspect.Parameter.KEYWORD_ONLY
    return [
        inspect.Parameter(each.name, kind, default=each.default, annotation=hints[each.name]) for each in fields(group)
    ]


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
