"""`claimx extract --tagger`."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.pipeline.tagger import network

pytestmark = pytest.mark.model


def test_without_the_extra_the_command_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "is_installed", lambda: False)
    network.load_network.cache_clear()
    story = Path(tmp_path / "story.txt")
    story.write_text("The keeper said the gate had been left open.", encoding="utf-8")

    result = CliRunner().invoke(build_app(rich=False), ["extract", "--tagger", str(story)])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "pip install claimx[tagger]" in result.stderr
