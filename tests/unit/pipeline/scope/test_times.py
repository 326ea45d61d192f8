"""When a figure's words put it, and the day for which they say that it holds."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

WEDNESDAY = "2021-06-16"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Nine people drowned at the weekend.", "2021-06-12", "2021-06-13"),
        ("Nine people drowned over the weekend.", "2021-06-12", "2021-06-13"),
        ("Nine people drowned last weekend.", "2021-06-12", "2021-06-13"),
        ("Overnight, nine people were killed in Orsa.", "2021-06-15", WEDNESDAY),
        ("In the past 24 hours nine people were killed in Orsa.", "2021-06-15", WEDNESDAY),
        ("Nine people were killed in the last 48 hours.", "2021-06-14", WEDNESDAY),
        ("Over the last three days nine people have died.", "2021-06-13", WEDNESDAY),
        ("Over the past decade the mine has killed 90 people.", "2011-06-16", WEDNESDAY),
        ("So far this year 340 people have drowned.", "2021-01-01", WEDNESDAY),
        ("The police have arrested 340 people so far this month.", "2021-06-01", WEDNESDAY),
        ("Fires have killed 41 people in the year to date.", "2021-01-01", WEDNESDAY),
        ("Fires have killed 41 people since the start of the year.", "2021-01-01", WEDNESDAY),
        ("Since the beginning of May, 41 people have been killed.", "2021-05-01", WEDNESDAY),
        ("Earlier this year a blast killed 41 people.", "2021-01-01", WEDNESDAY),
        ("Some 41 people were killed earlier this week.", "2021-06-14", WEDNESDAY),
        ("In mid-February 9 people were killed.", "2021-02-10", "2021-02-20"),
        ("In early March, 9 people were killed.", "2021-03-01", "2021-03-12"),
        ("Floods killed 41 people in late 2020.", "2020-09-01", "2020-12-31"),
        ("Floods killed 41 people at the end of May.", "2021-05-20", "2021-05-31"),
        ("Floods killed 41 people last October.", "2020-10-01", "2020-10-31"),
        ("Floods killed 41 people in October last year.", "2020-10-01", "2020-10-31"),
        ("In the three months to March, 41 people drowned.", "2021-01-01", "2021-03-31"),
        ("In the year to April 410 people drowned.", "2020-05-01", "2021-04-30"),
        ("In the 12 months to June 2020, 410 people drowned.", "2019-07-01", "2020-06-30"),
        ("In the decade to 2020, 4,100 people drowned.", "2011-01-01", "2020-12-31"),
        ("In the five years to 2019 some 410 people drowned.", "2015-01-01", "2019-12-31"),
        ("Between January and May, 410 people drowned.", "2021-01-01", "2021-05-31"),
        ("Some 410 people drowned between November and February.", "2020-11-01", "2021-02-28"),
        ("From January to March 2020, 410 people drowned.", "2020-01-01", "2020-03-31"),
        ("Between 2015 and 2019, 410 people drowned.", "2015-01-01", "2019-12-31"),
        ("Some 410 people drowned from 2015 to 2019.", "2015-01-01", "2019-12-31"),
        ("Between Friday and Sunday, 41 people drowned.", "2021-06-11", "2021-06-13"),
        ("Between 30 May and 4 June, 41 people drowned.", "2021-05-30", "2021-06-04"),
        ("From March 3 to March 9, 2020, 41 people drowned.", "2020-03-03", "2020-03-09"),
        ("In the first half of 2020 some 41 people drowned.", "2020-01-01", "2020-06-30"),
        ("In the second half of last year 41 people drowned.", "2020-07-01", "2020-12-31"),
        ("In the first quarter, 41 people drowned.", "2021-01-01", "2021-03-31"),
        ("In the third quarter of 2019, 41 people drowned.", "2019-07-01", "2019-09-30"),
        ("In the first five months of the year 41 people drowned.", "2021-01-01", "2021-05-31"),
        ("In the first two weeks of June 41 people drowned.", "2021-06-01", "2021-06-14"),
        ("In the 1990s some 410 people drowned here.", "1990-01-01", "1999-12-31"),
        ("Floods killed 41 people three weeks ago.", "2021-05-26", "2021-05-26"),
        ("On Monday nine people drowned. Two days earlier, 14 people had drowned.", "2021-06-12", "2021-06-12"),
        ("Nine people drowned on 9 June, and 14 people a week later.", WEDNESDAY, WEDNESDAY),
        ("A wave drowned nine people on Sunday. The day before, 14 people had died.", "2021-06-12", "2021-06-12"),
        ("A wave drowned nine people on Sunday. The following day, 14 people died.", "2021-06-14", "2021-06-14"),
        ("A quake hit Orsa on 1 June. Two weeks after the quake, 14 people were missing.", "2021-06-15", "2021-06-15"),
        ("A day before the quake of 1 June, 14 people went missing.", "2021-05-31", "2021-05-31"),
        ("The war in Peru began on 3 March. Since the start of the war, 900 people died.", "2021-03-03", WEDNESDAY),
        ("War broke out in Peru on 3 March. Some 900 have died since the war began.", "2021-03-03", WEDNESDAY),
        ("Since the outbreak of the war 900 people have been killed in Peru.", None, WEDNESDAY),
        ("Early on Tuesday nine people were killed in Orsa.", "2021-06-15", "2021-06-15"),
        ("Nine people were killed in Orsa late Monday night.", "2021-06-14", "2021-06-14"),
        ("The march of 900 people lasted three days.", None, None),
        ("Nine people died after three days of fever.", None, None),
        ("The first half of the bridge carried 41 people.", None, None),
        ("A third quarter of the town houses 4,100 people.", None, None),
    ],
)
def test_when(extract: Callable[..., Extraction], text: str, first: str | None, last: str | None) -> None:
    when = extract(text, published=WEDNESDAY).claims[-1].when

    assert (when.from_ if when else None, when.to if when else None) == (first, last)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("By mid-afternoon Monday, 40 bodies had been found.", "2021-06-14"),
        ("By midnight on Monday, 40 bodies had been found.", "2021-06-14"),
        ("As of 6 p.m., 40 people were missing.", WEDNESDAY),
        ("As of 6 p.m. on Tuesday, 40 people were missing.", "2021-06-15"),
        ("As of 18:30 Tuesday, 40 people were missing.", "2021-06-15"),
        ("As of early Tuesday, 40 people were missing.", "2021-06-15"),
        ("As of the end of May, 40 people were missing.", "2021-05-31"),
        ("By the end of 2020, 40 people were missing.", "2020-12-31"),
        ("As of last Friday 40 people were missing.", "2021-06-11"),
        ("As of yesterday 40 people were missing.", "2021-06-15"),
        ("Some 40 people were missing as of 3 June.", "2021-06-03"),
    ],
)
def test_as_of(extract: Callable[..., Extraction], text: str, day: str) -> None:
    claim = extract(text, published=WEDNESDAY).claims[-1]

    assert (claim.as_of, claim.as_of_from) == (day, "text")
