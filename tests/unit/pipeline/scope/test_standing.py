"""What a figure may do over time, and whether it is reported, foreseen, aimed at or a limit."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The storm killed 30 people.", "reported"),
        ("Some 30 people are expected to die.", "forecast"),
        ("The bank expects 3,000 job losses.", "forecast"),
        ("The fire could displace 3,000 people.", "forecast"),
        ("Officials forecast 3,000 cases by June.", "forecast"),
        ("The bank predicts that 3,000 people will lose their homes.", "forecast"),
        ("Up to 3,000 people may be displaced by the flood.", "forecast"),
        ("The ministry projects a deficit of $30 million.", "forecast"),
        ("The town aims to house 300 families.", "target"),
        ("The government plans to build 3,000 homes.", "target"),
        ("Its goal is to vaccinate 3,000 children.", "target"),
        ("The agency appealed for $30 million.", "target"),
        ("The state pledged $30 million in aid.", "target"),
        ("The agency is seeking $30 million for the refugees.", "target"),
        ("Firms with debts of $300,000 or more must register.", "threshold"),
        ("The law caps rents at $900.", "threshold"),
        ("The limit is 300 visitors.", "threshold"),
        ("A bill requires at least 60 votes to pass.", "threshold"),
        ("The law limits crowds to 300 guests.", "threshold"),
        ("The blast killed 300 or more people.", "reported"),
        ("The blast may have killed 300 people.", "reported"),
        ("Officials could not confirm that 300 people had died.", "reported"),
        ("The flood displaced 3,000 people, and more rain is expected.", "reported"),
        ("The mayor, who plans to resign, said 30 people had died.", "reported"),
        ("Officials expected calm, but 30 people were killed.", "reported"),
    ],
)
def test_status(extract: Callable[..., Extraction], text: str, status: str) -> None:
    assert extract(text).claims[-1].status == status


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("The quake killed 30 people.", "event_total"),
        ("A bus crash injured 30 people.", "event_total"),
        ("Police arrested 30 people at the march.", "event_total"),
        ("The war in Peru has killed 3,000 people.", "cumulative"),
        ("Since January 3,000 people have been killed in Peru.", "cumulative"),
        ("So far this year 3,000 people have drowned.", "cumulative"),
        ("The cholera outbreak has sickened 3,000 people.", "cumulative"),
        ("Some 30 people are still missing.", "stock"),
        ("The rebels hold 30 hostages.", "stock"),
        ("About 30 miners are trapped.", "stock"),
        ("In the past 24 hours 30 people were killed.", "flow"),
        ("Another 30 people died overnight.", "flow"),
        ("Over the last week 300 people fled.", "flow"),
        ("The clinic treats 30 patients a day.", "rate"),
        ("It costs $30 million a month.", "rate"),
        ("Unemployment stood at 30 percent.", "level"),
        ("Some 30 percent of homes were destroyed.", "level"),
    ],
)
def test_series(extract: Callable[..., Extraction], text: str, series: str) -> None:
    assert extract(text, published="2021-06-16").claims[-1].series == series
