"""Packs: what they add, replace and extend; what is wrong in one said with file and entry; bounds on what is read."""

from contextlib import suppress
from pathlib import Path

import pytest
from builders import make_article, make_claim
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import LexiconError
from claimx.lexicon.entry import Entry
from claimx.lexicon.examples import failures, fires
from claimx.lexicon.lexicon import Lexicon, lay_packs, load_lexicon, load_packs
from claimx.lexicon.metrics import NounEntry
from claimx.lexicon.packs import MAX_FILE_BYTES, MAX_FILES, EntryName, Kind, Table, check_words, read_packs
from claimx.lexicon.populations import Population
from claimx.records import Extraction, Producer

DUG, DRANK = "They dug 30 wells.", "They drank 30 wells."
EXAMPLES = f'fires = ["{DUG}"]\nsilent = ["{DRANK}"]\n'
ENTRY = f'[[entry]]\nid = "wells.dug"\nmetric = "wells_dug"\nobject_verbs = ["dig:dug"]\n{EXAMPLES}'
METRIC = f'[[metric]]\nid = "wells_dug"\nusual = "cumulative"\ncounts = "things"\n{EXAMPLES}'
NOUN = f'[[noun]]\nid = "diggers"\nkind = "person"\nwords = ["well sinker"]\n{EXAMPLES}'
GROUP = f'[[population]]\nid = "dowser"\nwords = ["dowser"]\nbroader = ["civilian"]\n{EXAMPLES}'
SPEECH: dict[Kind, str] = {
    "cue_verb": f'[[cue_verb]]\nid = "wells.speech"\nmeaning = "warn"\nverbs = ["gurgle"]\n{EXAMPLES}',
    "cue_noun": f'[[cue_noun]]\nid = "wells.speech"\nmeaning = "warn"\nnouns = ["gurgle"]\n{EXAMPLES}',
    "cue_phrase": f'[[cue_phrase]]\nid = "wells.speech"\nphrase = "in the words of"\n{EXAMPLES}',
    "speaker_noun": f'[[speaker_noun]]\nid = "wells.speech"\nkind = "role"\nnouns = ["dowser"]\n{EXAMPLES}',
}
EXTENSION = f'[[entry]]\nid = "killed.verb"\nextend = true\nobject_verbs = ["unalive"]\nrank = 3\n{EXAMPLES}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text: str, *, pack: str = "pack", file: str = "wells.toml") -> str:
    Path(pack).mkdir(exist_ok=True)
    Path(pack, file).write_text(text, encoding="utf-8")
    return pack


def load(*packs: str) -> Lexicon:
    return load_lexicon(packs=load_packs(packs))


def nothing(sentence: str) -> frozenset[EntryName]:  # noqa: ARG001 - every sentence is silent
    return frozenset()


def problem(*packs: str) -> LexiconError:
    with pytest.raises(LexiconError) as caught:
        load_packs(packs)
    return caught.value


class TestWhatPacksAdd:
    def test_a_metric_with_its_entry(self) -> None:
        lexicon = load(write(ENTRY + METRIC))

        [entry] = lexicon.metrics.find("object", "dug")
        assert (entry.id, entry.metric) == ("wells.dug", "wells_dug")
        assert lexicon.series["wells_dug"].usual == "cumulative"
        assert "wells_dug" in lexicon.metrics.things
        assert lexicon.metrics.find("object", "killed") == load_lexicon().metrics.find("object", "killed")

    def test_a_metric_of_people_takes_them_for_its_unit(self) -> None:
        assert "wells_dug" not in load(write(ENTRY + METRIC.replace("things", "people"))).metrics.things

    def test_nouns_and_groups(self) -> None:
        lexicon = load(write(NOUN + GROUP))

        assert lexicon.metrics.nouns["well sinkers"] == "person"
        assert lexicon.populations.groups_in("two dowsers") == ("dowser",)
        assert lexicon.populations.within("dowser", "civilian")

    def test_files_of_one_pack_know_one_another(self) -> None:
        write(ENTRY, file="a.toml")

        assert load(write(METRIC, file="b.toml")).metrics.find("object", "dug")

    def test_an_entry_takes_the_place_of_the_one_with_its_id(self) -> None:
        lexicon = load(write(ENTRY.replace("wells.dug", "killed.die").replace("wells_dug", "killed")))

        [entry] = [each for each in lexicon.metrics.entries if each.id == "killed.die"]
        assert entry.object_verbs == ("dig:dug",)
        assert not any(each.id == "killed.die" for each in lexicon.metrics.find("subject", "drowned"))

    def test_an_extension_adds_its_lists_and_replaces_the_rest(self) -> None:
        before = next(each for each in load_lexicon().metrics.entries if each.id == "killed.verb")
        after = next(each for each in load(write(EXTENSION)).metrics.entries if each.id == "killed.verb")

        assert after.object_verbs == (*before.object_verbs, "unalive")
        assert after.fires == (*before.fires, "They dug 30 wells.")
        assert (after.rank, after.metric, after.unless) == (3, before.metric, before.unless)

    def test_a_later_pack_lies_over_an_earlier_one(self) -> None:
        first = write(ENTRY + METRIC, pack="first")
        second = write(ENTRY.replace("dig:dug", "drill"), pack="second")

        assert load(first, second).metrics.find("object", "drilled")
        assert not load(first, second).metrics.find("object", "dug")
        assert load(second, first).metrics.find("object", "dug")

    def test_what_an_entry_lies_over_is_known(self) -> None:
        [added] = lay_packs(read_packs([write(EXTENSION)])).added

        assert (added.table.place, added.over) == ("pack/wells.toml, entry killed.verb", "conflict.toml")


class TestWordsOfSpeech:
    def test_each_kind_is_added_before_those_that_ship(self) -> None:
        lexicon = load(write("".join(SPEECH.values())))

        for entries, shipped in zip(spoken(lexicon), spoken(load_lexicon()), strict=True):
            assert entries[0].id == "wells.speech"
            assert entries[1:] == shipped

    def test_one_with_an_id_that_ships_takes_its_place(self) -> None:
        lexicon = load(write(SPEECH["cue_verb"].replace("wells.speech", "deny")))
        names = [each.id for each in lexicon.cue_verbs]

        assert names == [each.id for each in load_lexicon().cue_verbs]
        assert lexicon.cue_verbs[names.index("deny")].verbs == ("gurgle",)

    def test_one_that_ships_is_extended(self) -> None:
        text = SPEECH["speaker_noun"].replace("wells.speech", "private").replace('kind = "role"', "extend = true")
        before, after = (
            next(each for each in lexicon.speaker_nouns if each.id == "private")
            for lexicon in (load_lexicon(), load(write(text)))
        )

        assert after.nouns == (*before.nouns, "dowser")
        assert after.kind == before.kind

    def test_an_id_of_another_kind_is_another_entry(self) -> None:
        lexicon = load(write(SPEECH["cue_noun"].replace("wells.speech", "deny")))

        assert lexicon.cue_verbs == load_lexicon().cue_verbs
        assert [each.meaning for each in lexicon.cue_nouns if each.id == "deny"] == ["warn"]

    def test_of_two_packs_the_later_one_goes_first(self) -> None:
        first = write(SPEECH["cue_verb"].replace("wells.speech", "first"), pack="first")
        second = write(SPEECH["cue_verb"].replace("wells.speech", "second"), pack="second")

        assert [each.id for each in load(first, second).cue_verbs][:2] == ["second", "first"]

    def test_what_ships_holds_no_other_words_than_packs_may(self) -> None:
        for kind, entries in zip(SPEECH, spoken(load_lexicon()), strict=True):
            for entry in entries:
                check_words(Table(kind, entry.model_dump(mode="json"), "shipped", entry.id))


def spoken(lexicon: Lexicon) -> tuple[tuple[Entry, ...], ...]:
    return lexicon.cue_verbs, lexicon.cue_nouns, lexicon.cue_phrases, lexicon.speaker_nouns


class TestVersion:
    def test_it_changes_with_the_bytes_of_a_pack(self) -> None:
        texts = (ENTRY + METRIC, ENTRY + METRIC + "# a comment\n")
        versions = {load_lexicon().version, *(load(write(text)).version for text in texts)}
        write("", file="empty.toml")

        assert len(versions | {load("pack").version}) == 4

    def test_it_does_not_hang_on_where_a_pack_lies(self) -> None:
        packs = [write(ENTRY + METRIC, pack=name) for name in ("here", "there")]

        assert load(packs[0]).version == load(packs[1]).version == load(*packs).version

    def test_without_packs_it_is_that_of_what_ships(self) -> None:
        assert load().version == load_lexicon().version

    def test_the_lexicon_is_loaded_once_however_it_is_asked_for(self) -> None:
        assert load_lexicon() is load_lexicon("en") is load_lexicon(language="en", packs=[])


WRONG = [
    ("[[entry", "pack/wells.toml: ", "mend the TOML"),
    ("x = " + "[" * 5000, "pack/wells.toml: it is nested too deeply", "mend the TOML"),
    (f"x = {'9' * 5000}", "pack/wells.toml: ", "mend the TOML"),
    ("[[verbs]]\nid = 'x'", "pack/wells.toml: a pack has no 'verbs'", "[[entry]]"),
    ("entry = ['a']", "pack/wells.toml: 'entry' is no list of tables", "[[entry]]"),
    ("[entry]\nid = 'x'", "pack/wells.toml: 'entry' is no list of tables", "[[entry]]"),
    (METRIC + ENTRY + ENTRY, "entry wells.dug: the id occurs twice", "rename"),
    (ENTRY, "pack/wells.toml, entry wells.dug: metric: there is no metric 'wells_dug'", "[[metric]]"),
    (METRIC.replace("wells_dug", "killed"), "metric killed: this metric ships with claimx", "another id"),
    (METRIC.replace('usual = "cumulative"\n', ""), "metric wells_dug: usual: Field required", "add usual"),
    (METRIC.replace('counts = "things"\n', ""), "metric wells_dug: counts: Field required", "add counts"),
    (METRIC.replace("cumulative", "rising"), "metric wells_dug: usual: ", "mend"),
    (ENTRY.replace("object_verbs", "verbs"), "entry wells.dug: verbs: Extra inputs", "object_verbs"),
    (ENTRY.replace('id = "wells.dug"\n', ""), "entry number 1: id: Field required", "add id"),
    (ENTRY.replace('"wells.dug"', "7"), "entry number 1: id: ", "mend"),
    (ENTRY.replace('["dig:dug"]', '"dig"'), "entry wells.dug: object_verbs: ", "mend"),
    (ENTRY.replace('object_verbs = ["dig:dug"]\n', ""), "entry wells.dug: the entry: ", "mend"),
    (ENTRY.replace("dig:dug", "d[iu]g"), "entry wells.dug: object_verbs: 'd[iu]g' is no plain word", "no patterns"),
    (ENTRY.replace("dig:dug", "dig.*"), "entry wells.dug: object_verbs: 'dig.*' is no plain word", "no patterns"),
    (ENTRY.replace("dig:dug", "dig:"), "entry wells.dug: object_verbs: 'dig:' is no plain word", "two letters"),
    (ENTRY.replace("dig:dug", "y"), "entry wells.dug: object_verbs: 'y' is no plain word", "two letters"),
    (ENTRY.replace("dig:dug", ""), "entry wells.dug: object_verbs: '' is no plain word", "two letters"),
    (ENTRY.replace("dig:dug", "Dig"), "entry wells.dug: object_verbs: 'Dig' has capitals", "lower case"),
    (ENTRY.replace("dig:dug", "dig " * 7), "entry wells.dug: object_verbs: ", "up to 6 words"),
    (ENTRY.replace("dig:dug", "d" * 61), "entry wells.dug: object_verbs: ", "60 characters"),
    (EXTENSION.replace("killed.verb", "killed.verbs"), "entry killed.verbs: there is no such entry", "lexicon list"),
    (EXTENSION.replace("extend = true", "extend = 1"), "entry killed.verb: extend: ", "extend = true"),
    (EXTENSION.replace('["unalive"]', '"unalive"'), "entry killed.verb: object_verbs: ", "mend"),
    (GROUP.replace("civilian", "civil"), "population dowser: there is no group 'civil'", "name a group"),
    (GROUP.replace('["dowser"]', '["soldier"]'), "population dowser: 'soldier' stands for soldier already", "leave"),
    (GROUP.replace('["dowser"]', '["swede"]'), "population dowser: 'swede' stands for ", "leave"),
    (
        GROUP + GROUP.replace('id = "dowser"', 'id = "rod"'),
        "population rod: 'dowser' stands for dowser already",
        "leave",
    ),
    (NOUN.replace("person", "robot"), "noun diggers: kind: ", "mend"),
    (SPEECH["cue_verb"].replace("gurgle", "Gurgle"), "cue_verb wells.speech: verbs: 'Gurgle' has capitals", "lower"),
    (SPEECH["cue_verb"].replace("gurgle", "gurgle up a row"), "cue_verb wells.speech: verbs.0: ", "up to 2 words"),
    (SPEECH["cue_verb"].replace("warn", "gush"), "cue_verb wells.speech: meaning: Input should be 'say'", "mend"),
    (SPEECH["cue_verb"].replace("verbs", "nouns"), "cue_verb wells.speech: verbs: Field required", "add verbs"),
    (SPEECH["cue_noun"].replace("gurgle", "gurg*"), "cue_noun wells.speech: nouns: 'gurg*' is no plain", "no patterns"),
    (SPEECH["cue_noun"].replace("gurgle", "deep gurgle"), "nouns.0: 'deep gurgle' has 2 words", "give one word"),
    (SPEECH["cue_phrase"].replace("in the", "in (the)?"), "cue_phrase wells.speech: phrase: 'in (the)?", "no patterns"),
    (SPEECH["cue_phrase"].replace('"in the words of"', "4"), "cue_phrase wells.speech: phrase: ", "mend"),
    (SPEECH["speaker_noun"].replace("dowser", "old dowser of wells"), "nouns.0: ", "up to 3 words"),
    (SPEECH["speaker_noun"].replace("role", "robot"), "speaker_noun wells.speech: kind: ", "mend"),
    (SPEECH["speaker_noun"] * 2, "speaker_noun wells.speech: the id occurs twice", "rename"),
]


@pytest.mark.parametrize(("text", "message", "remedy"), WRONG)
def test_what_is_wrong_is_said_with_file_entry_and_remedy(text: str, message: str, remedy: str) -> None:
    found = problem(write(text))

    assert message in found.message
    assert remedy in found.remedy
    assert "pack/wells.toml" in found.message


class TestFolders:
    def test_one_that_is_not_there(self) -> None:
        assert problem("nowhere").message == "nowhere: it cannot be read: No such file or directory"
        assert "folder" in problem("no\0where").remedy

    def test_a_file_in_the_place_of_a_folder(self) -> None:
        write(ENTRY)

        assert problem("pack/wells.toml").message == "pack/wells.toml: this is no folder"

    def test_one_without_toml(self) -> None:
        assert "there is no .toml file in it" in problem(write("", file=".hidden.toml")).message

    def test_a_file_that_is_too_large(self) -> None:
        found = problem(write("#" * (MAX_FILE_BYTES + 1)))

        assert found.message.startswith("pack/wells.toml: it is larger than the limit of 1,048,576 bytes")

    def test_too_many_files(self) -> None:
        for number in range(MAX_FILES + 1):
            write("", file=f"{number}.toml")

        assert "it holds 201 TOML files, and 200 is the limit" in problem("pack").message

    def test_a_file_in_another_encoding(self) -> None:
        write("")
        Path("pack/wells.toml").write_bytes("# Brunnen für alle".encode("latin-1"))

        assert problem("pack").message == "pack/wells.toml: it is not UTF-8"

    def test_a_byte_order_mark_is_no_matter(self) -> None:
        assert load(write("\ufeff" + ENTRY + METRIC)).metrics.find("object", "dug")

    def test_what_is_no_toml_is_left_alone(self) -> None:
        write("[[", file="notes.txt")
        Path("pack/deeper.toml").mkdir()

        assert len(load_packs([write(ENTRY + METRIC)])) == 1

    def test_one_that_is_given_twice_counts_once_in_its_first_place(self) -> None:
        packs = [write(text, pack=name) for name, text in (("a", ENTRY + METRIC), ("b", NOUN))]

        assert [each.path for each in load_packs([*packs, "./a"])] == ["a", "b"]

    def test_a_single_name_is_one_folder_and_no_letters(self) -> None:
        assert [each.path for each in load_packs(write(ENTRY + METRIC))] == ["pack"]


@given(content=st.binary(max_size=200) | st.text(max_size=200).map(lambda text: f'[[entry]]\nid = "{text}"'.encode()))
def test_no_bytes_give_anything_but_a_pack_or_an_error(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    pack = tmp_path_factory.getbasetemp() / "any"
    pack.mkdir(exist_ok=True)
    (pack / "any.toml").write_bytes(content)
    with suppress(LexiconError):
        assert len(load_packs([pack])) == 1


class TestExamples:
    ARTICLE = make_article(text="They dug 30 wells for 12 well sinkers and two dowsers.")
    WELLS = make_claim(
        article=ARTICLE, text="30", metric="wells_dug", unit="well", series="cumulative", who="wells"
    ).model_copy(update={"rule": "wells.dug"})
    SINKERS = make_claim(article=ARTICLE, text="12", metric="count", who="well sinkers")
    DOWSERS = make_claim(article=ARTICLE, text="two", metric="count", who="dowsers", groups=["dowser"])

    def entries(self) -> dict[str, object]:
        added = lay_packs(read_packs([write(ENTRY + METRIC + NOUN + GROUP)])).added
        return {each.table.kind: each.entry for each in added}

    def test_each_kind_shows_in_its_own_claim(self) -> None:
        shown = {
            kind: [fires(entry, "", [claim]) for claim in (self.WELLS, self.SINKERS, self.DOWSERS)]
            for kind, entry in self.entries().items()
        }

        assert shown == {
            "entry": [True, False, False],
            "metric": [True, False, False],
            "noun": [False, True, False],
            "population": [False, False, True],
        }

    @pytest.mark.parametrize(
        ("kind", "unit", "told"), [("person", "people", True), ("person", "well", False), ("animal", "well", True)]
    )
    def test_a_class_of_nouns_goes_by_the_unit(self, kind: str, unit: str, told: bool) -> None:
        entry = NounEntry.model_validate(
            {"id": "x", "kind": kind, "words": ["well"], "fires": ["abc"], "silent": ["abc"]}
        )
        claim = make_claim(article=self.ARTICLE, text="30", metric="count", unit=unit, who="wells")

        assert fires(entry, self.ARTICLE.text or "", [claim]) is told

    def test_uncounted_nouns_show_by_making_no_claim(self) -> None:
        entry = NounEntry.model_validate(
            {"id": "x", "kind": "uncounted", "words": ["well"], "fires": ["abc"], "silent": ["abc"]}
        )

        assert fires(entry, "They dug 30 wells.", [])
        assert not fires(entry, "They dug 30 wells.", [self.WELLS])
        assert not fires(entry, "They dug 30 pits.", [])

    def test_failures_name_the_sentence_and_what_came_out(self) -> None:
        added = lay_packs(read_packs([write(ENTRY + METRIC)])).added[:1]

        right = list(failures(added, lambda text: self.read([self.WELLS] if "dug" in text else []), nothing))
        missed, wrong = failures(added, lambda text: self.read([] if "dug" in text else [self.WELLS]), nothing)

        assert right == []
        assert (missed.wanted, missed.sentence, missed.found.claims) == ("fires", "They dug 30 wells.", ())
        assert (wrong.wanted, wrong.sentence, wrong.found.claims) == ("silent", "They drank 30 wells.", (self.WELLS,))

    @pytest.mark.parametrize("kind", SPEECH)
    def test_words_of_speech_go_by_the_entries_that_show(self, kind: Kind) -> None:
        [added] = lay_packs(read_packs([write(SPEECH[kind])])).added
        shown = {(kind, "wells.speech")}
        others = {(each, "wells.speech") for each in SPEECH if each != kind}

        [missed] = failures([added], self.read, {DUG: others, DRANK: others}.__getitem__)
        [wrong] = failures([added], self.read, {DUG: shown, DRANK: shown}.__getitem__)
        assert list(failures([added], self.read, {DUG: shown, DRANK: others}.__getitem__)) == []
        assert (missed.wanted, wrong.wanted) == ("fires", "silent")

    def read(self, claims: object = ()) -> Extraction:
        kept = tuple(claims) if isinstance(claims, list) else ()
        return Extraction(producer=Producer(version="0"), article=self.ARTICLE, claims=kept)


def test_a_group_may_be_extended() -> None:
    text = f'[[population]]\nid = "civilian"\nextend = true\nwords = ["dowser"]\n{EXAMPLES}'
    group = load(write(text)).populations.groups["civilian"]

    assert isinstance(group, Population)
    assert "dowser" in group.words
    assert "soldier" in group.disjoint
