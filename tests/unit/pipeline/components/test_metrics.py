"""Which numbers count what: sentences with the figures that must come out of them, and sentences that give none."""

import pytest
from metric_cases import CASES as MORE_CASES
from spacy.language import Language

from claimx.pipeline.layers import Candidate, Layers

pytestmark = pytest.mark.model

Figure = tuple[str, str, str]

CASES: list[tuple[str, list[Figure]]] = [
    # Verbs with what they do it to, and with who does it.
    ("The mudslide killed 18 villagers.", [("18", "killed", "people")]),
    ("Eleven pilgrims were trampled to death.", [("Eleven", "killed", "people")]),
    ("Eleven pilgrims were trampled.", [("Eleven", "injured", "people")]),
    ("Thirty-one sailors drowned when the dredger sank.", [("Thirty-one", "killed", "people")]),
    ("Two gunmen killed 9 guards.", [("Two", "personnel", "people"), ("9", "killed", "people")]),
    ("The blaze left 270 tenants homeless.", [("270", "displaced", "people")]),
    ("Rebels took 14 engineers hostage near Vosk.", [("14", "hostages_taken", "people")]),
    ("The fever claimed the lives of 52 children.", [("52", "killed", "people")]),
    ("Police rounded up 64 traders.", [("64", "arrested", "people")]),
    ("The army seized 310 rifles and 12 mortars.", [("310", "seized", "rifle"), ("12", "seized", "mortar")]),
    ("The gale flattened 120 barns.", [("120", "infrastructure_damaged", "barn")]),
    # Nouns that are counted themselves, and nouns with the counted after "of".
    ("Doctors recorded 23 deaths and 41 injuries.", [("23", "killed", "people"), ("41", "injured", "people")]),
    ("The collapse caused the death of 7 welders.", [("7", "killed", "people")]),
    ("They demanded the release of 15 captives.", [("15", "hostages_released", "people")]),
    ("The pardon led to the release of 45 inmates.", [("45", "prisoners_released", "people")]),
    # Tolls.
    ("The death toll from the ferry disaster climbed to 88.", [("88", "killed", "people")]),
    ("The quake brought to 19 the number of people killed this year.", [("19", "killed", "people")]),
    ("The casualty toll rose to 56 dead and 310 hurt.", [("56", "killed", "people"), ("310", "injured", "people")]),
    # Headlines, captions and bad parses.
    ("Nine dead, 30 hurt in Tarnow tram crash", [("Nine", "killed", "people"), ("30", "injured", "people")]),
    ("4 people killed, 17 injured", [("4", "killed", "people"), ("17", "injured", "people")]),
    # Lists, parts and ellipsis.
    (
        "The attack killed 21 people, including 6 nurses and 9 guards.",
        [("21", "killed", "people"), ("6", "killed", "people"), ("9", "killed", "people")],
    ),
    (
        "Fourteen Danes and six Finns were freed from jail.",
        [("Fourteen", "prisoners_released", "people"), ("six", "prisoners_released", "people")],
    ),
    ("The shells killed 4 cooks and wounded 13.", [("4", "killed", "people"), ("13", "injured", "people")]),
    (
        "Gunmen abducted 26 clerks; eleven of them were later found dead.",
        [("26", "hostages_taken", "people"), ("eleven", "killed", "people")],
    ),
    ("Of the 40 passengers, 33 were rescued.", [("40", "personnel", "people"), ("33", "rescued", "people")]),
    # Adjectives and what stands after the noun.
    ("Rescuers are looking for 8 missing hikers.", [("8", "missing", "people")]),
    ("About 300 families are without power.", [("About 300", "affected", "family")]),
    ("Some 900 people in custody went on strike.", [("Some 900", "prisoners_held", "people")]),
    # Persons and what is no person.
    ("The poison killed 60 geese.", [("60", "count", "goose")]),
    ("The board killed off 12 jesters.", [("12", "killed", "people")]),
    # Money, shares, polls and measures.
    ("The bank was fined $12 million.", [("$12 million", "money", "USD")]),
    ("Rents rose by 9 percent.", [("9 percent", "money", "percent")]),
    ("In the poll, 44 percent of voters back Marlow.", [("44 percent", "votes", "percent")]),
    ("The quake damaged 60 percent of the roads.", [("60 percent", "infrastructure_damaged", "percent")]),
    ("The economy grew by 3 percent.", [("3 percent", "count", "percent")]),
    ("The survey has an error of 4 percentage points.", [("4 percentage points", "count", "percentage point")]),
    ("The hamlet lies 14 miles north of Orsk.", [("14", "measure", "mile")]),
    ("A 5.8 quake shook Orsk.", [("5.8", "measure", "magnitude")]),
    # Anything else that can be counted.
    ("The firm owns 35 tankers.", [("35", "count", "tanker")]),
    ("Nineteen mayors signed.", [("Nineteen", "count", "people")]),
    ("A mother of six was elected.", [("six", "count", "people")]),
    ("They found 30 oil and gas rigs.", [("30", "count", "rig")]),
    # None of these states a figure.
    ("The two sides met on 3 March.", []),
    ("One of the guards told reporters that he was tired.", []),
    ("One study found that tea helps.", []),
    ("The top 2 percent earned more.", []),
    ("It was a three-way race.", []),
    ("He carried a 9 mm pistol.", []),
    ("They lived on the 800 block of Elm Street.", []),
    ("No storm warning was given.", []),
    ("The strike lasted 12 days.", []),
    ("Several critics liked the play.", []),
]  # fmt: skip


def figures(nlp: Language, sentence: str) -> list[tuple[Candidate, Figure]]:
    found = Layers.of(nlp(sentence)).candidates
    return [(each, (sentence[each.start : each.end], each.metric, each.unit)) for each in found]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[sentence[:40] for sentence, _ in CASES])
def test_figures(nlp: Language, sentence: str, expected: list[Figure]) -> None:
    assert [figure for _, figure in figures(nlp, sentence)] == expected


@pytest.mark.parametrize(("sentence", "expected"), MORE_CASES, ids=[sentence[:40] for sentence, _ in MORE_CASES])
def test_more_figures(nlp: Language, sentence: str, expected: tuple[Figure, ...]) -> None:
    assert tuple(figure for _, figure in figures(nlp, sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("The militia held about 90 Danish and foreign nurses.", "Danish and foreign nurses"),
        ("More than 600 farmers, mostly women and children, were killed.", "farmers, mostly women and children"),
        ("Robbers left with gems worth $3 million.", "gems"),
        ("Marlow leads Teller by 51 percent to 44 percent.", "Marlow"),
        ("The hamlet lies 14 miles north of Orsk.", "Orsk"),
    ],
)
def test_names_what_is_counted(nlp: Language, sentence: str, counted: str) -> None:
    first = Layers.of(nlp(sentence)).candidates[0]

    assert first.counted is not None
    assert sentence[first.counted.start : first.counted.end] == counted


def test_gives_the_whole_of_a_share(nlp: Language) -> None:
    sentence = "The flood cut off 70 percent of the island's villages."

    (candidate,) = Layers.of(nlp(sentence)).candidates

    assert candidate.of is not None
    assert sentence[candidate.of.start : candidate.of.end].endswith("villages")


def test_an_ellipsis_counts_what_was_counted_before(nlp: Language) -> None:
    sentence = "Gunmen seized 50 tourists. Some 20 remain in the camp, the hostages' families said."

    figure = Layers.of(nlp(sentence)).candidates[1]

    assert figure.counted is not None
    assert sentence[figure.counted.start : figure.counted.end] == "tourists"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "5", "5 of", "of 5", "- 5 -", "5-", "(5", "% 5 % of", "5 and 6 or 7,"]
)
def test_never_raises(nlp: Language, text: str) -> None:
    assert isinstance(Layers.of(nlp(text)).candidates, tuple)
