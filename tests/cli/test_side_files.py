"""`claimx compare` with what stands beside the articles: a reference, versions, corrections."""

import json
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_event, make_extraction
from typer.testing import CliRunner

from claimx.cli.main import build_app
from claimx.codec import encode, json_schema

RUNNER = CliRunner()


def claimx(*args: str) -> tuple[int, str, str]:
    result = RUNNER.invoke(build_app(rich=False), list(args))
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, number, day in (("old", "43", "2031-05-04"), ("new", "34", "2031-05-05"), ("undated", "1,209", None)):
        text = f"The war in Tarnow killed {number} people."
        article = make_article(text=text, source="Ferry Post", published=day)
        event = make_event(article=article, name="war in Tarnow", kind="war")
        claim = make_claim(article=article, text=number, where="Tarnow", who="people", event=event)
        Path(f"{name}.json").write_bytes(encode(make_extraction(article=article, claims=[claim], events=[event])))
    Path("series.csv").write_text(
        "date,metric,place,value\n2031-05-03,killed,Tarnow,40\n2031-05-04,killed,Tarnow,43\n"
        '2031-05-05,killed,Tarnow,47\n2031-05-09,killed,Tarnow,"1,209"\n'
    )


def test_reference_is_held_against_and_dates() -> None:
    code, out, _ = claimx("compare", "old.json", "new.json", "undated.json", "--reference", "series.csv")
    compared = json.loads(out)
    assert code == 1
    assert [each["status"] for each in compared["referenced"]] == ["exact", "not_in_series", "exact"]
    assert [each["date"] for each in compared["dated_articles"]] == ["2031-05-09"]
    rows = [finding["reference"] for finding in compared["findings"] if finding["reference"]]
    assert rows == [{"file": "series.csv", "row": 4, "date": "2031-05-05", "value": 47}]


def test_versions_are_told_apart_and_only_the_last_is_compared() -> None:
    code, out, _ = claimx("compare", "--revisions", "old.json", "new.json", "--fail-on", "warning")
    compared = json.loads(out)
    assert code == 1
    assert [(each["change"], each["noted"]) for each in compared["revisions"]] == [("value", False)]
    assert [finding["code"] for finding in compared["findings"]] == ["CX306"]
    assert [group["verdict"] for group in compared["groups"]] == ["single"]
    assert len(compared["articles"]) == 2


def test_a_row_of_what_nobody_knows_is_said() -> None:
    Path("house.csv").write_text(
        "date,metric,place,value\n2031-05-04,kiled,Tarnow,43\n2031-05-05,killed,Tarnowe,47\n"
        "2031-05-06,killed,Tarnow,48\n2031-05-06,killed,Kenya,48\n2031-05-06,killed,KE,49\n"
        "2031-05-06,killed,Lisbon,49\n2031-05-06,population,Tarnow,108000\n2031-05-07,kiled,Tarnow,44\n"
    )
    code, _, err = claimx("compare", "old.json", "--reference", "house.csv")
    assert code == 0
    assert [line for line in err.splitlines() if "CX976" in line] == [
        "claimx: warning: house.csv: row 2: the metric 'kiled' is not known; did you mean killed? [CX976]",
        "claimx: warning: house.csv: row 3: the place 'Tarnowe' is not known; did you mean Tarnow? [CX976]",
    ]


def test_slip_in_a_series_is_said() -> None:
    rows = "".join(f"2031-05-{day:02},killed,Tarnow,{value}\n" for day, value in ((3, 4229), (4, 4327), (5, 4241)))
    Path("slip.csv").write_text(f"date,metric,place,value\n{rows}")
    err = claimx("compare", "old.json", "--reference", "slip.csv")[2]
    assert "slip.csv: row 3: 4327 is out of line with its neighbours; 4237 would not be" in err


def test_correction_is_applied_and_listed() -> None:
    name = json.loads(claimx("compare", "old.json")[1])["groups"][0]["members"][0]["fingerprint"]
    Path("fix.toml").write_text(f'[[correction]]\nclaim = "{name}"\nvalue = 40\nreason = "a typo"\n')
    compared = json.loads(claimx("compare", "old.json", "--corrections", "fix.toml")[1])
    assert compared["groups"][0]["members"][0]["value"] == 40
    assert compared["corrections"][0]["reason"] == "a typo"


def test_all_of_it_together_is_what_the_schema_says() -> None:
    from jsonschema import Draft202012Validator

    Path("fix.toml").write_text('[[correction]]\nclaim = "k-1"\ndrop = true\nreason = "a typo"\n')
    claimx("compare", "old.json", "new.json", "-o", "run.json")
    options = ("--reference", "series.csv", "--corrections", "fix.toml", "--previous", "run.json")
    claimx("baseline", "update", "run.json", "--baseline", "b.toml", "--verdict", "expected", "--reason", "r")
    for more in ((), ("--revisions",), ("--draft", "new.json")):
        out = claimx("compare", "old.json", "undated.json", "--baseline", "b.toml", *options, *more)[1]
        Draft202012Validator(json_schema("comparison")).validate(json.loads(out))


@pytest.mark.parametrize(
    ("option", "content", "said"),
    [
        ("--reference", "date,metric,place,value\n2031-05-04,killed,Tarnow,many\n", "side.csv: row 2: value"),
        ("--reference", None, "side.csv: it cannot be read"),
        ("--corrections", "[[correction]]\n", "side.csv: [[correction]] 1: claim"),
        ("--baseline", "[[accepted]]\n", "side.csv: [[accepted]] 1: fingerprint"),
    ],
)
def test_what_is_wrong_in_a_file_is_said_with_the_remedy(option: str, content: str | None, said: str) -> None:
    if content is not None:
        Path("side.csv").write_text(content)
    code, out, err = claimx("compare", "old.json", option, "side.csv")
    assert (code, out) == (2, "")
    assert said in err
    assert "remedy: " in err
