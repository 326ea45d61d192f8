"""`claimx lexicon`, and packs in `extract`: arguments to exit code, and what is written."""

import json
import re
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import claimx
from claimx.cli.main import build_app
from claimx.pipeline.read import Reader

PACKS = Path(__file__).parents[2] / "samples" / "packs"
WILDLIFE = str(PACKS / "wildlife")
COURTS = str(PACKS / "courts")
SAMPLES = [WILDLIFE, str(PACKS / "shipping"), COURTS]
README = PACKS.parents[1] / "README.md"

EXAMPLES = 'fires = ["They dug 30 wells."]\nsilent = ["They sold 40 wells."]\n'
CUES = """[[cue_verb]]
id = "wells.gurgle"
meaning = "warn"
verbs = ["gurgle"]
complements = ["clause"]
fires = ["The well sinker gurgled that the pump was dry.", "The vicar said that the pump was dry."]
silent = ["The pump gurgled."]
"""
METRIC = f'[[metric]]\nid = "wells_dug"\nusual = "cumulative"\ncounts = "things"\n{EXAMPLES}'
ENTRY = f'[[entry]]\nid = "wells.dug"\nmetric = "wells_dug"\nrank = 5\nobject_verbs = ["dig:dug"]\n{EXAMPLES}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "wells/wells.toml": METRIC + ENTRY,
        "missed/wells.toml": METRIC + ENTRY.replace("30 wells", "30 wells with a very long spade borrowed in Mirsk"),
        "wrong/wells.toml": METRIC + ENTRY.replace("[[entry]]", "[[entries]]"),
        "unknown/wells.toml": ENTRY + ENTRY.replace("wells.dug", "wells.drilled"),
        "speech/wells.toml": CUES,
        "herald.txt": "Wardens culled 700 minks near Tarnow.",
    }.items():
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    Path("empty").mkdir()
    return tmp_path


@pytest.fixture(scope="module")
def samples() -> Reader:
    """The pipeline with the packs of the samples."""
    from claimx.lexicon.lexicon import load_packs
    from claimx.workflow.loading import load_reader

    return load_reader(None, quantities=False, packs=load_packs(SAMPLES))


class Deaf:
    """Stands where the pipeline does, and finds no figure in anything."""

    def read_one(self, article: claimx.Article) -> claimx.Extraction:
        from claimx.records import Extraction, Producer

        return Extraction(producer=Producer(version="0"), article=article)


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: Deaf())


def run(*args: str, **options: str) -> Result:
    return CliRunner().invoke(build_app(rich=False), list(args), env=options)


TABLE = [
    ("lexicon -h", 0),
    ("lexicon list -h", 0),
    ("lexicon check -h", 0),
    ("lexicon list", 0),
    ("lexicon list -f table", 0),
    ("lexicon list -f json --lexicon wells", 0),
    ("lexicon list -f table --lexicon speech", 0),
    ("lexicon list -o list.json", 0),
    ("lexicon", 2),
    ("lexicon list -f poem", 2),
    ("lexicon list --lexicon gone", 2),
    ("lexicon list --lexicon wrong", 2),
    ("lexicon list --lexicon unknown", 2),
    ("lexicon list --lexicon herald.txt", 2),
    ("lexicon check", 2),
    ("lexicon check gone", 2),
    ("lexicon check empty", 2),
    ("lexicon check wrong", 2),
    ("lexicon check unknown", 2),
    ("lexicon check wells --lexicon gone", 2),
    ("extract herald.txt --lexicon gone", 2),
    ("extract herald.txt --lexicon wells --lexicon wrong", 2),
    ("compare herald.txt --lexicon unknown", 2),
]


@pytest.mark.parametrize(("args", "code"), TABLE, ids=[args for args, _ in TABLE])
def test_the_table(args: str, code: int) -> None:
    result = run(*args.split())

    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output
    if code == 2:
        assert result.stderr, "what went wrong is said on stderr"


class TestList:
    def test_the_table_shows_metrics_entries_files_triggers_and_examples(self) -> None:
        table = run("lexicon", "list", "-f", "table", "--lexicon", "wells", COLUMNS="80").stdout

        assert max(map(len, table.splitlines())) <= 80
        for words in (
            "killed: people; event_total, cumulative where",
            "killed.die",
            "conflict.toml",
            "drown",
            "off Belmar",
        ):
            assert words in table
        for words in ("wells_dug: things; cumulative; wells/wells.toml", "wells.dug", "dig", "They dug 30 wells."):
            assert words in table

    def test_the_table_names_other_words_of_packs(self) -> None:
        table = run("lexicon", "list", "-f", "table", "--lexicon", WILDLIFE).stdout

        assert "wildlife.animals" in table
        assert "gamekeeper" in table

    def test_the_table_shows_cue_words_by_class_and_speakers_by_kind(self) -> None:
        shutil.copytree(COURTS, "courts")  # where the samples lie, their path may be longer than a line
        table = run("lexicon", "list", "-f", "table", "--lexicon", "courts", COLUMNS="100").stdout
        found = [line.strip() for line in table.splitlines()]

        titles = ["say: cue_verb", "warn: cue_verb", "warn: cue_noun", "source: cue_phrase", "role: speaker_noun"]
        assert [line for line in found if line in titles] == titles
        for words in ("courts.hold", "hold, adjudge", "in the view of", "bench, jury, grand jury", "courts.toml"):
            assert words in table
        assert found.index("organization: speaker_noun") < next(
            number for number, line in enumerate(found) if line.startswith("courts.bodies")
        )

    def test_the_json_holds_everything(self) -> None:
        plain = json.loads(run("lexicon", "list").stdout)
        added = json.loads(run("lexicon", "list", "--lexicon", "wells").stdout)

        assert (plain["schema"], plain["packs"]) == ("claimx.lexicon", [])
        assert [each["path"] for each in added["packs"]] == ["wells"]
        assert plain["lexicon"] != added["lexicon"]
        [entry] = [each for each in added["entries"] if each not in plain["entries"]]
        assert (entry["id"], entry["file"], entry["object_verbs"]) == ("wells.dug", "wells/wells.toml", ["dig:dug"])
        assert {"killed", "wells_dug"} <= {each["id"] for each in added["metrics"]}

    def test_the_json_holds_cue_words_and_nouns_for_speakers(self) -> None:
        plain = json.loads(run("lexicon", "list").stdout)
        added = json.loads(run("lexicon", "list", "--lexicon", COURTS).stdout)
        new = {
            kind: [each["id"] for each in added[kind] if each not in plain[kind]]
            for kind in ("cue_verbs", "cue_nouns", "cue_phrases", "speaker_nouns")
        }

        assert new == {
            "cue_verbs": ["courts.hold", "courts.submit"],
            "cue_nouns": ["courts.finding", "courts.submission"],
            "cue_phrases": ["courts.view"],
            "speaker_nouns": ["courts.bodies", "courts.people", "courts.papers"],
        }
        assert {each["file"] for each in plain["cue_verbs"]} == {"cue_verbs.toml"}
        assert plain["entries"] == added["entries"]

    def test_every_pack_that_ships_is_on(self) -> None:
        files = {each["file"] for each in json.loads(run("lexicon", "list").stdout)["entries"]}

        assert files == {f"{name}.toml" for name in ("conflict", "disaster", "economy", "elections", "health")}


class TestCheck:
    @pytest.mark.usefixtures("deaf")
    def test_what_fails_is_said_with_file_entry_sentence_and_what_came_out(self) -> None:
        result = run("lexicon", "check", "missed", COLUMNS="80")

        assert result.exit_code == 1
        assert result.stderr == ""
        assert max(map(len, result.stdout.splitlines())) <= 80
        assert result.stdout.splitlines() == [
            "missed/wells.toml, entry wells.dug",
            "  should fire in: They dug 30 wells with a very long spade borrowed in Mirsk.",
            "    found: no figure",
            "missed/wells.toml, metric wells_dug",
            "  should fire in: They dug 30 wells.",
            "    found: no figure",
            "1 pack, 2 entries, 4 sentences, 2 of them failed",
        ]

    @pytest.mark.usefixtures("deaf")
    def test_an_entry_that_a_later_pack_replaces_is_not_run(self) -> None:
        assert "2 packs, 2 entries, 4 sentences" in run("lexicon", "check", "wells", "missed").stdout
        assert "1 pack, 2 entries, 4 sentences" in run("lexicon", "check", "missed", "--lexicon", "wells").stdout

    def test_every_problem_is_said_with_its_remedy(self) -> None:
        result = run("lexicon", "check", "unknown")

        assert result.stdout == ""
        for entry in ("wells.dug", "wells.drilled"):
            assert f"claimx: error: unknown/wells.toml, entry {entry}: metric: there is no metric" in result.stderr
        assert result.stderr.count("remedy: describe it in a [[metric]]") == 2

    @pytest.mark.model
    def test_the_packs_of_the_samples_hold(self, samples: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: samples)
        result = run("lexicon", "check", *SAMPLES)

        assert (result.exit_code, result.stdout) == (0, "3 packs, 19 entries, 59 sentences, 0 of them failed\n")

    @pytest.mark.model
    def test_a_real_failure_shows_the_claim(self, samples: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: samples)
        result = run("lexicon", "check", "wells")

        assert result.exit_code == 1
        assert "found: 30: count of well, by count" in result.stdout

    @pytest.mark.model
    def test_a_failure_of_cue_words_shows_the_quotation(self, samples: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: samples)
        result = run("lexicon", "check", "speech", COLUMNS="100")

        assert result.exit_code == 1
        assert result.stdout.splitlines() == [
            "speech/wells.toml, cue_verb wells.gurgle",
            "  should fire in: The well sinker gurgled that the pump was dry.",
            "    found: no quotation",
            "  should fire in: The vicar said that the pump was dry.",
            "    found: the pump was dry: cue said, by vicar (person)",
            "1 pack, 1 entry, 3 sentences, 2 of them failed",
        ]


@pytest.mark.model
@pytest.mark.usefixtures("samples")
class TestExtract:
    def test_a_pack_gives_its_metric_and_another_lexicon(self) -> None:
        [found] = claimx.extract("herald.txt", lexicon=SAMPLES)

        [claim] = found.claims
        assert (claim.metric, claim.quantity.unit, claim.series) == ("animals_culled", "mink", "event_total")
        assert claim.who is not None
        assert found.producer.lexicon != json.loads(run("lexicon", "list").stdout)["lexicon"]

    def test_the_command_reads_as_the_library_does(self) -> None:
        [found] = claimx.extract("herald.txt", lexicon=SAMPLES)
        result = run("extract", "herald.txt", *(arg for pack in SAMPLES for arg in ("--lexicon", pack)))

        assert json.loads(result.stdout)["claims"] == json.loads(found.model_dump_json(by_alias=True))["claims"]

    def test_articles_are_compared_by_the_metrics_of_a_pack(self) -> None:
        Path("post.txt").write_text("Wardens culled 900 minks near Tarnow.", encoding="utf-8")
        comparison = claimx.compare("herald.txt", "post.txt", lexicon=SAMPLES)

        assert {group.metric for group in comparison.groups} == {"animals_culled"}


@pytest.mark.model
@pytest.mark.usefixtures("samples")
class TestWordsOfSpeech:
    TEXT = "The bench held that 14 tenants had died. “The lease is void,” a bailiff averred."

    @pytest.fixture(autouse=True)
    def text(self) -> None:
        Path("court.txt").write_text(self.TEXT, encoding="utf-8")

    def test_a_pack_gives_quotations_speakers_and_sources(self) -> None:
        [found] = claimx.extract("court.txt", lexicon=SAMPLES)

        assert {each.found_by for each in found.quotes} == {"rules"}
        assert [(each.kind, each.cue and each.cue.text) for each in found.quotes] == [
            ("indirect", "held"), ("direct", "averred"),
        ]  # fmt: skip
        assert [(each.name, each.kind) for each in found.speakers] == [("bench", "organization"), ("bailiff", "person")]
        [claim] = found.claims
        assert claim.attribution is not None
        assert claim.attribution.text == "The bench"

    def test_without_it_nobody_is_quoted(self, reader: Reader) -> None:
        found = reader.read_one(claimx.make_article(self.TEXT))

        assert [each.cue for each in found.quotes] == [None]
        assert found.speakers == ()
        assert found.claims[0].attribution is None


def test_the_pack_of_the_readme_is_one() -> None:
    [text] = [
        each
        for each in re.findall(r"^```toml\n(.*?)^```", README.read_text(), re.MULTILINE | re.DOTALL)
        if "[[metric]]" in each
    ]
    Path("wells/wells.toml").write_text(text, encoding="utf-8")

    assert run("lexicon", "list", "--lexicon", "wells").exit_code == 0


def test_a_pack_is_read_before_the_first_article() -> None:
    with pytest.raises(claimx.ClaimxError, match=r"unknown/wells\.toml, entry wells\.dug"):
        next(claimx.extract("herald.txt", lexicon=["unknown"]))
