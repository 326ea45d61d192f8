"""Hard sentences of our own: every figure in them must come out as annotated, and nothing else may.

One TOML file for each family of phenomena. What the program is known to get wrong carries `fails` with the reason, and
must fail until it is mended.
"""

from collections.abc import Callable

import pytest
from adversarial_cases import Case, expected_claim, found_claim, read_cases

from claimx.records import Extraction

FEWEST_CASES = 320
CASES = read_cases()


@pytest.mark.model
@pytest.mark.parametrize(
    "case",
    [
        pytest.param(case, id=name, marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [])
        for name, case in CASES
    ],
)
def test_adversarial_sentence(case: Case, extract: Callable[..., Extraction]):
    claims = extract(case.text).claims
    texts = {claim.id: claim.text for claim in claims}
    by_position = dict(enumerate(case.claims))
    found = [found_claim(claim, by_position.get(position), texts) for position, claim in enumerate(claims)]
    assert found == [expected_claim(claim) for claim in case.claims]


def test_suite_is_large_and_a_third_of_it_gives_nothing():
    texts = {case.text for _, case in CASES}
    assert len(texts) == len(CASES) >= FEWEST_CASES
    assert 3 * sum(not case.claims for _, case in CASES) >= len(CASES)
