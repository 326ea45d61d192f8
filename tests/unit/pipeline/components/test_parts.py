"""Parts of totals, and figures that revise others."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

Extract = Callable[..., Extraction]


def parts(extraction: Extraction) -> set[tuple[str, str]]:
    """Pairs of part and total, as written."""
    texts = {claim.id: claim.text for claim in extraction.claims}
    return {(claim.text, texts[claim.part_of]) for claim in extraction.claims if claim.part_of}


def superseded(extraction: Extraction) -> set[tuple[str, str]]:
    """Pairs of new and old figure, as written."""
    texts = {claim.id: claim.text for claim in extraction.claims}
    return {(claim.text, texts[claim.supersedes]) for claim in extraction.claims if claim.supersedes}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The camp freed 60 inmates, including 17 women and 43 men.", {("17", "60"), ("43", "60")}),
        ("Police held 19 people, six of them students.", {("six", "19")}),
        ("The slide buried 19 miners, of whom six died.", {("six", "19")}),
        ("Twelve of the 50 miners were rescued.", {("Twelve", "50")}),
        ("Of the 31 climbers, 24 were rescued and seven died.", {("24", "31"), ("seven", "31")}),
        ("The blast killed 11 people — four soldiers and seven farmers.", {("four", "11"), ("seven", "11")}),
        (
            "The blast killed 11 people in the market. Four soldiers and seven farmers were killed, police said.",
            {("Four", "11"), ("seven", "11")},
        ),
        (
            "The raid killed 14 rebels. Seven died in Orsa. Of 20 rebels, four died. Three rebels died later.",
            {("Seven", "14"), ("four", "14"), ("Three", "14")},
        ),
        (
            "Nine people died. Four farmers died in Orsa. Another four farmers died in Tarvo. One soldier died later.",
            {("Four", "Nine"), ("Another four", "Nine"), ("One", "Nine")},
        ),
        (
            "Three of the eight missing divers were found. Families fear for the other five divers.",
            {("Three", "eight"), ("five", "eight")},
        ),
        (
            "More than 90 soldiers and rebels were killed. The army said 60 rebels and about 20 soldiers were killed.",
            {("60", "More than 90"), ("about 20", "More than 90")},
        ),
        (
            "The raid killed seven people. Fires burned on. The 4 nuns and 3 guests were killed in their sleep.",
            {("4", "seven"), ("3", "seven")},
        ),
        (
            "Four people have died. Two men, a woman and a girl have died, doctors said.",
            {("Two", "Four")},
        ),
        ("The raid killed five people: three nuns, a cook and a guard.", {("three", "five")}),
        ("The raid killed six people, two nuns, three cooks and a guard.", {("two", "six"), ("three", "six")}),
        (
            "Nine rebels were killed in Orsa. Four rebels were killed in Tarvo. In all, 13 rebels were killed.",
            {("Nine", "13"), ("Four", "13")},
        ),
        ("Nine soldiers were killed in Orsa and four in Tarvo, 13 in all.", {("Nine", "13"), ("four", "13")}),
        ("It is feared that 27 captives died: ten soldiers and 14 civilians.", {("ten", "27"), ("14", "27")}),
        ("The gang freed nine hostages, two Kenyans and seven Swedes.", {("two", "nine"), ("seven", "nine")}),
    ],
)
def test_finds_the_parts_of_a_total(extract: Extract, text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(extract(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thirty children were among the 85 killed.", {("Thirty", "85")}),
        ("Among the 85 dead were 30 children.", {("30", "85")}),
        ("Police held 40 people. Of those, 16 were minors.", {("16", "40")}),
        ("Police held 40 people. Of these, 16 were minors and nine were women.", {("16", "40"), ("nine", "40")}),
        ("Police held 40 people. Sixteen of them were minors.", {("Sixteen", "40")}),
        ("Police held 40 people on Monday. Among them were 16 minors.", {("16", "40")}),
        ("The fire destroyed 60 homes. More than half of those were uninsured.", {("More than half", "60")}),
        ("The gang was convicted of eight murders. Six of the murders took place in Orsa.", {("Six", "eight")}),
        ("The flood hit 300 homes. A third of the homes are beyond repair.", {("A third", "300")}),
        ("The camp holds 900 prisoners. Half of them are ill.", {("Half", "900")}),
        ("The storm killed 14 people, eight of them in Velda and six in Kessin.", {("eight", "14"), ("six", "14")}),
        ("The crash injured 52 people, nine seriously.", {("nine", "52")}),
        ("The crash injured 52 people, nine of them seriously.", {("nine", "52")}),
        ("Of 480 inmates, 120 escaped.", {("120", "480")}),
        ("Out of 64 crew members, 41 were rescued.", {("41", "64")}),
        ("Some 70 of the 110 hostages are still held.", {("Some 70", "110")}),
        ("Rescuers saved 12 of the 20 sailors; the rest, eight men, are missing.", {("12", "20"), ("eight", "20")}),
        (
            "Three of the nine hostages were freed on Friday. The remaining six are still held.",
            {("Three", "nine"), ("six", "nine")},
        ),
        (
            "The rebels freed 130 prisoners: 90 men, 30 women and 10 children.",
            {("10", "130"), ("30", "130"), ("90", "130")},
        ),
        (
            "The toll stands at 21 — 13 soldiers, six police officers and two civilians.",
            {("13", "21"), ("six", "21"), ("two", "21")},
        ),
        ("The toll stands at 21 (13 soldiers and eight civilians).", {("13", "21"), ("eight", "21")}),
        ("Casualties by province:\n\nTotal: 60 dead\n- Orsa: 35 dead\n- Velda: 25 dead", {("25", "60"), ("35", "60")}),
        ("A total of 95 people were arrested, 60 of them in the capital.", {("60", "95")}),
        ("A total of 95 people were arrested, two-thirds of them students.", {("two-thirds", "95")}),
        ("At least 33 people died, 14 of whom were under ten.", {("14", "At least 33")}),
        ("The ferry carried 210 passengers, of whom 34 drowned.", {("34", "210")}),
        ("The ferry carried 210 passengers; 34 of them drowned.", {("34", "210")}),
        ("The ferry carried 210 passengers. Thirty-four of the passengers drowned.", {("Thirty-four", "210")}),
        ("The ministry counted 1,200 cases, 310 of which were fatal.", {("310", "1,200")}),
        ("The group comprises 400 fighters, half of them foreigners.", {("half", "400")}),
        ("The raid left 17 dead, including the commander and three of his guards.", {("three", "17")}),
        ("The bombing killed 25 people and injured 60, eleven of them critically.", {("eleven", "60")}),
        (
            "The bombing killed 25 people, including nine children, and injured 60, including 14 women.",
            {("14", "60"), ("nine", "25")},
        ),
        ("The 44 victims include 12 tourists.", {("12", "44")}),
        ("Nine of the 31 deputies voted against.", {("Nine", "31")}),
        ("Five people, three of them women, were hurt.", {("three", "Five")}),
        ("Five people – three women and two men – were hurt.", {("three", "Five"), ("two", "Five")}),
        ("The fund paid $80 million, including $12 million for schools.", {("$12 million", "$80 million")}),
        ("The budget sets aside $80 million, of which $12 million goes to schools.", {("$12 million", "$80 million")}),
        ("Another 12 people, including five children, died on Sunday.", {("five", "Another 12")}),
        ("Half of the 60 buses were damaged.", {("Half", "60")}),
        ("Three of the four shot were teenagers.", {("Three", "four")}),
        (
            "The strike killed at least 92 people, including women, children, and two cooks, and wounded 86 others.",
            {("two", "at least 92")},
        ),
        (
            "Five people were killed, including a sailor aboard a ferry in the Gulf and three members of one family.",
            {("three", "Five")},
        ),
        ("Nine smugglers, including four ringleaders, were arrested.", {("four", "Nine")}),
        ("A 15-member team, including two judges and three policemen, is here.", {("two", "15"), ("three", "15")}),
        ("Three people were killed and twenty were injured, one of them critically.", {("one", "twenty")}),
        ("“Of its 7,600 miners, by the count of the union, 3,000 are on strike.”", {("3,000", "7,600")}),
        ("Of the 230 inmates, 90 are awaiting release and 70 transfer.", {("90", "230"), ("70", "230")}),
        ("Eight people were shot in Orsa. Six of the eight died.", {("Six", "Eight")}),
        ("The blast killed 30 people. Twelve tourists were among the dead.", {("Twelve", "30")}),
        ("The blast killed 30 people. The dead included four cooks and two nuns.", {("four", "30"), ("two", "30")}),
        ("The blast killed 30 people. Among the dead were four cooks, officials said.", {("four", "30")}),
        ("The blast killed 30 people and wounded 80. Among the wounded are nine children.", {("nine", "80")}),
        ("The blast wounded 30 people. Nine of the wounded are in intensive care.", {("Nine", "30")}),
        ("The blast wounded 30 people. Five of the victims are children.", {("Five", "30")}),
        (
            "The ferry sank with 137 passengers on board. Fifteen Danes were among the passengers.",
            {("Fifteen", "137")},
        ),
    ],
)
def test_every_way_of_telling_a_part(extract: Extract, text: str, expected: set[tuple[str, str]]) -> None:
    assert parts(extract(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dead included 12 tourists.",
        "Twelve tourists were among the dead.",
        "The quake killed 70 people and left 900 homeless.",
        "Six people were killed and 14 others were wounded.",
        "A dozen were killed in Velda and five in Kessin.",
        "On Monday 40 people died. On Tuesday 15 people died.",
        "The army lost 30 soldiers and the rebels lost 12 men.",
        "The city has 400 police officers. It hired 25 officers in May.",
        "The blast killed 50 people. Three of the rescuers were injured.",
        "The party won 31 seats. Two of its rivals won 12 seats each.",
        "With 40 percent for Lind, 20 percent for Okoro is a poor show, with 10 percent undecided.",
        "The loss equals half of the $40 million that the mill earned.",
        "Among the 40 guests, 12 villages have a mayor.",
        "The blast killed 11 people and wounded four.",
        "Lee has 46 percent, Park has 40 percent and Choi has 6 percent.",
        "The blast killed nine people. The flood in Orsa killed four people in May.",
        "The blast wounded 40 people: it also cut 11 power lines and 12 phone lines.",
        "The fire killed 30 people: nine men and four women were carried out by a crew of 12.",
        "The quake killed 11 people, including a teacher, and four villages were cut off.",
        "Fourteen people were killed, including a guard, 14 others were hurt and inmates fled.",
        "Three people, including the driver, were killed and two officers were hurt.",
        "Nine people died, including a nurse, and four people died in Orsa.",
        "The leaders of 21 countries, among them the members of the group of eight, met.",
        "Thirty people died in several districts, including two towns.",
        "The quake hurt 21 people in Orsa, 36 in Tarvo, 29 in Velda and seven in Kessin.",
        "2 Dead, 2 Critically Injured After Shooting",
        "Two columns of some 100 soldiers entered the town.",
        "The blast killed 11 of the guards. Four of the guards were killed in May.",
        "The blast killed two people. Two of the victims were nuns.",
        "The blast hurt nine people. None of them was a child.",
        "The army destroyed dozens of trucks. The following are the losses: 400 dead, 12 tanks.",
        "The blast killed 30 people. Nine of the wounded are in intensive care.",
        "The blast killed 12 people and the flood killed nine. In May, 21 people were killed.",
    ],
)
def test_keeps_figures_apart_that_are_no_parts(extract: Extract, text: str) -> None:
    assert parts(extract(text)) == set()


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("The toll was revised down from 18 dead to 16 dead.", "16", "18"),
        ("The flood killed 40 people, up from 12 people on Monday.", "40", "12"),
    ],
)
def test_a_revised_figure_takes_the_place_of_the_old(extract: Extract, text: str, new: str, old: str) -> None:
    claims = {claim.text: claim for claim in extract(text).claims}

    assert claims[new].supersedes == claims[old].id
    assert claims[old].supersedes is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The toll was revised down from 31 to 28.", {("28", "31")}),
        ("The ministry revised the toll down to 28 from 31.", {("28", "31")}),
        ("The toll now stands at 96, up from 90 on Monday.", {("96", "90")}),
        ("Officials had earlier said 40 people were killed, but lowered the figure to 36.", {("36", "40")}),
        ("Officials corrected the toll to 36 after earlier reporting 40 deaths.", {("36", "40")}),
        ("Police said 17 people were killed, not 19 as previously reported.", {("17", "19")}),
        ("Officials initially said 19 people were killed. They later revised the toll to 17.", {("17", "19")}),
        ("The toll was initially given as 19 dead. It was later lowered to 17 dead.", {("17", "19")}),
        ("The agency had previously reported 22 deaths. It now says 18 people died.", {("18", "22")}),
        ("The death toll climbed from 40 to 65.", {("65", "40")}),
        ("The bank cut its growth forecast from 3 percent to 2.5 percent.", {("2.5 percent", "3 percent")}),
        ("The bank lowered its forecast to 2.5 percent, down from 3 percent in May.", {("2.5 percent", "3 percent")}),
        ("The toll doubled from 30 to 60.", {("60", "30")}),
        ("Shelling killed eight people, up from six the day before.", {("eight", "six")}),
    ],
)
def test_every_way_of_correcting_a_figure(extract: Extract, text: str, expected: set[tuple[str, str]]) -> None:
    assert superseded(extract(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The death toll rose by 12 to 85 on Thursday.",
        "The number of missing fell to 14 from 33.",
        "Unemployment rose from 4.1 percent in 2010 to 6 percent in 2015.",
        "The price fell from $42 to $39.",
        "Another 12 people died overnight.",
        "Twelve more people died overnight, bringing the toll to 60.",
        "Seven more bodies were found, taking the number of dead to 31.",
        "A further 300 families were evacuated.",
        "An extra 40 officers were deployed.",
        "The number of dead grew by 18 overnight.",
        "Infections fell by 200 to 1,300.",
        "The number of refugees dropped 15 percent.",
        "Four people were killed and 12 more were wounded.",
        "Rescuers raised the toll to 45 after finding three more bodies.",
        "The hospital admitted 12 additional patients.",
        "The number of hostages has gone from 30 to 12.",
        "The ministry said the death toll had been revised upwards to 120.",
        "Some 600 extra beds were set up.",
    ],
)
def test_leaves_figures_that_hold_in_their_time(extract: Extract, text: str) -> None:
    assert superseded(extract(text)) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Of 10 of 10 of 10 men, including 10 men, 10 of them died.",
        "Of the 40 miners, 30 of the 40 miners died, including 20 of the 30 miners.",
        "Nine of the 12 dead were among the nine dead, including nine of the 12 dead.",
    ],
)
def test_no_figure_is_part_of_itself_through_others(extract: Extract, text: str) -> None:
    claims = {claim.id: claim for claim in extract(text).claims}

    assert any(claim.part_of for claim in claims.values())
    for claim in claims.values():
        seen = {claim.id}
        whole = claim.part_of
        while whole:
            assert whole not in seen
            seen.add(whole)
            whole = claims[whole].part_of
