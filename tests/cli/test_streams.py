"""Data on stdout and nothing else; everything else on stderr; files whole or not at all."""

import json
import re
import stat
from pathlib import Path

import pytest
from builders import make_article, make_claim, make_extraction
from typer.testing import CliRunner, Result

from claimx.cli.main import build_app
from claimx.codec import encode


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("post.txt").write_text("At least 12 people were killed in a fire in Tarnow, the police said.")
    Path("herald.txt").write_text("A fire in Tarnow killed 30 people, the mayor told reporters on Sunday.")
    article = make_article(source="Gazette")
    Path("gazette.json").write_bytes(encode(make_extraction(article=article, claims=[make_claim(article=article)])))
    return tmp_path


@pytest.fixture
def pipeline(monkeypatch, reader):
    """The pipeline of the session in place of one loaded anew."""
    monkeypatch.setattr("claimx.workflow.extractor.load_reader", lambda *_, **__: reader)


def run(*args: str, **options) -> Result:
    return CliRunner().invoke(build_app(rich=False), list(args), **options)


def lines(result: Result) -> list[dict]:
    return [json.loads(line) for line in result.stdout.splitlines()]


@pytest.mark.model
@pytest.mark.usefixtures("pipeline")
class TestExtract:
    def test_a_pipe_gets_json_lines_and_nothing_else(self):
        result = run("extract", "post.txt", "herald.txt", "missing.txt")

        assert [each["schema"] for each in lines(result)] == ["claimx.extraction"] * 2 + ["claimx.error"]
        assert lines(result)[0]["claims"][0]["metric"] == "killed"
        assert result.exit_code == 2

    def test_stderr_names_what_is_wrong_and_ends_with_a_sum(self):
        result = run("extract", "post.txt", "missing.txt")

        assert "claimx: error: missing.txt: it cannot be read: No such file or directory [CX901]" in result.stderr
        assert result.stderr.splitlines()[-1].startswith("1 article, 1 figure, ")
        assert result.stderr.splitlines()[-1].endswith("1 input not read")

    def test_quiet_says_only_what_is_wrong(self):
        assert run("extract", "-q", "post.txt").stderr == ""
        assert "missing.txt" in run("extract", "-q", "missing.txt").stderr

    def test_json_is_one_object_or_an_array(self):
        one = json.loads(run("extract", "-f", "json", "post.txt").stdout)
        two = json.loads(run("extract", "-f", "json", "post.txt", "herald.txt").stdout)

        assert one["schema"] == "claimx.extraction"
        assert len(two) == 2
        assert two[0] == one

    def test_malformed_line_seven_of_ten(self):
        articles = [json.dumps({"id": str(n), "text": f"Crews found {n} bodies."}) for n in range(1, 11)]
        articles[6] = '{"id": "7", "text":'
        Path("ten.jsonl").write_text("\n".join(articles))
        result = run("extract", "ten.jsonl")

        assert result.exit_code == 2
        assert [each["schema"] == "claimx.error" for each in lines(result)].count(True) == 1
        assert lines(result)[6]["input"] == {"path": "ten.jsonl", "line": 7, "id": None}
        assert [each["article"]["id"] for n, each in enumerate(lines(result)) if n != 6] == [*"12345689", "10"]
        assert "ten.jsonl:7: " in result.stderr

    def test_standard_input_is_read_without_a_path_too(self):
        for args in (("extract",), ("extract", "-")):
            [found] = lines(run(*args, input="Four people died in Tarnow."))
            assert found["article"]["path"] is None
            assert found["article"]["text"] == "Four people died in Tarnow."

    def test_what_the_user_says_of_the_article(self):
        args = ("--source", "The Post", "--published", "2031-05-04", "--url", "https://p.example", "--title", "Fire")
        [found] = lines(run("extract", "post.txt", *args))

        article = found["article"]
        assert (article["source"], article["url"], article["title"]) == ("The Post", "https://p.example", "Fire")
        assert (article["published"], article["published_from"]) == ("2031-05-04", "flag")

    def test_fields_are_mapped(self):
        [found] = lines(
            run("extract", "--fields", "text=body,published=date", input='{"body": "Rain.", "date": "2031-05-04"}')
        )

        assert (found["article"]["text"], found["article"]["published"]) == ("Rain.", "2031-05-04")

    def test_the_text_can_be_left_out(self):
        [found] = lines(run("extract", "--no-text", "post.txt"))

        assert found["article"]["text"] is None
        assert found["claims"][0]["sentence"]["text"].startswith("At least 12")

    def test_letters_are_utf_8_whatever_the_terminal_is(self):
        result = run("extract", input="Fire in Łódź: “12” died – Müller".encode(), env={"PYTHONIOENCODING": "ascii"})

        assert json.loads(result.stdout_bytes)["article"]["text"] == "Fire in Łódź: “12” died – Müller"

    def test_text_that_is_not_english_is_a_note(self):
        text = (
            "Bei einem Brand in der Altstadt sind am Sonntag zwölf Menschen ums Leben gekommen, sagte ein Sprecher. "
            * 4
        )
        result = run("extract", input=text)

        assert result.exit_code == 0
        assert [note["code"] for note in lines(result)[0]["notes"]] == ["CX951"]
        assert "claimx: warning: " in result.stderr

    def test_a_table_names_the_figures(self):
        result = run("extract", "-f", "table", "post.txt")

        assert "At least 12" in result.stdout
        assert "\x1b" not in result.stdout


class TestCompare:
    def test_a_pipe_gets_json_and_nothing_else(self):
        result = run("compare", "gazette.json")

        assert json.loads(result.stdout)["schema"] == "claimx.comparison"
        assert result.stderr.splitlines()[-1] == "1 article, 1 figure, 0 groups, 0 findings"

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    def test_articles_and_extractions_may_be_mixed(self):
        result = run("compare", "gazette.json", "post.txt", "herald.txt")

        assert len(json.loads(result.stdout)["articles"]) == 3

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    def test_what_extract_writes_is_what_compare_reads(self):
        written = run("extract", "post.txt", "herald.txt", "missing.txt").stdout_bytes
        result = run("compare", "-", input=written)

        assert len(json.loads(result.stdout)["articles"]) == 2
        assert result.exit_code == 2, "what extract could not read is not forgotten"

    def test_pairs_only_when_asked_for(self):
        assert "pairs" not in json.loads(run("compare", "gazette.json").stdout)["groups"][0]
        assert "pairs" in json.loads(run("compare", "--pairs", "gazette.json").stdout)["groups"][0]

    def test_a_table(self):
        result = run("compare", "-f", "table", "gazette.json")

        assert "1 article" in result.stdout
        assert "\x1b" not in result.stdout


class TestOutput:
    def test_a_file_is_written_and_stdout_left_empty(self):
        result = run("compare", "gazette.json", "-o", "out.json")

        assert result.stdout == ""
        assert json.loads(Path("out.json").read_text())["schema"] == "claimx.comparison"

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    @pytest.mark.parametrize(("name", "begin"), [("x.json", "{\n"), ("x.jsonl", '{"schema"'), ("x.out", '{"schema"')])
    def test_the_suffix_tells_the_format(self, name, begin):
        run("extract", "post.txt", "-o", name)

        assert Path(name).read_text().startswith(begin)

    def test_a_failed_run_leaves_what_was_there(self, monkeypatch, folder):
        def fail(*_, **__):
            raise KeyboardInterrupt

        Path("out.json").write_text("before")
        monkeypatch.setattr("claimx.codec.write_comparison", fail)

        assert run("compare", "gazette.json", "-o", "out.json").exit_code == 130
        assert Path("out.json").read_text() == "before"
        assert not [each for each in folder.iterdir() if each.name.startswith(".")], "nothing half written is left"

    def test_rights_and_links_of_the_file_are_kept(self):
        Path("real.json").write_text("before")
        Path("real.json").chmod(0o640)
        Path("link.json").symlink_to("real.json")
        run("compare", "gazette.json", "-o", "link.json")

        assert Path("link.json").is_symlink()
        assert stat.S_IMODE(Path("real.json").stat().st_mode) == 0o640
        assert json.loads(Path("real.json").read_text())

    def test_a_device_is_written_as_it_is(self):
        assert run("compare", "gazette.json", "-o", "/dev/null").exit_code == 0

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
    def test_a_device_that_is_full(self):
        result = run("compare", "gazette.json", "-o", "/dev/full")

        assert result.exit_code == 2
        assert "/dev/full: it cannot be written: No space left on device" in result.stderr

    def test_an_error_that_has_nothing_to_do_with_the_file_is_not_blamed_on_it(self, monkeypatch):
        def fail(*_, **__):
            raise OSError(5, "the disk of the model broke")

        monkeypatch.setattr("claimx.codec.write_comparison", fail)
        result = run("compare", "gazette.json", "-o", "out.json")

        assert result.exit_code == 2
        assert "cannot be written" not in result.stderr
        assert not Path("out.json").exists()

    @pytest.mark.parametrize("path", ["nowhere/out.json", ".", "/proc/nowhere/out.json"])
    def test_where_nothing_can_be_written(self, path):
        result = run("compare", "gazette.json", "-o", path)

        assert result.exit_code == 2
        assert f"{path}: it cannot be written" in result.stderr
        assert result.stdout == ""


class TestSchema:
    def test_it_is_json_on_stdout(self):
        result = run("schema", "error")

        assert json.loads(result.stdout)["$id"] == "urn:claimx:schema:error:1.0"
        assert result.stderr == ""


def test_what_a_document_says_steers_no_terminal_and_no_ci_server():
    value = json.loads(Path("gazette.json").read_text())
    value["notes"] = [{"code": "CX905", "level": "warning", "message": "\x1b[2J\u202eread\n::stop-commands::x"}]
    Path("gazette.json").write_text(json.dumps(value))

    said = run("compare", "gazette.json").stderr

    assert "read ::stop-commands::x [CX905]" in said
    assert "\x1b" not in said
    assert "\u202e" not in said


class TestColor:
    @pytest.mark.parametrize(
        ("arguments", "env", "colored"),
        [
            ((), {}, False),
            (("--color", "always"), {"NO_COLOR": "1"}, True),
            (("--color", "never"), {"FORCE_COLOR": "1"}, False),
            ((), {"FORCE_COLOR": "1"}, True),
            ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ],
    )
    @pytest.mark.parametrize("command", [("compare", "-f", "table"), ("show",), ("diff", "-f", "table")])
    def test_who_says_whether_there_are_colours(self, command, arguments, env, colored):
        shown = run(*command, "gazette.json", *arguments, env={"NO_COLOR": "", "FORCE_COLOR": "", **env}).stdout

        assert ("\x1b" in shown) is colored


class TestChoices:
    def test_strict_stops_at_the_first_input_that_cannot_be_read(self):
        result = run("compare", "--strict", "gazette.json", "missing.txt", "other.txt")

        assert (result.exit_code, result.stdout) == (2, "")
        assert "missing.txt: it cannot be read" in result.stderr
        assert "other.txt" not in result.stderr

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    def test_strict_keeps_what_was_read_before(self):
        result = run("extract", "--strict", "post.txt", "missing.txt", "herald.txt")

        assert result.exit_code == 2
        assert [each["article"]["path"] for each in lines(result)] == ["post.txt"]

    def test_standard_input_may_have_a_name(self):
        result = run("compare", "--stdin-name", "desk/page.html", "-", input="<html><body></body></html>")

        assert "desk/page.html: " in result.stderr
        assert "[CX907]" in result.stderr

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    def test_the_environment_chooses_a_form_of_extract_where_it_has_it(self):
        for wanted, begin in (("csv", "article_id,"), ("json", "{\n"), ("sarif", '{"schema"'), ("", '{"schema"')):
            assert run("extract", "post.txt", env={"CLAIMX_FORMAT": wanted}).stdout.startswith(begin)


class TestVerbose:
    def test_it_says_how_long_each_stage_took(self):
        said = run("compare", "-v", "gazette.json").stderr.splitlines()

        assert re.fullmatch(r"claimx: reading \d+\.\d\d s, comparing \d+\.\d\d s, writing \d+\.\d\d s", said[-2])
        assert said[-1] == "1 article, 1 figure, 0 groups, 0 findings"

    def test_it_says_what_of_a_folder_is_not_read(self):
        Path("in").mkdir()
        for name in ("gazette.json", "map.png", "notes.xlsx"):
            Path("in", name).write_bytes(Path("gazette.json").read_bytes())

        assert "claimx: not read, for their names: in/map.png, in/notes.xlsx" in run("compare", "-v", "in").stderr
        assert "map.png" not in run("compare", "in").stderr

    def test_it_says_what_the_environment_sets(self):
        said = run("compare", "-v", "gazette.json", env={"CLAIMX_FORMAT": "csv"}).stderr

        assert "claimx: from the environment: CLAIMX_FORMAT" in said

    def test_quiet_comes_before_it(self):
        assert run("compare", "-q", "-v", "gazette.json").stderr == ""

    @pytest.mark.model
    @pytest.mark.usefixtures("pipeline")
    def test_it_says_every_note_and_when_the_model_was_loaded(self):
        Path("marks.txt").write_text("Rain fell.\n\nThe mayor said: “Four people died in Tarnow.\n\nRain.")

        said = run("extract", "-v", "marks.txt").stderr

        assert "[CX952]" in said
        assert re.search(r"claimx: reading \d+\.\d\d s, loading the model \d+\.\d\d s, writing \d+\.\d\d s", said)
        assert "[CX952]" not in run("extract", "marks.txt").stderr
