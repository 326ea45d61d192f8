"""Percentages against numbers: what is drawn from one truth never clashes, and half of it always does."""

from decimal import Decimal

from builders import make_article, make_claim, make_event, make_extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction

HEDGES = {"": (Decimal(1), Decimal(1)), "about ": (Decimal("0.97"), Decimal("1.03")), "more than ": (Decimal("0.9"), 1)}
PERCENT_HEDGES = st.sampled_from(["", "about ", "more than "])


def told(outlet: str, text: str, number: str, **fields: object) -> Extraction:
    article = make_article(text=text, id=outlet, source=outlet, published="2031-05-04")
    event = make_event(article=article, name="war in Tarvo", kind="war", place="Tarvo")
    claim = make_claim(article=article, text=number, where="Tarvo", event=event, **fields)
    return make_extraction(article=article, claims=[claim], events=[event])


def told_three(percent: str, whole: int, number: str) -> list[str]:
    share = told(
        "Ferry Post",
        f"The war displaced {percent} percent of the population of Tarvo.",
        f"{percent} percent",
        metric="displaced",
        unit="percent",
        of="the population",
    )
    stated = told("Hill Courier", f"Tarvo has a population of {whole:,}.", f"{whole:,}", metric="count")
    count = told(
        "Coast Radio", f"The war displaced {number} people in Tarvo.", number, metric="displaced", who="people"
    )
    return [finding.code for finding in compare_extractions([share, stated, count]).findings]


def rounded(number: Decimal, digits: int) -> int:
    """A number as news write it: with so many digits that are not zero."""
    return int(f"{number:.{digits - 1}e}".partition("e")[0].replace(".", "")) * 10 ** (
        int(f"{number:.{digits - 1}e}".partition("e")[2]) - digits + 1
    )


@settings(deadline=None, max_examples=60)
@given(
    st.integers(20_000, 90_000_000), st.integers(12, 96), PERCENT_HEDGES, st.integers(2, 4), st.sampled_from([*HEDGES])
)
def test_what_is_drawn_from_one_truth_never_clashes(
    whole: int, share: int, hedge: str, digits: int, number_hedge: str
) -> None:
    low, _ = HEDGES[hedge]
    count = rounded(Decimal(whole) * share / 100, digits)
    percent = f"{hedge}{int(share * low)}"
    floor = rounded(count * HEDGES[number_hedge][0], digits)
    assert "CX103" not in told_three(percent, whole, f"{number_hedge}{floor:,}")


@settings(deadline=None, max_examples=60)
@given(st.integers(20_000, 90_000_000), st.integers(24, 96), st.sampled_from(["", "about "]), st.integers(2, 4))
def test_half_of_the_truth_always_does(whole: int, share: int, hedge: str, digits: int) -> None:
    half = rounded(Decimal(whole) * share / 200, digits)
    assert "CX103" in told_three(f"{hedge}{share}", whole, f"{half:,}")
