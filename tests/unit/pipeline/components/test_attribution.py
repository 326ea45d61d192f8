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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A hospital spokesman, Imre Volt, put the number of wounded at 77.", [["A hospital spokesman, Imre Volt"]]),
        ("The regional governor put the death toll at 58.", [["The regional governor"]]),
        ("The latest toll, 64 dead, was given by the civil defence agency on Sunday.", [["the civil defence agency"]]),
        ("“We have counted 31 bodies,” said police chief Dana Merk.", [["police chief Dana Merk"]]),
        ("“They took 12 of our men,” said Ivo Brandt, a village elder in Korsa.", [["Ivo Brandt"]]),
        ("The number of injured is 52, per the fire service.", [["the fire service"]]),
        ("Per the coast guard, 19 migrants drowned off Salme.", [["the coast guard"]]),
        (
            "The quake killed 44 people, a tally kept by the Norden news agency shows.",
            [["a tally kept by the Norden news agency"]],
        ),
        (
            "At least 320 people have died, according to a Meridian tally of provincial health data.",
            [["a Meridian tally of provincial health data"]],
        ),
        ("The ministry said, citing hospital records, that 27 patients had died.", [["The ministry"]]),
        ("The Norden agency, quoting the interior minister, said 14 officers were killed.", [["The Norden agency"]]),
        ("Eleven fishermen are missing, state radio reported, citing the navy.", [["state radio"]]),
        (
            "Fighting killed 80 people, according to the army and a local monitoring group.",
            [["the army and a local monitoring group"]],
        ),
        (
            "Police said 15 people were killed, a figure confirmed by the city hospital.",
            [["Police", "the city hospital"]],
        ),
        ("A rescue official who asked not to be named said 22 bodies had been recovered.", [["A rescue official"]]),
        ("Witnesses spoke of at least nine dead.", [["Witnesses"]]),
        (
            "A report by the Audit Chamber found that 1,300 homes were never rebuilt.",
            [["A report by the Audit Chamber"]],
        ),
        ("The survey found 62 percent of farmers had lost livestock.", [["The survey"]]),
        ("Court records show that 41 protesters were charged.", [["Court records"]]),
        ("Data from the land registry show 950 farms were sold.", [["Data from the land registry"]]),
        ("Official figures put the number of displaced at 18,000.", [["Official figures"]]),
        (
            "Official statistics released on Monday show that 2,700 people were infected.",
            [["Official statistics released on Monday"]],
        ),
        ("The United Nations estimates that 1.2 million people need aid.", [["The United Nations"]]),
        ("Aid groups estimate 5,000 people are trapped in the town.", [["Aid groups"]]),
        ("By the ministry's count, 340 houses were destroyed.", [["the ministry's count"]]),
        ("By one estimate, 9,000 refugees crossed the river in May.", [["one estimate"]]),
        ("In its annual report, the agency counted 210 attacks.", [["the agency"]]),
        ("The blast wounded 35 people, hospital officials told the Norden agency.", [["hospital officials"]]),
        (
            "As many as 200 people were aboard, Coast Guard Captain Leo Marr said in a statement.",
            [["Coast Guard Captain Leo Marr"]],
        ),
        ("The mayor said 40 homes burned. She added that 12 people were hurt.", [["The mayor"], ["She"]]),
        ("The fire killed 29 people. The mayor said the bridge would be rebuilt.", [[]]),
        ("Rescuers pulled 17 survivors from the mine.", [[]]),
        ("Governor Pia Lund announced on Friday that 600 troops had arrived.", [["Governor Pia Lund"]]),
        ("The company confirmed it had lost 30 workers in the collapse.", [["The company"]]),
        ("The rebels claimed to have killed 35 soldiers.", [["The rebels"]]),
        ("The army denied that 16 civilians died in the raid.", [["The army"]]),
        (
            "The storm left 21 dead, said the head of the civil protection service, Anders Holm.",
            [["the head of the civil protection service, Anders Holm"]],
        ),
        (
            "A spokeswoman for the Red Crescent, Lena Aziz, told reporters 90 families were evacuated.",
            [["A spokeswoman for the Red Crescent, Lena Aziz"]],
        ),
        ("The death toll has climbed to 73, health officials say.", [["health officials"]]),
        (
            "Health officials say the death toll has climbed to 73, including 20 children.",
            [["Health officials"], ["Health officials"]],
        ),
        ("The governor visited Salme, where 400 homes burned, and said aid was on its way.", [[]]),
        ("The minister, who oversees 14 agencies, said the river was safe.", [[]]),
        ("The court, which has nine judges, ruled that the law was void.", [[]]),
        ("With officials reporting 12 deaths, the town closed its schools.", [["officials"]]),
        ("Reporting its results on Tuesday, the mill said it had cut 300 jobs.", [["the mill"]]),
        ("The airline reported a loss of $40 million.", [["The airline"]]),
        ("The mine reported losing 11 workers in the flood.", [["The mine"]]),
        ("He described seeing 35 bodies in the hall.", [["He"]]),
        ("The general acknowledged losing 26 tanks.", [["The general"]]),
        ("The bank estimates the damage at $3 billion.", [["The bank"]]),
        ("It was reported that 25 miners had been trapped.", [[]]),
        ("Reports said 25 miners had been trapped.", [["Reports"]]),
        ("Local media report 25 miners trapped.", [["Local media"]]),
        ("The crash killed six people, the Tarn Herald reported.", [["the Tarn Herald"]]),
        ("Two people were killed, the sheriff's office wrote on its website.", [["the sheriff's office"]]),
        ("Doctors at the Salme clinic counted 47 gunshot victims.", [["Doctors at the Salme clinic"]]),
        ("The ministry's website listed 118 infections.", [["The ministry's website"]]),
        ("The indictment says the gang stole $2 million.", [["The indictment"]]),
        ("An inquiry concluded that 96 fans had been crushed.", [["An inquiry"]]),
        ("The study, published in May, suggests 30,000 bees died.", [["The study"]]),
        ("A preliminary count indicated 5,600 votes for Okoro.", [["A preliminary count"]]),
        ("Nine people drowned, the official added.", [["the official"]]),
        ("“It was chaos,” said nurse Ada Finn, who treated 40 people that night.", [[]]),
        (
            "“The flood killed 40 people here,” said the mayor. “Another 12 are missing.”",
            [["the mayor"], ["the mayor"]],
        ),
        (
            "According to the report, 60 villages lost power. It said 12 bridges had collapsed.",
            [["the report"], ["It"]],
        ),
        ("In all, 71 people died in the fire, the inquest heard.", [[]]),
        ("Soldiers discovered 40 rifles in a barn.", [[]]),
        ("Investigators believe 12 men took part in the raid.", [["Investigators"]]),
        ("Parliament approved 300 million euros for the port.", [[]]),
        ("Prosecutors said the men stole 90 paintings.", [["Prosecutors"]]),
        ("The club reports 300 members.", [["The club"]]),
        (
            "Norwegian authorities reported on Monday that the ferry carried 130 passengers.",
            [["Norwegian authorities"]],
        ),
        ("The Salme Observatory (SO) said 38 shells fell overnight.", [["The Salme Observatory"]]),
    ],
)
def test_every_way_of_naming_a_source(nlp: Language, text: str, expected: list[list[str]]) -> None:
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


def test_parts_have_the_source_of_their_total(nlp: Language) -> None:
    text = "The ministry said that 24 people had died.\n\nNine clerks were killed in Orsa, and 15 guards died in Tarvo."

    assert sources(nlp, text) == [["The ministry"], ["The ministry"], ["The ministry"]]


@pytest.mark.parametrize(
    "text",
    [
        "Forty percent of farmers said that 60 mills had closed.",
        "We have counted 40 boats.",
        "Police found a survivor, and 20 bodies have been taken away.",
        "The tally does not include 40 boats.",
    ],
)
def test_last_figure_has_no_source(nlp: Language, text: str) -> None:
    assert sources(nlp, text)[-1] == []


def test_a_named_poll_ends_the_one_before(nlp: Language) -> None:
    text = (
        "The Herald poll found that 52 percent would vote for Lind.\n\n"
        "The Meridian poll was taken in May. Of those asked, 40 percent would vote for Okoro."
    )

    assert sources(nlp, text)[-1] == ["The Meridian poll"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army reported the following losses: 14 mules died, nine carts burnt.", [["The army"], ["The army"]]),
        ("The army held the following goods: 14 mules, nine carts.", [[], []]),
        ("Navcom [Coastal Forces Command] reports that 17 smugglers were caught.", [["Navcom"]]),
        ("The inquiry uncovered evidence of 340 unpaid fines.", [["The inquiry"]]),
        ("The third brigade reported losing 22 mules.", [["The third brigade"]]),
        ("One third of voters said that 60 mills had closed.", [[], []]),
        (
            "Forty carts sank when the quay gave way, said harbour officer Ada Lind, citing a log.",
            [["harbour officer Ada Lind"]],
        ),
        ("Police said 22 sheds were burnt. In addition, 17 carts were seized.", [["Police"], ["Police"]]),
        ("Police said 22 sheds were burnt. A storm in the north sank 17 carts.", [["Police"], []]),
    ],
)
def test_lists_inquiries_and_turned_words(nlp: Language, text: str, expected: list[list[str]]) -> None:
    assert sources(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reports say that 40 mills closed. Another 30 mills were sold.",
        "A poll found that 40 percent of voters back Lind. Lind was born in Tarvo. He owns 30 mills.",
        "The firm has plans to demonstrate that 40 mills closed.",
    ],
)
def test_bare_reports_polls_and_plans_do_not_go_on(nlp: Language, text: str) -> None:
    assert sources(nlp, text)[-1] == []
