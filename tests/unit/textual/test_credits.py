import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.textual.credits import CreditWords, read_credits

WORDS = CreditWords(
    {"Zeta Wire": "Zeta", "Zeta": "Zeta", "Coast Press": "CP"}, ("copyright",), ("contributed to this",)
)


@pytest.mark.parametrize(
    "text",
    [
        "ORSA, May 4 (Zeta Wire) – Nine people drowned.",
        "Nine drown in Orsa\nORSA (Zeta) — Nine people drowned.",
        "ORSA, May 4 /Zeta/ -- Nine people drowned.",
        "Nine drown in Orsa\nBy Ada Lind, Zeta Wire\nNine people drowned.",
        "Nine drown in Orsa\nZeta Wire\nNine people drowned.",
        "Nine people drowned.\n\nCopyright 2031 Zeta Wire. All rights reserved.",
    ],
)
def test_an_agency_wrote_all_of_it(text: str) -> None:
    (credit,) = read_credits(text, WORDS)

    assert (credit.agency, credit.whole) == ("Zeta", True)
    assert text[credit.start : credit.end] in WORDS.agencies


def test_an_agency_wrote_some_of_it() -> None:
    (credit,) = read_credits("Nine people drowned.\n\nCoast Press contributed to this report.", WORDS)

    assert (credit.agency, credit.whole) == ("CP", False)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people drowned, the mayor told Zeta Wire.",
        "The agency (Zeta) was founded at the port.",
        "Zeta Wire shares fell by 9 percent on Monday.",
        "Nine people drowned. He had contributed to this in March. Zeta was told so.\nNine.",
        "",
    ],
)
def test_no_credit(text: str) -> None:
    assert read_credits(text, WORDS) == ()


def test_a_line_of_nothing_but_agencies_takes_no_time() -> None:
    assert len(read_credits("Zeta contributed to this " * 20_000, WORDS)) == 1


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    read_credits(f"{text} Zeta {text}", WORDS)
