"""Numbers of an article with what is known of its outlet."""

from collections.abc import Callable

import pytest

from claimx.records import Extraction

pytestmark = pytest.mark.model

SURE, LESS_SURE = 0.9, 0.75


@pytest.mark.parametrize(
    ("details", "unit", "confidence"),
    [
        ({}, "USD", LESS_SURE),
        ({"source": "The Vosk Courier"}, "USD", LESS_SURE),
        ({"source": "Reuters"}, "USD", SURE),
        ({"source": "CBC News"}, "CAD", SURE),
        ({"source": "The Vosk Courier", "url": "https://courier.com.au/1"}, "AUD", SURE),
        ({"source": "vosk.co.nz"}, "NZD", SURE),
        ({"source": "BBC"}, "USD", SURE),
    ],
)
def test_dollars_of_the_outlets_country(
    details: dict[str, str], unit: str, confidence: float, extract: Callable[..., Extraction]
):
    (claim,) = extract("The pier in Vosk cost $46 million.", **details).claims
    assert (claim.quantity.unit, float(claim.confidence)) == (unit, confidence)


def test_dollars_that_are_named_are_what_they_say(extract: Callable[..., Extraction]):
    claims = extract("The pier cost US$46 million, the mill S$2 million.", source="CBC News").claims
    assert [(claim.quantity.unit, float(claim.confidence)) for claim in claims] == [("USD", SURE), ("SGD", SURE)]


def test_dollars_in_a_title_are_the_outlets_own(extract: Callable[..., Extraction]):
    extraction = extract("The pier is closed.", title="Pier cost $46 million", source="ABC Australia")
    assert [claim.quantity.unit for claim in extraction.claims] == ["AUD"]
