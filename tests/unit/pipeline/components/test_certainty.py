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
