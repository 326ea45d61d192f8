"""Cue words by lemma: forms that the lexicon gives, entries that share a word, and the words of packs."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.errors import LexiconError
from claimx.lexicon.cues import CueNouns, CueVerbs
from claimx.lexicon.packs import Table, check_words, read_packs
from claimx.pipeline.quotes.words import load_cue_words, make_cue_words

EXAMPLES = {"fires": ("abc",), "silent": ("abc",)}
PACK = '[[cue_verb]]\nid = "wells"\nmeaning = "warn"\nverbs = ["say", "gurgle"]\nfires = ["abc"]\nsilent = ["abc"]\n'


def verbs(*written: str) -> CueVerbs:
    return CueVerbs.model_validate({"id": "x", "meaning": "say", "verbs": written, **EXAMPLES})


def nouns(*written: str) -> CueNouns:
    return CueNouns.model_validate({"id": "x", "meaning": "say", "nouns": written, **EXAMPLES})


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
    words = make_cue_words([], [nouns("dictum:dicta", "plea")], [])

    assert set(words.nouns) == {"dictum", "dicta", "plea"}


@given(written=st.text(alphabet="aey:- ’\t", max_size=9))
def test_any_verb_is_refused_or_looked_up(written: str) -> None:
    with suppress(LexiconError, ValidationError):
        check_words(Table("cue_verb", {"verbs": [written]}, "wells.toml", "x"))
        words = make_cue_words([verbs(written)], [], [])

        assert written.partition(":")[0] in words.verbs
        assert set(words.forms.values()) <= words.openers


@given(written=st.text(alphabet="aey:- ’\t", max_size=9))
def test_any_noun_is_refused_or_looked_up(written: str) -> None:
    with suppress(LexiconError, ValidationError):
        check_words(Table("cue_noun", {"nouns": [written]}, "wells.toml", "x"))

        assert written.partition(":")[0] in make_cue_words([], [nouns(written)], []).nouns


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
