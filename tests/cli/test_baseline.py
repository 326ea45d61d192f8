"""`claimx baseline` and what `claimx compare` makes of the file."""

import json
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_event, make_extraction
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.codec import encode

RUNNER = CliRunner()
WHY = ("--verdict", "expected", "--reason", "two rules")


def claimx(*args: str) -> tuple[int, str, str]:
    result = RUNNER.invoke(build_app(rich=False), list(args))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for outlet, number in (("post", "34"), ("herald", "43"), ("radio", "61")):
        text = f"The blast in Tarnow killed {number} people."
        article = make_article(text=text, source=outlet, published="2031-05-04")
        event = make_event(article=article, from_="2031-05-03", to="2031-05-03", place="Tarnow")
        claim = make_claim(article=article, text=number, where="Tarnow", who="people", event=event)
        Path(f"{outlet}.json").write_bytes(encode(make_extraction(article=article, claims=[claim], events=[event])))
    assert claimx("compare", "post.json", "herald.json", "-o", "run.json")[0] == 1


def test_accepting_hides_and_a_new_figure_shows() -> None:
    code, out, err = claimx("baseline", "update", "run.json", "--baseline", "b.toml", *WHY, "--by", "Ana")
    assert (code, out) == (0, "")
    assert "1 added, 0 taken out" in err
    assert claimx("compare", "post.json", "herald.json", "--baseline", "b.toml")[0] == 0
    code, out, _ = claimx("compare", "post.json", "herald.json", "radio.json", "--baseline", "b.toml")
    assert code == 1
    assert json.loads(out)["summary"]["findings"]["suppressed"] == 1


def test_table_counts_what_is_hidden() -> None:
    claimx("baseline", "update", "run.json", "--baseline", "b.toml", *WHY)
    out = claimx("compare", "post.json", "herald.json", "--baseline", "b.toml", "-f", "table")[1]
    assert "0 findings, 1 hidden by the baseline" in out


def test_update_keeps_what_a_person_wrote_in_the_file() -> None:
    claimx("baseline", "update", "run.json", "--baseline", "b.toml", *WHY)
    Path("b.toml").write_text("# Ours.\n" + Path("b.toml").read_text() + "# Ask Ana.\n")
    claimx("compare", "post.json", "radio.json", "-o", "more.json")
    claimx("baseline", "update", "more.json", "--baseline", "b.toml", *WHY)
    text = Path("b.toml").read_text()
    assert text.startswith("# Ours.\n")
    assert text.index("# Ask Ana.") < text.rindex("[[accepted]]")
    assert text.count("[[accepted]]") == 2


def test_audit_says_what_is_over() -> None:
    claimx("baseline", "update", "run.json", "--baseline", "b.toml", *WHY, "--until", "2031-06-01")
    assert claimx("baseline", "audit", "run.json", "--baseline", "b.toml")[0] == 0
    code, out, _ = claimx("baseline", "audit", "run.json", "--baseline", "b.toml", "--today", "2031-07-01")
    assert (code, json.loads(out)["state"]) == (1, "lapsed")
    claimx("compare", "post.json", "-o", "none.json")
    code, out, _ = claimx("baseline", "audit", "none.json", "--baseline", "b.toml", "-f", "text")
    assert code == 1
    assert out.endswith("0 holds, 1 stale, 0 lapsed\n")
    claimx("baseline", "update", "none.json", "--baseline", "b.toml", "--prune")
    assert claimx("baseline", "audit", "none.json", "--baseline", "b.toml")[:2] == (0, "")


def test_stale_entry_is_said_when_everything_was_compared() -> None:
    claimx("baseline", "update", "run.json", "--baseline", "b.toml", *WHY)
    assert "matches no finding any longer" in claimx("compare", "post.json", "--baseline", "b.toml")[2]
    assert "any longer" not in claimx("compare", "post.json", "--baseline", "b.toml", "--metric", "injured")[2]


def test_previous_run_tells_what_is_new() -> None:
    out = claimx("compare", "post.json", "herald.json", "radio.json", "--previous", "run.json")[1]
    compared = json.loads(out)
    assert sorted(finding["new"] for finding in compared["findings"]) == [False, True]
    assert compared["previous"] == {"file": "run.json", "new": 1, "gone": []}


def test_exit_code_goes_by_what_is_new_since_the_earlier_run() -> None:
    since = ("--previous", "run.json")
    assert claimx("compare", "post.json", "herald.json", *since)[0] == 0
    assert claimx("compare", "post.json", "herald.json", "radio.json", *since)[0] == 1
    assert claimx("compare", "post.json", "herald.json", "radio.json", *since, "--fail-on", "never")[0] == 0


@pytest.mark.parametrize(
    "args",
    [
        ("baseline", "update", "run.json", "--baseline", "b.toml"),
        ("baseline", "update", "run.json", "--baseline", "b.toml", "--verdict", "expected"),
        ("baseline", "update", "run.json", "--baseline", "b.toml", *WHY, "--until", "May"),
        ("baseline", "update", "post.json", "--baseline", "b.toml", *WHY),
        ("baseline", "audit", "run.json", "--baseline", "none.toml"),
        ("compare", "post.json", "--baseline", "none.toml"),
        ("compare", "post.json", "--previous", "post.json"),
        ("compare", "post.json", "--today", "May"),
    ],
)
def test_bad_use_ends_with_2(args: tuple[str, ...]) -> None:
    assert claimx(*args)[0] == 2
