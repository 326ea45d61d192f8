"""One list of speakers: who is who."""

import pytest
from spacy.language import Language

from claimx.pipeline.layers import Layers, SpeakerLayer

pytestmark = pytest.mark.model


def speakers(nlp: Language, text: str) -> dict[str, SpeakerLayer]:
    return {speaker.name: speaker for speaker in Layers.of(nlp(text)).speakers}


def by_quote(nlp: Language, text: str) -> list[str | None]:
    """The speaker of each quotation, in order."""
    layers = Layers.of(nlp(text))
    return [None if quote.speaker is None else layers.speakers[quote.speaker].name for quote in layers.quotes]


@pytest.mark.parametrize(
    "later",
    ["Sabbagh", "Al-Sabbagh", "Al Sabbagh", "Mr. Sabbagh", "The spokesman", "He"],
)
def test_later_mentions_are_the_same_person(nlp: Language, later: str) -> None:
    text = f"Foreign ministry spokesman Karim al-Sabbagh said the talks went on. {later} said the envoys would stay."

    assert by_quote(nlp, text) == ["Karim al-Sabbagh", "Karim al-Sabbagh"]


def test_office_before_the_name(nlp: Language) -> None:
    text = (
        "The foreign ministry spokesperson said the talks went on. "
        "Foreign Ministry Spokesperson Karim Sabbagh left at noon. He said the envoys would stay."
    )

    assert by_quote(nlp, text) == ["Karim Sabbagh", "Karim Sabbagh"]


def test_office_after_the_name(nlp: Language) -> None:
    text = "Odile Marsh, the mayor of Tarn, said the bridge was gone. The mayor said it would be rebuilt."

    assert by_quote(nlp, text) == ["Odile Marsh", "Odile Marsh"]


def test_another_office_is_somebody_else(nlp: Language) -> None:
    text = "Mayor Odile Marsh said the bridge was gone. A spokesman for the police said it would be rebuilt."

    assert len(set(by_quote(nlp, text))) == 2


def test_office_of_another_country_is_somebody_else(nlp: Language) -> None:
    text = "Norwegian Prime Minister Ola Brandt said the pact was dead. The Danish prime minister said it was not."

    assert len(set(by_quote(nlp, text))) == 2


def test_she_is_not_he(nlp: Language) -> None:
    text = "Mrs. Odile Marsh said the bridge was gone. Mr. Ivo Brandt said it stood. She said he was wrong."

    assert by_quote(nlp, text)[-1] == "Odile Marsh"


def test_group_is_the_body(nlp: Language) -> None:
    text = "Amnesty International said the camp was closed. The group said the water was foul."

    assert len(set(by_quote(nlp, text))) == 1


def test_capital_is_the_government(nlp: Language) -> None:
    text = "Norway said the talks went on. Oslo said the envoys would stay."

    assert by_quote(nlp, text) == ["Norway", "Norway"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karim Sabbagh said the port was open.", "person"),
        ("The United Nations said the port was open.", "organization"),
        ("Norway said the port was open.", "government"),
        ("A report said the port was open.", "document"),
        ("Residents said the port was open.", "collective"),
        ("A source said the port was open.", "anonymous"),
        ("The prime minister said the port was open.", "person"),
    ],
)
def test_kind(nlp: Language, text: str, kind: str) -> None:
    assert [speaker.kind for speaker in Layers.of(nlp(text)).speakers] == [kind]


def test_role(nlp: Language) -> None:
    person = speakers(nlp, "Finance minister Karim Sabbagh said the port was open.")["Karim Sabbagh"]

    assert person.role == "Finance minister"


def test_role_before_a_country(nlp: Language) -> None:
    assert by_quote(nlp, "Mediator Norway said the talks went on. Norway said the envoys would stay.") == ["Norway"] * 2


def test_affiliation(nlp: Language) -> None:
    person = speakers(nlp, "Norway’s finance minister Karim Sabbagh said the port was open.")["Karim Sabbagh"]

    assert person.affiliation == "Norway"


def test_lower_case_newswire(nlp: Language) -> None:
    text = 'Attorney general rosa ibanez said that the door was "never locked." ibanez added that it was old.'

    names = by_quote(nlp, text)

    assert len(set(names)) == 1


def test_cut_name_goes_on(nlp: Language) -> None:
    text = (
        "The terms are fair, Sheikh Salim bin Rashid bin confirmed on Monday Nasser al Hadi. Al Hadi said he was glad."
    )

    assert by_quote(nlp, text)[-1] == "Salim bin Rashid bin Nasser al Hadi"


def test_names_are_unique(nlp: Language) -> None:
    layers = Layers.of(
        nlp("A witness said the bridge fell. A nurse said it was late. A witness said the road was wet.")
    )
    names = [speaker.name for speaker in layers.speakers]

    assert len(names) == len(set(names))


def test_mentions_are_in_order_and_slice(nlp: Language) -> None:
    text = "Odile Marsh said the bridge was gone. Marsh said it was old. She said nobody was hurt."
    (person,) = Layers.of(nlp(text)).speakers

    assert [text[each.start : each.end] for each in person.mentions] == ["Odile Marsh", "Marsh", "She"]
