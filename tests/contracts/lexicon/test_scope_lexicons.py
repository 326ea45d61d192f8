"""Every entry of the lexicons of scope fires on its own examples and keeps quiet on the look-alikes beside them."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.calendar import CalendarEntry
from claimx.lexicon.certainty import CertaintyEntry
from claimx.lexicon.counting import CountingEntry
from claimx.lexicon.entry import Entry
from claimx.lexicon.event_kinds import EventKind
from claimx.lexicon.holders import HolderEntry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.places import PlaceEntry
from claimx.lexicon.populations import Demonyms, Population, read_populations
from claimx.lexicon.series import SeriesEntry, StatusEntry
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.event_mentions import MentionFinder
from claimx.pipeline.scope.where import find_places
from claimx.pipeline.scope.words import load_date_words, load_event_words, load_place_words
from claimx.records import Extraction
from claimx.textual.dates import find_dates

Extract = Callable[..., Extraction]

ANTECEDENT = {
    "territory": "Crimea was calm. ",
    "country": "Trouble reached Peru. ",
    "city": "Trouble reached Antalya. ",
    "region": "Trouble reached Ontario. ",
}


def cases(file: str, kind: type[Entry]) -> list[object]:
    return [
        pytest.param(entry, sentence, fires, id=f"{entry.id} {'fires' if fires else 'is silent'}: {sentence}")
        for entry in read_entries(lexicon_folder() / file, kind)
        for fires, sentences in ((True, entry.fires), (False, entry.silent))
        for sentence in sentences
    ]


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("populations.toml", Population))
def test_populations(entry: Population, sentence: str, fires: bool) -> None:
    assert (entry.id in read_populations().groups_in(sentence)) == fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("demonyms.toml", Demonyms))
def test_demonyms(entry: Demonyms, sentence: str, fires: bool) -> None:
    tags = {words[0] for words in entry.peoples.values()}

    assert bool(tags & set(read_populations().groups_in(sentence))) == fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("calendar.toml", CalendarEntry))
def test_calendar(entry: CalendarEntry, sentence: str, fires: bool) -> None:
    assert entry.words
    assert bool(find_dates(sentence, load_date_words(), published="2024-03-26")) == fires


def parsed(nlp: Language, text: str) -> Doc:
    with nlp.select_pipes(disable=[name for name in nlp.pipe_names if name.startswith("claimx_")]):
        return nlp(text)


def shows(entry: PlaceEntry, sentence: str, mentions: tuple[PlaceMention, ...]) -> bool:
    """Whether the words of an entry did at this sentence what their kind says."""
    named = [each for each in mentions if each.role != "people"]
    texts = [sentence[each.start : each.end].casefold() for each in named]
    words = [word.casefold() for word in entry.words]
    roles = {each.role for each in named}
    return {
        "alias": entry.name in {each.name for each in named},
        "region_of_world": bool(set(texts) & set(words)),
        "world": "World" in {each.name for each in named},
        "generic": bool(set(texts) & set(words)),
        "feature_before": any(text.startswith(word) for text in texts for word in words),
        "inside": "inside" in roles,
        "part_word": "inside" in roles,
        "toward": "toward" in roles,
        "people_word": "actor" in roles,
        "no_place": not named,
        "settlement_word": any(text.startswith(("old ", "new ")) for text in texts),
        "namesake_word": not named,
        "speech_word": "venue" in roles,
        "talk_word": "venue" in roles,
    }.get(entry.kind, any(text.endswith(word) and text != word for text in texts for word in words))


PLACES = cases("places.toml", PlaceEntry)
PARTLY = [each for each in PLACES if each.values[0].kind == "partly_word"]


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), [each for each in PLACES if each not in PARTLY])
def test_places(nlp: Language, entry: PlaceEntry, sentence: str, fires: bool) -> None:
    text = ANTECEDENT.get(entry.refers or "", "") + sentence
    mentions = find_places(parsed(nlp, text), load_place_words(), load_event_words())

    assert shows(entry, text, mentions) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), PARTLY)
def test_where_most_of_it_was_is_not_where_it_was(
    extract: Extract, entry: PlaceEntry, sentence: str, fires: bool
) -> None:
    [claim] = extract(sentence).claims
    last = sentence.removesuffix(".").split()[-1]

    assert entry.kind == "partly_word"
    assert claim.where is not None
    assert (claim.where.name != last) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("event_kinds.toml", EventKind))
def test_event_kinds(nlp: Language, entry: EventKind, sentence: str, fires: bool) -> None:
    mentions = MentionFinder(parsed(nlp, sentence), load_event_words(), (), (), ()).find()

    assert (entry.id in {each.kind.id for each in mentions}) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("certainty.toml", CertaintyEntry))
def test_certainty(extract: Extract, entry: CertaintyEntry, sentence: str, fires: bool) -> None:
    found = {claim.certainty for claim in extract(sentence).claims}

    assert found, "no claim to be sure of"
    assert (entry.certainty in found) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("series.toml", SeriesEntry))
def test_series(extract: Extract, entry: SeriesEntry, sentence: str, fires: bool) -> None:
    found = {(claim.metric, claim.series) for claim in extract(sentence).claims}

    assert ((entry.id, entry.usual) in found) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("status.toml", StatusEntry))
def test_status(extract: Extract, entry: StatusEntry, sentence: str, fires: bool) -> None:
    found = {claim.status for claim in extract(sentence).claims}

    assert found, "no claim to tell the standing of"
    assert (entry.status in found) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("holders.toml", HolderEntry))
def test_holders(extract: Callable[..., Extraction], entry: HolderEntry, sentence: str, fires: bool) -> None:
    claims = extract(sentence).claims
    who = claims[-1].who.text.split() if claims and claims[-1].who else []

    assert (entry.who in who) == fires


@pytest.mark.model
@pytest.mark.parametrize(("entry", "sentence", "fires"), cases("counting.toml", CountingEntry))
def test_counting(extract: Extract, entry: CountingEntry, sentence: str, fires: bool) -> None:
    assert entry.words
    assert any(claim.counting for claim in extract(sentence).claims) == fires
