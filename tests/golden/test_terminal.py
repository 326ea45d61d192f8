"""What a person sees, byte by byte. CLAIMX_UPDATE_GOLDEN=1 writes the expected files anew, never under CI."""

import os
from pathlib import Path

import pytest
from golden import flood

from claimx.report.article_view import render_article
from claimx.report.table import render_comparison, render_extractions

EXPECTED = Path(__file__).parent / "expected"


def hold_against(name: str, shown: str) -> None:
    path = EXPECTED / name
    if os.environ.get("CLAIMX_UPDATE_GOLDEN") and not os.environ.get("CI"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [40, 80, 200])
def test_comparison(width: int) -> None:
    found = flood.extractions()
    shown = render_comparison(flood.comparison(found), found, width=width, color=False)
    assert max(map(len, shown.splitlines())) <= width
    hold_against(f"comparison-{width}.txt", shown)


def test_extractions() -> None:
    hold_against("extractions-80.txt", render_extractions(flood.extractions(), width=80, color=False))


@pytest.mark.parametrize("width", [60, 100])
def test_article(width: int) -> None:
    shown = "".join(render_article(each, width=width, color=False) for each in flood.extractions())
    assert max(map(len, shown.splitlines())) <= width
    hold_against(f"articles-{width}.txt", shown)


def test_colour_adds_codes_and_no_words() -> None:
    found = flood.extractions()
    plain = render_comparison(flood.comparison(found), found, width=80, color=False)
    hold_against("comparison-80-colour.txt", render_comparison(flood.comparison(found), found, width=80, color=True))
    assert "\x1b" not in plain


def test_rendering_does_not_look_at_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    found = flood.extractions()
    before = render_comparison(flood.comparison(found), found, width=80, color=True)
    for name, value in {"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "20", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert render_comparison(flood.comparison(found), found, width=80, color=True) == before
