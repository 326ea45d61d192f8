"""Nouns for speakers: plurals, entries that share a noun, and the nouns of packs."""

from pathlib import Path

import pytest

from claimx.lexicon.packs import read_packs
from claimx.pipeline.attribution.vocabulary import load_source_vocabulary
from claimx.pipeline.speakers.vocabulary import SpeakerWords, load_speaker_words

EXAMPLES = 'fires = ["abc"]\nsilent = ["abc"]\n'
PACK = f"""[[speaker_noun]]
id = "courts"
kind = "organization"
nouns = ["bench", "mayor"]
{EXAMPLES}
[[speaker_noun]]
id = "alumni"
kind = "role"
same = "graduate"
gender = "f"
nouns = ["alumna:alumnae", "old girl"]
{EXAMPLES}"""


@pytest.fixture
def words(tmp_path: Path) -> SpeakerWords:
    (tmp_path / "courts.toml").write_text(PACK, encoding="utf-8")
    return load_speaker_words(read_packs([str(tmp_path)]))


def test_a_noun_of_a_pack_is_known_in_both_numbers(words: SpeakerWords) -> None:
    one, many = words.nouns["bench"], words.nouns["benches"]

    assert (one.kind, one.same, one.entry) == ("organization", "bench", "courts")
    assert (many.kind, many.same, many.entry) == ("organization", "bench", "courts")
    assert "bench" not in load_speaker_words().nouns


def test_an_irregular_plural_is_the_one_that_is_given(words: SpeakerWords) -> None:
    one, many = words.nouns["alumna"], words.nouns["alumnae"]

    assert (one.kind, one.same, one.gender) == ("role", "graduate", "f")
    assert (many.kind, many.same, many.gender) == ("collective", "graduate", "f")
    assert not {"alumnas", "alumna:alumnae"} & set(words.nouns)
    assert words.nouns["old girls"].kind == "collective"


def test_a_noun_that_ships_goes_by_the_pack(words: SpeakerWords) -> None:
    assert load_speaker_words().nouns["mayor"].kind == "role"
    assert words.nouns["mayor"].kind == words.nouns["mayors"].kind == "organization"


def test_all_other_nouns_are_those_that_ship(words: SpeakerWords) -> None:
    shipped = load_speaker_words().nouns
    changed = {noun for noun in {*words.nouns, *shipped} if words.nouns.get(noun) != shipped.get(noun)}

    assert changed == {
        "bench", "benches", "mayor", "mayors", "alumna", "alumnae", "old girl", "old girls",
    }  # fmt: skip


def test_sources_of_figures_go_by_the_same_nouns(words: SpeakerWords, tmp_path: Path) -> None:
    assert load_source_vocabulary(read_packs([str(tmp_path)])).speakers is words
