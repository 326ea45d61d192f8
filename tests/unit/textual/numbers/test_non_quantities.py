"""Dates, times, names, labels and other numbers that state no quantity; beside each, a figure that must not be lost."""

import pytest
from number_reading import short

NOTHING = [
    # dates
    "The dam broke on October 9.",
    "The dam broke on Oct. 9, 2021.",
    "The dam broke on 9 October 2021.",
    "The dam broke on 9-11 October.",
    "The dam broke on October 9 and 10.",
    "The dam broke on the 9th of October.",
    "Updated 14.02.2021, 18:30.",
    "Updated 2021-02-14.",
    "Updated 2/14/2021.",
    "It reopened in 1994.",
    "It reopened in the spring of 1994.",
    "The 2021 flood was worse.",
    "By 1873 the town had a mint.",
    "It was common in the 1970s and '80s.",
    "He is in his 50s.",
    "The 9/11 attacks shook it.",
    "The office is open 24/7.",
    # times
    "The siren went off at 7:45am.",
    "The siren went off at 7.45 p.m. local time.",
    "The siren went off at 5 o'clock.",
    "The siren went off at 0630 GMT.",
    "The shop is open 7-9pm.",
    "She ran it in 1:58.3 flat.",
    # ordinals
    "It was the 12th such visit.",
    "The 31st round ended.",
    # names and labels
    "The council cited Resolution 1441.",
    "Section 12 bans it.",
    "Smoke rose from gate 4.",
    "Channel 5 aired it.",
    "Channel Five aired it.",
    "Flight 815 vanished.",
    "A Boeing 747-400 landed.",
    "Her iPhone 12 rang.",
    "COVID-19 spread.",
    "An F-16 crashed.",
    "The G7 met; so did the G-20.",
    "The 3G mast fell.",
    "The Group of Seven met.",
    "It left on Highway 101.",
    "The S&P 500 fell.",
    "The FTSE 100 fell.",
    "He wore No. 23.",
    "He wore #23.",
    "In the Big 12 they lost.",
    "World War Two ended.",
    "She lives at 41 Willow Road.",
    "The 4x100 relay was cancelled.",
    "They are among the top 10.",
    "The top 1 percent pay more.",
    "Stay for a day or two.",
    "GJ-504b is a planet.",
    "The mid-30s are warm.",
    "He called 911.",
    "Call the desk at (318) 555-0142.",
    "A 911 dispatcher heard it.",
    "It burnt in the 1300 block of Elm Lane.",
    "His 757 jet landed.",
    "Agent 007 is fiction.",
    "It left at 0545.",
    "At 0920 (1520 GMT) it left.",
    "Madrid, 7 jun 91 -- it rained.",
    "It opens on 21 may.",
    "It was built around 1970.",
    "It has run since at least 2014.",
    "Read articles 5 and 6.",
    "Inmate 40711 escaped.",
    "They met at kilometre 31.",
    "The mile 9 sign fell.",
    "Its 2019 accounts are lost.",
    "His 2017 novel sold well.",
    "It is shut from Sept. 29 to Oct. 2, and Sept. 27 Oct. 1.",
    "She won a 10K race.",
    "WE SPOKE TO NEWS 9 ORSK ABOUT THE SLIDE.",
    "The goat has nine lives.",
    "Who pays is the $64,000 question.",
    "The wells are dry.[3]",
    "1. 2. 3.",
    "• 9 • 12 • 15",
    "Pupils in grades three through eight sat it.",
    "Image 1 of 11",
    "The 4-H club met.",
    "It sank during the 1812 war.",
]

FIGURES = [
    ("In 2021, 2021 people drowned.", "2021"),
    ("By October 9, 14 dams had broken.", "14"),
    ("On 9 October 14 dams broke.", "14"),
    ("The flood of 1994 killed 1,994.", "1994"),
    ("More than 1950 dams broke.", ">1950"),
    ("A total of 1950 dams broke.", "1950"),
    ("At 7:45am 60 guards left.", "60"),
    ("Gaza 12 people lost.", "12"),
    ("Police said 40 left Channel 5.", "40"),
    ("The herd is said to number 9,000.", "9000"),
    ("Roe 47 percent, Poe 45 percent.", "47 percent; 45 percent"),
    ("The magnitude-6.4 quake shook it.", "6.4 magnitude"),
    ("The quake had a magnitude of 6.4.", "6.4 magnitude"),
    ("The Mw 6.4 quake shook it.", "6.4 magnitude"),
    ("A 6.4-magnitude quake shook it.", "6.4 magnitude"),
    ("The sub-500 club met.", "<500"),
    ("Quake Kills 12 in Lima Suburb", "12"),
    ("Twelve Killed in Lima Fire", "12"),
    ("The reactor lost 4 rods.", "4"),
    ("Under 12 rods were lost.", "<12"),
    ("The mayor may lose 12 rods in May.", "12"),
    ("Around 1970 people came.", "~1970"),
    ("Some 911 people came.", "~911"),
    ("The shop sold 757 jets.", "757"),
    ("It kills six per 100,000 residents.", "6"),
    ("They lost 12 — 30 more fled.", "12; 30"),
    ("Over 1990-2000 it lost 12 rods.", "12"),
]


@pytest.mark.parametrize("sentence", NOTHING)
def test_states_nothing(sentence: str) -> None:
    assert not short(sentence)


@pytest.mark.parametrize(("sentence", "expected"), FIGURES)
def test_look_alike_states_a_figure(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


AGES = [
    "A 34-year-old weaver left.",
    "The weaver is 34 years old.",
    "The weaver, aged 34, left.",
    "At the age of 34 he left.",
    "Ada Roe, 34, left.",
    "She was 34 when she left.",
    "The weaver died at 34.",
    "Ruben Sayles Jr., 34, left.",
    "Ada Roe, then 34, left.",
    "A girl, 34, left.",
    "Shot dead: Ada Roe, 34",
    "Ada Roe turned 34.",
]


@pytest.mark.parametrize("sentence", AGES)
def test_age(sentence: str) -> None:
    assert short(sentence) == "34 year"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("She was about 34 when she left.", "~34 year"),
        ("Those 45 and older left.", "≥45 year"),
        ("Six children ages 7 to 12 left.", "6; 7..12 year"),
        ("His sons, 6 and 12 years old, left.", "6 year; 12 year"),
    ],
)
def test_bounded_ages(sentence: str, expected: str) -> None:
    assert short(sentence) == expected


def test_ages_of_two() -> None:
    assert short("Ada Roe and Max Poe, 34 and 51, left.") == "34 year; 51 year"


@pytest.mark.parametrize("sentence", ["There were 34 in the boat.", "On Monday it hit 34 boats, said Roe."])
def test_no_age(sentence: str) -> None:
    assert short(sentence) == "34"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The slide buried 27[4] cars.", "27"),
        ("The slide buried 'more than 60' cars.", ">60"),
        ("More\u200b than 50 wells dried up.", ">50"),
        ("Two thou\u00adsand wells dried up.", "2000"),
        ("THE SLIDE BURIED 16 CARS AND BLOCKED 40.", "16; 40"),
        ("Its 2019 nurses are unpaid.", ""),
        ("Its 2000 nurses are unpaid.", "2000"),
        ("Its 2017 staff are unpaid.", "2017"),
        ("12 wells\n14 mills", "12; 14"),
        ("It holds 20-30.", "20..30"),
        ("It lies at 34.5 N, 36.2 E, 4 km away.", "4 kilometre"),
        ("It lies at 34°30′15″S 36°12′W.", ""),
        ("It lies at 34 degrees north, 36 degrees east.", ""),
        ("It draws 34.5 W and 4 weavers.", "34.5 watt; 4"),
        ("He shot a 72 in the rain.", ""),
        ("It is a 72 percent rise.", "72 percent"),
        ("The Group of 77 met.", ""),
        ("Call 08457 800 900 for help.", ""),
        ("Agent 007 met 12 weavers.", "12"),
        ("Women over 40 and a child under 13 left.", ">40 year; <13 year"),
        ("People under 40 looms slept.", "<40"),
        ("A Group of 77 weavers met.", "77"),
        ("The bill may top $90.", ">90 USD"),
        ("The top 90 left.", ""),
        ("Not one but two looms burnt.", "2"),
        ("The kite flew at a height of 40' for a while.", "40 foot"),
        ("It said 'a total of 40' and no more.", "40"),
        ("The 40' class met again.", ""),
        ("He paid 12'500 and 1'234'567 Swiss francs.", "12500 CHF; 1234567 CHF"),
        ("The wall is 5 m high and 8m long.", "5 metre; 8 metre"),
        ("The stock closed at 214p on row 12 p.", "214 penny; 12"),
        ("A dose of 8 mg/kg was given.", "8 mg/kg"),
        ("The chamber has 53 R and 47 D.", "53; 47"),
    ],
)
def test_odd_type_and_near_look_alikes(sentence: str, expected: str) -> None:
    assert short(sentence) == expected
