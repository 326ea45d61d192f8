"""Cue words by lemma: forms that the lexicon gives, entries that share a word, and the words of packs."""

from pathlib import Path

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.lexicon.cues import CueNouns, CueVerbs
from claimx.lexicon.packs import read_packs
from claimx.pipeline.quotes.words import load_cue_words, make_cue_words

EXAMPLES = {"fires": ("abc",), "silent": ("abc",)}
PACK = '[[cue_verb]]\nid = "wells"\nmeaning = "warn"\nverbs = ["say", "gurgle"]\nfires = ["abc"]\nsilent = ["abc"]\n'


def verbs(*written: str) -> CueVerbs:
    return CueVerbs.model_validate({"id": "x", "meaning": "say", "verbs": written, **EXAMPLES})


def token(word: str, lemma: str, *after: str) -> Doc:
    return Doc(English().vocab, words=[word, *after], lemmas=[lemma, *after])


@pytest.mark.parametrize("form", ["aver", "avers", "averred", "averring", "Averred"])
def test_a_verb_given_with_its_forms_is_known_whatever_the_lemmatizer_makes_of_it(form: str) -> None:
    words = make_cue_words([verbs("aver:averred")], [], [])

    assert words.verb(token(form, "averre")[0]) is words.verbs["aver"]


def test_a_verb_of_two_words_may_give_the_forms_of_its_first() -> None:
    words = make_cue_words([verbs("stand by:stood by")], [], [])
    stood = token("stood", "stoo", "by")

    assert words.lemma(stood[0]) == "stand"
    assert words.verb(stood[0]) is words.verbs["stand by"]
    assert words.verb(token("stood", "stoo", "up")[0]) is None


def test_other_verbs_go_by_their_lemma() -> None:
    words = make_cue_words([verbs("gurgle")], [], [])

    assert words.forms == {}
    assert words.verb(token("gurgled", "gurgle")[0]) is words.verbs["gurgle"]
    assert words.verb(token("gurgle", "gurgl")[0]) is None


def test_a_noun_may_give_its_plural() -> None:
    entry = CueNouns.model_validate({"id": "x", "meaning": "say", "nouns": ("dictum:dicta", "plea"), **EXAMPLES})
    words = make_cue_words([], [entry], [])

    assert set(words.nouns) == {"dictum", "dicta", "plea"}


def test_what_ships_gives_no_forms() -> None:
    assert load_cue_words().forms == {}


class TestPacks:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> str:
        (tmp_path / "wells.toml").write_text(PACK, encoding="utf-8")
        return str(tmp_path)

    def test_their_words_come_to_those_that_ship(self, folder: str) -> None:
        words, shipped = load_cue_words(read_packs([folder])), load_cue_words()

        assert set(words.verbs) == {*shipped.verbs, "gurgle"}
        assert (words.nouns, words.phrases, words.speakers) == (shipped.nouns, shipped.phrases, shipped.speakers)

    def test_of_two_entries_that_hold_a_word_theirs_tells_its_sense(self, folder: str) -> None:
        senses = [words.verbs["say"] for words in (load_cue_words(read_packs([folder])), load_cue_words())]

        assert [sense.meaning("nothing that it takes") for sense in senses] == ["warn", "say"]
        assert senses[0].complements == senses[1].complements, "complements add up"

    def test_they_are_loaded_once(self, folder: str) -> None:
        assert load_cue_words(read_packs([folder])) is load_cue_words(read_packs([folder]))
