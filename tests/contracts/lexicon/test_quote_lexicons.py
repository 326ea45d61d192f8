"""Every entry about quotations, speakers and sources holds in its sentences, and in none of the look-alikes."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.cues import CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.entry import Entry
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.packs import EntryName
from claimx.lexicon.source_words import SourceWords
from claimx.lexicon.speakers import Agencies, SpeakerNouns, Titles
from claimx.pipeline.layers import Layers
from claimx.pipeline.read import Reader
from claimx.records import make_article
from claimx.textual.quotemarks import pair_marks

pytestmark = pytest.mark.model
LEXICON = load_lexicon()


def cases(entries: tuple[Entry, ...]) -> list[object]:
    return [
        pytest.param(entry, sentence, fires, id=f"{entry.id}-{sentence[:24]}")
        for entry in entries
        for fires, sentences in ((True, entry.fires), (False, entry.silent))
        for sentence in sentences
    ]


def shows(name: EntryName, sentence: str, reader: Reader) -> bool:
    """Whether an entry shows in a sentence, told as for the entries of packs."""
    return name in reader.spoken(make_article(sentence))


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.cue_verbs))
def test_cue_verbs(entry: CueVerbs, sentence: str, *, fires: bool, reader: Reader) -> None:
    assert shows(("cue_verb", entry.id), sentence, reader) is fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.cue_nouns))
def test_cue_nouns(entry: CueNouns, sentence: str, *, fires: bool, reader: Reader) -> None:
    assert shows(("cue_noun", entry.id), sentence, reader) is fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.cue_phrases))
def test_cue_phrases(entry: CuePhrase, sentence: str, *, fires: bool, reader: Reader) -> None:
    assert shows(("cue_phrase", entry.id), sentence, reader) is fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.speaker_nouns))
def test_speaker_nouns(entry: SpeakerNouns, sentence: str, *, fires: bool, reader: Reader) -> None:
    assert shows(("speaker_noun", entry.id), sentence, reader) is fires


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.titles))
def test_titles(entry: Titles, sentence: str, *, fires: bool, nlp: Language) -> None:
    layers = Layers.of(nlp(sentence))
    written = [sentence[each.start : each.end] for speaker in layers.speakers for each in speaker.mentions]
    words = {word.casefold().strip(".") for mention in written for word in mention.replace("-", " ").split()}
    kept = {word.casefold() for speaker in layers.speakers for word in speaker.name.replace("-", " ").split()}

    assert layers.speakers
    assert bool(words & set(entry.words)) is fires
    assert entry.part != "title" or not kept & set(entry.words)


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.agencies))
def test_agencies(entry: Agencies, sentence: str, *, fires: bool, nlp: Language) -> None:
    heard = [quote.via for quote in Layers.of(nlp(sentence)).quotes if quote.via is not None]

    assert any(sentence[via.start : via.end] in entry.names for via in heard) is fires


def _no_marks(doc: Doc) -> bool:
    elisions = LEXICON.source_words_for("elision")
    return not pair_marks(doc.text, [(0, len(doc.text))], elisions=elisions).marked


def _no_quote(doc: Doc) -> bool:
    return not any(quote.kind != "indirect" for quote in Layers.of(doc).quotes)


def _all_named(doc: Doc) -> bool:
    return all(quote.mention is not None for quote in Layers.of(doc).quotes)


def _mentioned_inside(doc: Doc) -> bool:
    return any(quote.mention is not None and quote.mention.start > 0 for quote in Layers.of(doc).quotes)


def _clause_cut(doc: Doc) -> bool:
    return not any(quote.end == len(doc.text) - 1 for quote in Layers.of(doc).quotes)


def _content_far_from_cue(doc: Doc) -> bool:
    return any(quote.cue is not None and quote.start > quote.cue.end + 1 for quote in Layers.of(doc).quotes[:1])


def _reported_whole(doc: Doc) -> bool:
    return any(quote.kind == "indirect" and quote.end == len(doc.text) - 1 for quote in Layers.of(doc).quotes)


def _anonymous(doc: Doc) -> bool:
    return any(speaker.kind == "anonymous" for speaker in Layers.of(doc).speakers)


def _last_is_another(doc: Doc) -> bool:
    return Layers.of(doc).quotes[0].speaker != Layers.of(doc).quotes[-1].speaker


def _said_through(doc: Doc) -> bool:
    return any(quote.via is not None for quote in Layers.of(doc).quotes)


def _last_sourced(doc: Doc) -> bool:
    return bool(Layers.of(doc).sources and Layers.of(doc).sources[-1])


def _last_not_sourced(doc: Doc) -> bool:
    return bool(Layers.of(doc).sources) and not Layers.of(doc).sources[-1]


def _last_chained(doc: Doc) -> bool:
    return len(Layers.of(doc).sources[-1][0].chain) > 1


def _one_speaker(doc: Doc) -> bool:
    return len({quote.speaker for quote in Layers.of(doc).quotes}) == 1 and len(Layers.of(doc).speakers) == 1


def _named_marsh(doc: Doc) -> bool:
    return [speaker.name for speaker in Layers.of(doc).speakers] == ["Odile Marsh"]


EFFECTS: dict[str, Callable[[Doc], bool]] = {
    "elision": _no_marks,
    "naming": _no_quote,
    "work": _no_quote,
    "measuring": _last_sourced,
    "poll": _last_sourced,
    "forecast": _last_sourced,
    "giving": _last_sourced,
    "citing": _last_chained,
    "share": _last_not_sourced,
    "provided": _last_sourced,
    "decree": _last_not_sourced,
    "personal": _named_marsh,
    "body": _one_speaker,
    "anaphor": _last_sourced,
    "other_time": _last_not_sourced,
    "inquiry": _last_sourced,
    "finding": _last_sourced,
    "additive": _last_sourced,
    "tag_form": _all_named,
    "media": _said_through,
    "station": _said_through,
    "bearer": _said_through,
    "leading": _mentioned_inside,
    "joint": _clause_cut,
    "hearer": _content_far_from_cue,
    "trade": _last_is_another,
    "headline": _named_marsh,
    "making": _reported_whole,
    "amid": _reported_whole,
    "unnamed": _anonymous,
}


@pytest.mark.parametrize(("entry", "sentence", "fires"), cases(LEXICON.source_words))
def test_source_words(entry: SourceWords, sentence: str, *, fires: bool, nlp: Language) -> None:
    assert EFFECTS[entry.use](nlp(sentence)) is fires
