"""`--tagger` and `--no-tagger`."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.pipeline.tagger import network
from claimx.workflow.loading import load_reader

pytestmark = pytest.mark.model


def test_without_its_packages_the_command_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setattr(network, "is_installed", lambda: False)
    network.load_network.cache_clear()
    load_reader.cache_clear()
    story = Path(tmp_path / "story.txt")
    story.write_text("The keeper said the gate had been left open.", encoding="utf-8")

    result = CliRunner().invoke(build_app(rich=False), ["extract", str(story)])

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "pip install onnxruntime tokenizers" in result.stderr


def test_no_tagger_lets_the_rules_read_alone(tmp_path):
    story = Path(tmp_path / "story.txt")
    story.write_text("The keeper said the gate had been left open.", encoding="utf-8")

    def producer(*options: str) -> str:
        return json.loads(CliRunner().invoke(build_app(rich=False), ["extract", *options, str(story)]).stdout)[
            "producer"
        ]["model"]

    assert producer() == f"{producer('--no-tagger')}+quote_tagger-2"
