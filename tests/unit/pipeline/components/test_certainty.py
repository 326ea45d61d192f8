"""How sure a text is of a figure."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

Extract = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The slide killed 14 hikers.", "asserted"),
        ("Officials said 14 hikers were killed.", "asserted"),
        ("Officials believe 14 hikers were killed.", "believed"),
        ("Some 14 hikers are believed to have been killed.", "believed"),
        ("The clinic reported 17 suspected cases.", "believed"),
        ("The slide may have killed 14 hikers.", "believed"),
        ("Fourteen hikers are presumed dead.", "presumed"),
        ("The rebels claim they killed 14 soldiers.", "alleged"),
        ("The storm claimed the lives of 14 people.", "asserted"),
        ("There are claims that some 20 climbers are feared dead.", "alleged"),
        ("The ministry denied that 14 hikers were killed.", "denied"),
        ("Another slide would kill 14 hikers.", "hypothetical"),
        ("If 14 hikers were killed, the trail will be closed.", "hypothetical"),
        ("They signed an agreement to free 45 inmates.", "hypothetical"),
        ("They want the 23 hostages freed.", "asserted"),
        ("Some 40 hikers are believed to be dead.", "believed"),
        ("Officials fear 40 hikers have died.", "believed"),
        ("More than 40 hikers were feared dead.", "believed"),
        ("Nine sailors, presumed dead, were mourned on Sunday.", "presumed"),
        ("The agency predicts that 300,000 people will flee.", "believed"),
        ("The firm expects to cut 400 jobs.", "believed"),
        ("Prosecutors allege that he stole $4 million.", "alleged"),
        ("The rebels claimed responsibility for an attack that killed 12 soldiers.", "asserted"),
        ("The storm claimed 21 lives.", "asserted"),
        ("The army denied killing 14 villagers.", "denied"),
        ("The army rejected reports that 14 villagers were killed.", "denied"),
        ("The minister called the claim that 90 prisoners had died a lie.", "alleged"),
        ("A collapse could leave 3,000 people homeless.", "hypothetical"),
        ("Up to 500 people may have been infected.", "believed"),
        ("The plan would move 2,000 families.", "hypothetical"),
        ("The city plans to build 600 shelters.", "hypothetical"),
        ("They agreed to free 45 inmates.", "hypothetical"),
        ("If the dam fails, 40 villages will be flooded.", "hypothetical"),
        ("Police arrested 15 people suspected of arson.", "asserted"),
        ("Twelve men were accused of arson.", "asserted"),
        ("Fifteen people were allegedly beaten in the jail.", "alleged"),
        ("It is unclear whether 40 or 50 people died.", "hypothetical"),
        ("Rumours that 60 people had died proved false.", "alleged"),
        ("At least 30 people are thought to be buried in the mud.", "believed"),
        ("The clinic treated 12 people for suspected cholera.", "asserted"),
        ("The clinic counted 12 suspected cholera cases.", "believed"),
        ("Fifty-two percent of voters would back Okoro.", "asserted"),
        ("That would be half of the harvest.", "asserted"),
        ("Witnesses told police the gunmen had apparently killed six guards.", "believed"),
        ("The raid may be revenge for the killing of 17 rebels.", "asserted"),
    ],
)
def test_certainty(extract: Extract, text: str, expected: str) -> None:
    (claim,) = extract(text).claims

    assert claim.certainty == expected


def test_a_list_is_as_sure_as_its_total(extract: Extract) -> None:
    claims = extract("Officials say nine people are presumed dead — two sailors and seven passengers.").claims

    assert [claim.certainty for claim in claims] == ["presumed"] * 3


def test_a_number_set_right_is_denied(extract: Extract) -> None:
    claims = extract("Not 40 but 14 hikers were killed.").claims

    assert [(claim.quantity.value, claim.negated) for claim in claims if claim.negated] in ([], [(40, True)])
    assert [claim.certainty for claim in claims if not claim.negated] == ["asserted"]


def test_what_an_adjective_says_of_one_noun_it_says_not_of_the_next(extract: Extract) -> None:
    claims = extract("The clinic has 94 suspected cases of cholera in Orsa, 37 confirmed cases in Lima.").claims

    assert [claim.certainty for claim in claims] == ["believed", "asserted"]
