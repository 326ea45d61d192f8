"""Every metric entry, noun class and word list holds in its sentences, and in none of the look-alikes."""

import re
from collections.abc import Callable

import pytest
from spacy.language import Language

from claimx.lexicon.entry import Entry
from claimx.lexicon.inflect import noun_forms
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.metrics import MetricEntry, NounEntry, SettingEntry
from claimx.pipeline.layers import Candidate, Layers

pytestmark = pytest.mark.model
NOUNS = read_entries(lexicon_folder() / "nouns.toml", NounEntry)
WORDS = read_entries(lexicon_folder() / "metric_words.toml", SettingEntry)


def cases(entries: tuple[Entry, ...]) -> list[object]:
    return [
        pytest.param(entry, sentence, fires, id=f"{entry.id}-{sentence[:24]}")
        for entry in entries
        for fires, sentences in ((True, entry.fires), (False, entry.silent))
        for sentence in sentences
    ]


@pytest.fixture(scope="module")
def candidates(nlp: Language) -> Callable[[str], tuple[Candidate, ...]]:
    return lambda sentence: Layers.of(nlp(sentence)).candidates


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(load_lexicon().metrics.entries))
def test_metric(
    entry: MetricEntry, sentence: str, *, fires: bool, candidates: Callable[[str], tuple[Candidate, ...]]
) -> None:
    found = [each for each in candidates(sentence) if each.rule == entry.id]

    assert bool(found) is fires
    assert all(each.metric == entry.metric for each in found)


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(NOUNS))
def test_noun(
    entry: NounEntry, sentence: str, *, fires: bool, candidates: Callable[[str], tuple[Candidate, ...]]
) -> None:
    forms = {form for word in entry.words for form in noun_forms(word)}
    heads = [
        (sentence[each.head.start : each.head.end].casefold(), each.unit) for each in candidates(sentence) if each.head
    ]
    of_people = [head for head, unit in heads if head in forms and unit == "people"]
    of_things = [head for head, unit in heads if head in forms and unit != "people"]

    as_told = {"person": bool(of_people), "animal": bool(of_things), "uncounted": not of_people and not of_things}
    counted = any(re.search(rf"\b{form}\b", sentence.casefold()) for form in forms)
    assert (counted and as_told[entry.kind]) is fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(WORDS))
def test_words(entry: SettingEntry, sentence: str, *, fires: bool) -> None:
    lower = sentence.casefold()

    assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", lower) for word in entry.words) is fires
