"""Quotations: what is said, by whom, by which cue."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers, Offsets, QuoteLayer

pytestmark = pytest.mark.model


def read(nlp: Language, text: str) -> list[QuoteLayer]:
    return list(Layers.of(nlp(text)).quotes)


def words(text: str, span: Offsets | QuoteLayer | None) -> str | None:
    return text[span.start : span.end] if span is not None else None


def told(nlp: Language, text: str, *, indirect: bool = False) -> list[tuple[str | None, ...]]:
    """Words, mention and cue of each quotation of a text."""
    return [
        (words(text, quote), words(text, quote.mention), words(text, quote.cue))
        for quote in read(nlp, text)
        if (quote.kind == "indirect") is indirect
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The weir held,” the engineer said.", [("The weir held,", "the engineer", "said")]),
        ("“The weir held,” said Odile Marsh.", [("The weir held,", "Odile Marsh", "said")]),
        ("“The weir held,” Marsh told reporters on Friday.", [("The weir held,", "Marsh", "told")]),
        ("Marsh said: “The weir held.”", [("The weir held.", "Marsh", "said")]),
        ("In a note to staff, Marsh wrote, “The weir held.”", [("The weir held.", "Marsh", "wrote")]),
        (
            "According to the warden, “the weir held all night”.",
            [("the weir held all night", "the warden", "According to")],
        ),
        (
            "“The weir held,” Marsh said, “but the mill is gone.”",
            [("The weir held,", "Marsh", "said"), ("but the mill is gone.", "Marsh", "said")],
        ),
        (
            "“The weir held,” Marsh said. “The mill is gone.”",
            [("The weir held,", "Marsh", "said"), ("The mill is gone.", "Marsh", "said")],
        ),
        ("Odile Marsh, the warden, said the weir was “as good as new”.", [("as good as new", "Odile Marsh", "said")]),
        (
            "Marsh called the repair “a bad joke” and said it had “cost lives”.",
            [("a bad joke", "Marsh", "called"), ("cost lives", "Marsh", "said")],
        ),
    ],
)
def test_cue_beside(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(nlp, text) == expected


def test_participle_takes_the_speaker_of_its_sentence(nlp: Language) -> None:
    text = "The warden said the noise was loud, adding, “We all ran.”"

    assert told(nlp, text) == [("We all ran.", "The warden", "adding")]


def test_cue_in_the_paragraph_before(nlp: Language) -> None:
    text = "The council voted on Monday. The mayor said:\n\n“We will rebuild the bridge before the winter.”"

    assert told(nlp, text) == [("We will rebuild the bridge before the winter.", "The mayor", "said")]


def test_run_under_one_cue(nlp: Language) -> None:
    text = "“The bridge is gone,” the mayor said.\n\n“We will rebuild it before the winter comes.”"

    assert [mention for _, mention, _ in told(nlp, text)] == ["the mayor", "the mayor"]


@pytest.mark.parametrize(
    "text",
    [
        "The film “Northern Harbour” opens the festival.",
        "The smuggler known as “the Heron” fled.",
        "A ship called “Grey Swan” sank.",
        "The “smart” city has no trees.",
        "The word “weir” is old.",
        "They met on the talk show “Night Desk” in May.",
    ],
)
def test_titles_nicknames_and_terms_are_silent(nlp: Language, text: str) -> None:
    assert told(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said that the bridge had fallen.", [("the bridge had fallen", "The mayor", "said")]),
        ("The bridge had fallen, the mayor said.", [("The bridge had fallen", "the mayor", "said")]),
        (
            "The bridge, the mayor said, had fallen.",
            [("The bridge", "the mayor", "said"), ("had fallen", "the mayor", "said")],
        ),
        ("According to the mayor, the bridge had fallen.", [("the bridge had fallen", "the mayor", "According to")]),
        ("The council urged drivers to stay at home.", [("drivers to stay at home", "The council", "urged")]),
        ("The ministry announced the closure of the port.", [("the closure of the port", "The ministry", "announced")]),
        ("The firm assured residents that the well was clean.", [("the well was clean", "The firm", "assured")]),
        ("TARN, Norway, May 3 (Meridian) — The bridge fell, police said.", [("The bridge fell", "police", "said")]),
    ],
)
def test_indirect(nlp: Language, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert told(nlp, text, indirect=True) == expected


@pytest.mark.parametrize(
    "text", ["The mayor opened the bridge.", "The theatre admits children.", "He has no say in it."]
)
def test_no_reported_speech(nlp: Language, text: str) -> None:
    assert read(nlp, text) == []


def test_whole_clause_around_a_fragment(nlp: Language) -> None:
    text = "The mayor said the bridge was “gone for good” since March."
    clause, fragment = read(nlp, text)

    assert (clause.kind, words(text, clause)) == ("indirect", "the bridge was “gone for good” since March")
    assert (fragment.kind, words(text, fragment)) == ("mixed", "gone for good")
    assert (clause.cue, clause.mention) == (fragment.cue, fragment.mention)


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“The weir held,” Marsh told Reuters.", "Reuters"),
        ("“The weir held,” she said, as cited by the BBC.", "BBC"),
        ("“The weir held,” Marsh told the crew.", None),
    ],
)
def test_via(nlp: Language, text: str, via: str | None) -> None:
    assert {words(text, quote.via) for quote in read(nlp, text)} == {via}


def test_innermost_act_of_speaking_quotes(nlp: Language) -> None:
    text = "The mayor said that the engineer had called the bridge “a death trap”."

    assert [mention for content, mention, _ in told(nlp, text) if content == "a death trap"] == ["the engineer"]


def test_order_and_uniqueness(nlp: Language) -> None:
    quotes = read(nlp, "“No,” Marsh said. “Never.” The mayor said she was “wrong” and that it was “late”.")

    keys = [(quote.start, -quote.end, quote.kind) for quote in quotes]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("“The weir held,” Marsh said.", []),
        ("Marsh said “the weir held. The water fell.", ["a quotation mark has no partner"]),
    ],
)
def test_marks_without_a_partner_are_noted(nlp: Language, text: str, messages: list[str]) -> None:
    assert [note.message for note in Layers.of(nlp(text)).notes] == messages
