"""What the commands write validates against what `claimx schema` prints."""

import json
from functools import cache
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from claimx.cli.main import build_app

ARTICLE = """Fire in Tarnow kills at least 12

TARNOW, 4 May 2031 - At least 12 people were killed and about 30 injured when a fire swept through a hostel in
Tarnow, the police said on Sunday. "Eight of the dead are students," the mayor, Ewa Nowak, told reporters.

Some 240 residents, 71 women and 169 men, had been moved to a school by the evening, according to the Red Cross.
"""


@cache
def schema(name: str) -> Draft202012Validator:
    printed = CliRunner().invoke(build_app(rich=False), ["schema", name]).stdout
    return Draft202012Validator(json.loads(printed))


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch, reader):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: reader)
    Path("post.txt").write_text(ARTICLE)
    Path("herald.txt").write_text(ARTICLE.replace("At least 12", "Seventeen").replace("at least 12", "seventeen"))
    Path("manifest.toml").write_text('["post.txt"]\nsource = "The Post"\n["herald.txt"]\nsource = "Herald"\n')


@pytest.mark.model
@pytest.mark.parametrize("options", [[], ["--no-text"], ["--with", "quantities"]])
def test_extractions_and_error_records(options):
    result = CliRunner().invoke(build_app(rich=False), ["extract", ".", "missing.txt", *options])

    herald, post, error = (json.loads(line) for line in result.stdout.splitlines())
    assert herald["claims"]
    schema("extraction").validate(herald)
    schema("extraction").validate(post)
    schema("error").validate(error)


@pytest.mark.model
@pytest.mark.parametrize("options", [[], ["--pairs"]])
def test_comparisons(options):
    result = CliRunner().invoke(build_app(rich=False), ["compare", ".", *options])

    comparison = json.loads(result.stdout)
    assert comparison["groups"]
    schema("comparison").validate(comparison)
