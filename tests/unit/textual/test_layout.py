import pytest

from claimx.textual.layout import LayoutWords, find_blocks

WORDS = LayoutWords(
    furniture_lines=frozenset({"scroll to top"}),
    furniture_starts=("sign up for",),
    tail_lines=frozenset({"related posts"}),
    caption_starts=("photo:",),
    caption_ends=("/afp",),
)


def zones(text: str) -> list[tuple[str, str]]:
    return [(block.zone, text[block.start : block.end]) for block in find_blocks(text, WORDS)]


def test_headline_lead_and_body() -> None:
    assert zones("Ferry sinks off Tarn\n\nA ferry sank on Monday.\n\nIt carried 30 people.") == [
        ("headline", "Ferry sinks off Tarn"),
        ("lead", "A ferry sank on Monday."),
        ("body", "It carried 30 people."),
    ]


def test_a_section_name_and_a_date_stamp_are_furniture() -> None:
    text = "World\n\nFerry sinks off the coast of Tarn\n\nPosted 14.02.2023 - 10:15\n\nA ferry sank on Monday."
    assert [zone for zone, _ in zones(text)] == ["furniture", "headline", "furniture", "lead"]


def test_a_headline_may_hold_a_year() -> None:
    assert zones("Ferry that sank in 2009 is raised from the sea\n\nIt was raised.")[0][0] == "headline"


def test_from_a_list_of_links_on_only_sentences_count() -> None:
    text = "A ferry sank.\n\nRelated posts\n\nTen dead in 2019 crash\n\nPort to close in 2025"
    assert [zone for zone, _ in zones(text)] == ["lead", "furniture", "furniture", "furniture"]


def test_a_sentence_after_a_list_of_links_is_body_again() -> None:
    text = "A ferry sank.\n\nRelated posts\n\nTen dead in crash\n\nDivers found 3 bodies."
    assert zones(text)[-1] == ("body", "Divers found 3 bodies.")


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("Scroll to Top", "furniture"),
        ("Sign up for 3 letters a week.", "furniture"),
        ("Photo: Divers bring up 3 crates.", "caption"),
        ("Divers at the wreck on Friday. Jo Smid/AFP", "caption"),
        ("- 12 people from Tarn", "list"),
        ("1. The hull had 3 holes.", "list"),
        ("They scroll to top speed.", "body"),
    ],
)
def test_what_a_paragraph_says_of_itself(line: str, zone: str) -> None:
    assert zones(f"A ferry sank.\n\n{line}\n\nIt was old.")[1] == (zone, line)


def test_rows_of_cells_are_a_table() -> None:
    text = "A ferry sank.\n\nTown\tDead\tHurt\nTarn\t3\t12\nBolm\t4\t9\n\nIt was old."
    assert [zone for zone, _ in zones(text)] == ["lead", "table", "table", "table", "body"]


def test_a_wrapped_line_goes_on() -> None:
    text = (
        "A ferry sank.\nThe owner had bought the vessel in May from a company of Finance Minister\nJane Doe in 2009.\n"
        "It was old."
    )
    assert [paragraph for _, paragraph in zones(text)][1:] == [
        "The owner had bought the vessel in May from a company of Finance Minister\nJane Doe in 2009.",
        "It was old.",
    ]


def test_a_long_headline_does_not() -> None:
    text = "Ferry with hundreds on board sinks off Tarn in the worst storm of the decade\nA ferry sank on Monday."
    assert [zone for zone, _ in zones(text)] == ["headline", "lead"]


@pytest.mark.parametrize("text", ["", " \n \n", "\n\n\n"])
def test_white_space_has_no_paragraphs(text: str) -> None:
    assert zones(text) == []


def test_pictures_of_a_gallery_are_captions() -> None:
    text = "A ferry sank.\n\nImage 7 of 16 Divers bring 3 bodies ashore\n\nImage 7 was sharp, 16 of them were not."
    assert [zone for zone, _ in zones(text)] == ["lead", "caption", "body"]
