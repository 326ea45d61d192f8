"""Which entries of cue words and of nouns for speakers show in a text."""

import pytest
from spacy.language import Language

from claimx.pipeline.quotes.words import load_cue_words
from claimx.pipeline.speakers.vocabulary import load_speaker_words
from claimx.pipeline.spoken import spoken_entries

pytestmark = pytest.mark.model


def shown(text: str, nlp: Language) -> set[tuple[str, str]]:
    return set(spoken_entries(nlp(text), load_cue_words(), load_speaker_words()))


@pytest.mark.parametrize(
    ("text", "there", "not_there"),
    [
        ("The bakers denied that they were late.", ("cue_verb", "deny"), ("cue_noun", "claim")),
        ("“We were late,” the baker conceded.", ("cue_verb", "admit"), ("cue_verb", "say")),
        ("The bakers' claim that flour is dear drew laughter.", ("cue_noun", "claim"), ("cue_verb", "state")),
        ("According to the bakers, flour is dear.", ("cue_phrase", "according-to"), ("cue_phrase", "in-the-words-of")),
        ("The audit counted 31 missing sacks.", ("cue_verb", "count"), ("cue_noun", "claim")),
        ("Two envoys said flour was dear.", ("speaker_noun", "minister"), ("speaker_noun", "work")),
        ("The prime minister said flour was dear.", ("speaker_noun", "prime-minister"), ("speaker_noun", "report")),
        ("The ministry said flour was dear.", ("speaker_noun", "government"), ("speaker_noun", "minister")),
    ],
)
def test_an_entry_shows_where_its_words_do_its_work(
    text: str, there: tuple[str, str], not_there: tuple[str, str], nlp: Language
) -> None:
    found = shown(text, nlp)

    assert there in found
    assert not_there not in found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("The bakers said that flour was dear.", "say"),
        ("The bakers warned against a new tax.", "warn"),
        ("The bakers warned shops to close.", "ask-to"),
        ("The bakers called for cheaper flour.", "call-for"),
        ("The bakers called the tax “a folly”.", "call-name"),
    ],
)
def test_of_entries_that_share_a_verb_that_one_shows_which_takes_what_follows(
    text: str, meant: str, nlp: Language
) -> None:
    assert [name for kind, name in sorted(shown(text, nlp)) if kind == "cue_verb"] == [meant]


@pytest.mark.parametrize(
    "text", ["", "\n", "The claim was filed late.", "The minister left at noon.", "He had no say in it. “", "31 sacks."]
)
def test_words_at_which_nobody_speaks_show_nothing(text: str, nlp: Language) -> None:
    assert shown(text, nlp) == set()
