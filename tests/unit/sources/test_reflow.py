"""Lines of printed pages into paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.sources.reflow import reflow

FULL = "The harbour office said that 31 people had died on the"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([FULL, "ferry, more than ever before on one day in the whole of", "Corunda."], 1),
        (["Ferry sinks", FULL, "ferry."], 2),
        ([FULL + " ferry.", "", "The boat had left with 214 passengers on board at dawn"], 2),
        ([FULL, "- 12 were hurt"], 2),
        ([FULL, "", "ferry, as it sank within an hour of leaving the harbour"], 1),
        ([FULL, "", "The boat had left with 214 passengers on board at dawn"], 2),
    ],
)
def test_paragraphs(lines, expected):
    assert len(reflow(["\n".join(lines)]).split("\n\n")) == expected


@pytest.mark.parametrize(
    ("end", "start", "joined", "also"),
    [
        ("it killed 31 peo-", "ple on the way", "31 people on", ""),
        ("it is a long-", "term matter for the whole of the town", "long-term matter", "Nothing was long-term here."),
        ("it killed a 31-", "year old man on the way to the town", "31-year old", ""),
        ("it killed 31 peo\u00ad", "ple on the way", "31 people on", ""),
    ],
)
def test_words_that_a_line_cuts(end, start, joined, also):
    line = f"The office said in the end {end}"

    assert joined in reflow([f"{line}\n{start}\n{also}"])


def test_running_heads_and_page_numbers_go():
    pages = [
        f"THE HARBOUR POST No {number}\nFerry {number} sank with 31 people.\nPage {number} of 4"
        for number in range(1, 5)
    ]

    text = reflow(pages)

    assert "HARBOUR" not in text
    assert "Page" not in text
    assert text.count("with 31 people") == 4


def test_what_stands_on_two_pages_alone_stays():
    assert reflow(["31 died.", "31 died."]) == "31 died.\n\n31 died."


def test_a_book_in_one_paragraph_takes_no_time():
    text = reflow(["\n".join([FULL] * 20_000)])

    assert len(text) == 20_000 * (len(FULL) + 1) - 1


def test_a_line_of_letters_takes_no_time():
    assert reflow(["a" * 200_000]) == "a" * 200_000


@given(st.lists(st.text(alphabet="ab-. 1\n\u00ad"), max_size=4))
def test_no_letter_is_lost_or_made_up(pages):
    """Page numbers and hyphens may go."""
    found = sorted(char for char in reflow(pages) if char in "ab")

    assert found == sorted(char for page in pages for char in page if char in "ab") or len(pages) > 2
