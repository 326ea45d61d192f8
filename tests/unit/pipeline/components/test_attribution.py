"""Sources of figures."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers

pytestmark = pytest.mark.model


def sources(nlp: Language, text: str) -> list[list[str]]:
    """The sources of each figure, the nearest first."""
    layers = Layers.of(nlp(text))
    return [[text[source.start : source.end] for source in each] for each in layers.sources]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 40 people were killed.", [["Police"]]),
        ("Forty people were killed, police said.", [["police"]]),
        ("The flood killed 40 people, according to the Red Cross.", [["the Red Cross"]]),
        ("According to hospital officials, the flood killed 40 people.", [["hospital officials"]]),
        ("“The flood killed 40 people here,” Mayor Odile Marsh said.", [["Mayor Odile Marsh"]]),
        ("The flood killed 40 people, as confirmed by the ministry.", [["the ministry"]]),
        ("Norway believes about 40 people remain missing.", [["Norway"]]),
        ("The ministry reported 40 deaths.", [["The ministry"]]),
        ("The survey counted 40 destroyed homes.", [["The survey"]]),
        ("The flood killed 40 people.", [[]]),
        ("Prosecutors charged 40 people over the flood.", [[]]),
        ("The warden warned against a raid on Tarn, where 4,000 people live.", [[]]),
    ],
)
def test_named_in_the_sentence(nlp: Language, text: str, expected: list[list[str]]) -> None:
    assert sources(nlp, text) == expected


def test_two_sources_the_nearest_first(nlp: Language) -> None:
    (found,) = sources(nlp, "The mayor said that police had reported 40 deaths.")

    assert found == ["police", "The mayor"]


def test_chain_to_the_origin(nlp: Language) -> None:
    text = "The flood killed 40 people, according to a Reuters tally of official figures."
    (found,) = Layers.of(nlp(text)).sources

    assert [text[each.start : each.end] for each in found[0].chain] == ["Reuters", "official figures"]


def test_source_is_its_own_chain(nlp: Language) -> None:
    text = "Police said 40 people were killed."
    (found,) = Layers.of(nlp(text)).sources

    assert [text[each.start : each.end] for each in found[0].chain] == ["Police"]


def test_document_goes_on(nlp: Language) -> None:
    text = "The census found that 310 homes burned. Another 40 homes were damaged."

    assert sources(nlp, text) == [["The census"], ["The census"]]


def test_person_does_not_go_on(nlp: Language) -> None:
    text = "The mayor said that 310 homes burned. Another 40 homes were damaged."

    assert sources(nlp, text) == [["The mayor"], []]


def test_never_reaches_back(nlp: Language) -> None:
    text = "Another 40 homes were damaged. The census found that 310 homes burned."

    assert sources(nlp, text)[0] == []


def test_speaker_of_a_source(nlp: Language) -> None:
    text = "Mayor Odile Marsh said 40 people were killed."
    layers = Layers.of(nlp(text))

    assert layers.speakers[layers.sources[0][0].speaker].name == "Odile Marsh"


def test_one_tuple_for_each_candidate(nlp: Language) -> None:
    layers = Layers.of(nlp("Police said 40 people were killed. The storm injured 12 people."))

    assert len(layers.sources) == len(layers.candidates) == 2
