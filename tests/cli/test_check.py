"""`claimx check` and `claimx config`: settings of a project, what comes before them, and what is wrong with them."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from claimx.cli.main import build_app

RADIO = "A storm killed 31 people in Faro on March 3."
PAPER = "The storm of March 3 killed 12 people in Faro."
MANIFEST = """\
["radio.txt"]
source = "Radio Litoral"
published = "2026-03-04"
["paper.txt"]
source = "Morning Ledger"
published = "2026-03-04"
"""
SETTINGS = 'articles = ["articles/"]\n'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("CLAIMX_FORMAT", "CLAIMX_FAIL_ON", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
    Path("articles").mkdir()
    for name, text in {"radio.txt": RADIO, "paper.txt": PAPER, "manifest.toml": MANIFEST}.items():
        (Path("articles") / name).write_text(text, encoding="utf-8")
    Path("claimx.toml").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(build_app(rich=False), list(arguments), env={"COLUMNS": "100"})


def write_settings(text: str) -> None:
    Path("claimx.toml").write_text(text, encoding="utf-8")


@pytest.mark.model
def test_a_conflict_fails_and_a_table_is_written() -> None:
    result = run("check")

    assert result.exit_code == 1
    assert "CANNOT BOTH HOLD" in result.stdout


@pytest.mark.parametrize("key", ["articles", "drafts", "references"])
def test_settings_choose_no_address(key: str) -> None:
    write_settings(f'{key} = ["https://harbour.example/ferry"]\n')

    result = run("check")

    assert result.exit_code == 2
    assert "an address in settings: https://harbour.example/ferry" in result.stderr


@pytest.mark.model
@pytest.mark.parametrize(
    ("settings", "arguments", "code"),
    [
        ('fail-on = "never"', [], 0),
        ('fail-on = "never"', ["--fail-on", "warning"], 1),
        ('ignore = ["CX1"]', [], 0),
        ('select = ["CX2"]', [], 0),
        ('select = ["CX2"]', ["--select", "CX101"], 1),
        ('metrics = ["injured"]', [], 0),
    ],
)
def test_options_come_before_settings(settings: str, arguments: list[str], code: int) -> None:
    write_settings(f"{SETTINGS}{settings}\n")

    assert run("check", *arguments).exit_code == code


@pytest.mark.model
def test_settings_are_found_in_a_folder_above_and_their_paths_lead_from_there(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("pyproject.toml").write_text('[tool.claimx]\narticles = ["articles"]\n', encoding="utf-8")
    Path("claimx.toml").unlink()
    Path("below").mkdir()
    monkeypatch.chdir("below")

    result = run("check", "-f", "github")

    assert result.exit_code == 1
    assert "file=../articles/" in result.stdout


@pytest.mark.model
def test_the_summary_of_a_github_step_gets_the_whole_report(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "summary.md")
    Path("summary.md").write_text("before\n", encoding="utf-8")

    run("check", "-f", "github")

    assert Path("summary.md").read_text(encoding="utf-8").startswith("before\n**2 articles")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("articles = ", "claimx.toml"),
        ("artikles = []\n", "there is no setting artikles"),
        ("[compare]\nwith = 1\n", "there is no setting compare.with"),
        ('fail-on = "sometimes"\n', "fail-on"),
        ('select = ["CX7"]\n', "no code of a finding begins with 'CX7'"),
        ('format = "pdf"\n', "there is no format 'pdf'"),
        ("", "no articles are named"),
    ],
)
def test_what_is_wrong_with_settings_is_said_with_a_remedy(settings: str, said: str) -> None:
    write_settings(settings)

    result = run("check")

    assert result.exit_code == 2
    assert said in result.stderr
    assert "remedy:" in result.stderr


def test_a_named_file_that_is_no_toml_is_said_with_its_line() -> None:
    Path("pyproject.toml").write_text("[tool.claimx]\narticles = [\n  articles\n", encoding="utf-8")

    result = run("check", "--config", "pyproject.toml")

    assert result.exit_code == 2
    assert "pyproject.toml:3: this is not TOML: Invalid value, column 3 [CX975]" in result.stderr


@pytest.mark.parametrize(
    ("content", "said"), [(None, "it cannot be read: No such file"), (b"\xff\xfe", "this is not UTF-8")]
)
def test_a_named_file_that_cannot_be_read_is_said(content: bytes | None, said: str) -> None:
    if content is not None:
        Path("other.toml").write_bytes(content)

    result = run("check", "--config", "other.toml")

    assert result.exit_code == 2
    assert f"other.toml: {said}" in result.stderr


def test_a_file_may_begin_with_a_byte_order_mark() -> None:
    Path("claimx.toml").write_text('\ufefffail-on = "note"\n', encoding="utf-8")

    assert json.loads(run("config", "show", "-f", "json").stdout)["fail-on"]["value"] == "note"


def test_config_says_what_is_in_force_and_where_it_is_from(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    write_settings(f'{SETTINGS}fail-on = "note"\n[compare]\nwidth = 0.1\n')
    monkeypatch.setenv("CLAIMX_FORMAT", "sarif")

    shown = json.loads(run("config", "show", "-f", "json").stdout)

    file = str(project / "claimx.toml")
    assert shown["fail-on"] == {"value": "note", "origin": file}
    assert shown["compare.width"] == {"value": "0.1", "origin": file}
    assert shown["compare.open-days"]["origin"] == shown["baseline"]["origin"] == "default"
    assert shown["format"] == {"value": "sarif", "origin": "CLAIMX_FORMAT"}


def test_isolated_takes_nothing_from_files() -> None:
    shown = json.loads(run("config", "show", "--isolated", "-f", "json").stdout)

    assert shown.pop("cache")["origin"] == "CLAIMX_CACHE_DIR"
    assert {each["origin"] for each in shown.values()} == {"default"}


@pytest.mark.model
def test_report_writes_a_page_and_ends_well_whatever_it_found() -> None:
    result = run("report", "articles", "-o", "page.html")

    assert result.exit_code == 0
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("x.md", "**2 articles"),
        ("x.csv", "group_id,"),
        ("x.sarif", '{\n  "$schema"'),
        ("x.xml", "<?xml"),
        ("x.json", "{"),
    ],
)
def test_the_suffix_of_the_output_chooses_its_form(name: str, beginning: str) -> None:
    run("compare", "articles", "-o", name)

    assert Path(name).read_text(encoding="utf-8").startswith(beginning)


@pytest.mark.model
def test_verbose_says_where_each_setting_is_from(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    write_settings(f"{SETTINGS}[compare]\nwidth = 0.1\n")
    monkeypatch.setenv("CLAIMX_FAIL_ON", "never")

    said = run("check", "-v").stderr

    assert f"claimx: settings of {project / 'claimx.toml'}: articles, compare.width\n" in said
    assert "claimx: settings of CLAIMX_FAIL_ON: fail-on\n" in said


@pytest.mark.model
def test_verbose_says_what_an_earlier_run_had_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CLAIMX_CACHE_DIR", str(tmp_path / "cache"))

    first, second, anew = (run("compare", "articles", "-v", *options).stderr for options in ((), (), ("--no-cache",)))

    assert "earlier run" not in first + anew
    assert "claimx: 2 articles read in an earlier run; --no-cache reads them anew" in second


@pytest.mark.model
def test_options_of_reading_come_before_the_settings() -> None:
    other = MANIFEST.replace("Radio Litoral", "Radio Norte").replace('["', '["articles/')
    Path("other.toml").write_text(other, encoding="utf-8")
    write_settings(SETTINGS + 'manifest = "missing.toml"\n')

    told = json.loads(run("check", "-f", "json", "--manifest", "other.toml", "--max-article-chars", "45").stdout)

    assert [each["source"] for each in told["articles"]] == ["Radio Norte"]
