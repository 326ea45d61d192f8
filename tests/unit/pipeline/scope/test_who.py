"""By whom, by what rule, and of which groups: what a figure's words say of those who are counted."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Nine villagers were killed by Chilean forces in Orsa.", "Chilean forces"),
        ("Nine villagers were shot dead by masked gunmen.", "masked gunmen"),
        ("Police shot nine protesters in Orsa.", "Police"),
        ("Rebels abducted 40 schoolgirls on Monday.", "Rebels"),
        ("Some 40 villagers were killed in a Shabaab attack.", "Shabaab"),
        ("At least 40 people were killed in Peruvian airstrikes on Orsa.", "Peruvian"),
        ("Chilean airstrikes killed 40 people in Orsa.", "Chilean"),
        ("A Shabaab attack left 40 people dead.", "Shabaab"),
        ("Forty hostages died at the hands of the rebels.", "the rebels"),
        ("Forty farmers, killed by the militia last week, were buried.", "the militia"),
        ("The army said its soldiers had killed 40 rebels.", "its soldiers"),
        ("Border guards have arrested 300 people.", "Border guards"),
        ("Some 300 people have been arrested by the police since Monday.", "the police"),
        ("An attack by Shabaab killed 40 soldiers.", "Shabaab"),
        ("A gunman opened fire in a church, killing nine people.", "A gunman"),
        ("The quake killed 300 people.", None),
        ("Nine people were killed by a landslide.", None),
        ("Floods left 300 people homeless.", None),
        ("Nine people died by the river.", None),
        ("Officials said 40 people were killed.", None),
        ("Nine people were killed in a bus crash.", None),
    ],
)
def test_agent(extract: Callable[..., Extraction], text: str, agent: str | None) -> None:
    found = extract(text).claims[-1].agent

    assert (found.text if found else None) == agent


@pytest.mark.parametrize(
    ("text", "counting"),
    [
        ("The shooting left 14 people dead, including the gunman.", "including the gunman"),
        ("Fourteen people, including the attacker, were killed.", "including the attacker"),
        ("Fourteen people died, not including the bomber.", "not including the bomber"),
        ("Fourteen people died, excluding the two attackers.", "excluding the two attackers"),
        ("Fourteen people were killed, not counting the gunman.", "not counting the gunman"),
        ("Fourteen people were killed, apart from the attacker.", "apart from the attacker"),
        ("Fourteen people died, besides the bomber himself.", "besides the bomber"),
        ("Not counting the gunman, 14 people were killed.", "Not counting the gunman"),
        ("Aside from the shooter, 14 people died.", "Aside from the shooter"),
        ("Fourteen people were killed in addition to the attacker.", "in addition to the attacker"),
        ("The clinic has 170 confirmed cases.", "confirmed"),
        ("The clinic has confirmed 170 deaths.", "confirmed"),
        ("The UN has verified 170 civilian deaths.", "verified"),
        ("There were 170 suspected cases.", "suspected"),
        ("The bodies of 170 people have been identified.", "identified"),
        ("Fourteen people died, including the mayor.", None),
        ("Fourteen people were shot by the gunman.", None),
        ("The mayor confirmed that 14 people had died.", None),
        ("Police identified the suspect and arrested nine others.", None),
    ],
)
def test_counting(extract: Callable[..., Extraction], text: str, counting: str | None) -> None:
    assert extract(text).claims[0].counting == counting


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("The raid killed 14 Peruvians.", {"peruvian"}),
        ("The raid killed 14 Peruvian soldiers.", {"peruvian", "soldier"}),
        ("The raid killed 14 civilians.", {"civilian"}),
        ("Fourteen women and girls were freed.", {"woman", "child"}),
        ("Fourteen children under five died.", {"child"}),
        ("Fourteen schoolchildren were hurt.", {"child"}),
        ("Troops killed 14 militants.", {"militant"}),
        ("Fourteen insurgents were killed.", {"militant"}),
        ("Fourteen hostages were freed.", {"hostage"}),
        ("Fourteen journalists have been killed.", {"journalist"}),
        ("Fourteen reporters were arrested.", {"journalist"}),
        ("Fourteen aid workers were killed.", {"aid_worker"}),
        ("Fourteen humanitarian workers were killed.", {"aid_worker"}),
        ("Fourteen police officers were hurt.", {"police"}),
        ("Fourteen troops were captured.", {"soldier"}),
        ("Fourteen nurses and doctors died.", {"medical"}),
        ("Fourteen people died.", set()),
        ("Fourteen people, mostly women, died.", set()),
        ("Fourteen of the dead were children.", {"child"}),
        ("Of the 90 dead, 14 were women.", {"woman"}),
    ],
)
def test_groups(extract: Callable[..., Extraction], text: str, groups: set[str]) -> None:
    who = extract(text).claims[-1].who

    assert set(who.groups if who else ()) == groups
