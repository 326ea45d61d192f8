"""Help on a terminal: in boxes where they cut nothing short, else plain; its lines flow."""

import os
import shutil

import pytest
import typer
from typer.testing import CliRunner

from claimx.cli import main
from claimx.cli.main import BOXED, build_app

BOXES = build_app(rich=True)
GROUP = typer.main.get_command(BOXES)
NAMES = [
    f"{name} {below}".strip()
    for name, command in GROUP.commands.items()
    for below in ("", *getattr(command, "commands", {}))
]


def shown(name: str, width: int, *, app: typer.Typer = BOXES) -> str:
    return CliRunner().invoke(app, [*name.split(), "-h"], env={"COLUMNS": str(width)}).stdout


@pytest.mark.parametrize("name", ["", *NAMES])
def test_boxes_cut_nothing_short(name: str) -> None:
    assert "│" in shown(name, BOXED)
    assert "…" not in shown(name, BOXED).replace("f-1c2d…", "")


@pytest.mark.parametrize(("terminal", "columns", "rich"), [(True, 110, True), (True, 80, False), (False, 200, False)])
def test_a_narrow_terminal_gets_no_boxes(
    terminal: bool, columns: int, rich: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(main, "stdout_is_terminal", lambda: terminal)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda *_: os.terminal_size((columns, 24)))
    monkeypatch.setattr(main, "build_app", lambda *, rich: asked.append(rich) or (lambda: None))
    main.main()

    assert asked == [rich]


def test_lines_end_where_the_terminal_does_and_not_where_those_of_the_code_do() -> None:
    assert "show where the figures of different outlets cannot both hold." in " ".join(shown("", 110).split())
    assert "of different outlets cannot" in shown("", 200)
    assert "outlets\n" not in shown("", 200)
