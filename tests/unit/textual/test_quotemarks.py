"""Pairing of quotation marks: styles, apostrophes, paragraphs, lost marks."""

import re

import pytest

from claimx.textual.quotemarks import Marked, pair_marks

ELISIONS = frozenset({"em", "til", "n"})


def marked(text: str) -> tuple[Marked, ...]:
    paragraphs = [found.span() for found in re.finditer(r"[^\n]+", text)]
    return pair_marks(text, paragraphs, elisions=ELISIONS).marked


def words(text: str, *, depth: int = 0) -> list[str]:
    return [text[one.start : one.end] for one in marked(text) if one.depth == depth]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The weir held,” she said. “Nobody drowned.”", ["The weir held,", "Nobody drowned."]),
        ('"The weir held," she said. "Nobody drowned."', ["The weir held,", "Nobody drowned."]),
        ("‘The weir held,’ she said.", ["The weir held,"]),
        ("'The weir held,' she said.", ["The weir held,"]),
        ("''The weir held,'' she said.", ["The weir held,"]),
        ("``The weir held,'' she said.", ["The weir held,"]),
        ("« Le barrage a tenu », dit-elle.", ["Le barrage a tenu"]),
        ("„Das Wehr hielt“, sagte sie.", ["Das Wehr hielt"]),
        ("»Das Wehr hielt«, sagte sie.", ["Das Wehr hielt"]),
        ('""The weir held,"" she said.', ["The weir held,"]),
        ("(“so he says”)", ["so he says"]),
        ("the weir—“our pride”—held", ["our pride"]),
    ],
)
def test_style(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The twins’ share and the girls' bikes were sold.",
        "Back in the ’90s and the '80s it was a mill.",
        "Rock 'n' roll came late.",
        "They told ’em so ’til noon.",
        "He is 6'2\" tall.",
        "It’s what they’d want.",
        "“ ”",
        "",
    ],
)
def test_apostrophes_mark_nothing(text: str) -> None:
    assert words(text) == []


def test_possessive_inside_single_marks() -> None:
    assert words("He called it ‘the twins’ share’ and left.") == ["the twins’ share"]


def test_possessives_do_not_disturb_double_marks() -> None:
    text = "Taking the rebels’ terms would leave them “whole” and the boys’ deaths “in vain”, he said."

    assert words(text) == ["whole", "in vain"]


def test_nested() -> None:
    text = "“She shouted ‘stop’ twice,” he said."

    assert words(text) == ["She shouted ‘stop’ twice,"]
    assert words(text, depth=1) == ["stop"]


def test_double_within_single() -> None:
    text = "‘She shouted “stop” twice,’ he said."

    assert words(text) == ["She shouted “stop” twice,"]
    assert words(text, depth=1) == ["stop"]


def test_each_paragraph_reopens() -> None:
    first, second = marked("“The pass is shut.\n\n“It opens in May,” said the warden.")

    assert not first.closed
    assert second.closed
    assert second.goes_on


def test_speech_runs_on_without_reopening() -> None:
    assert words("“The pass is shut.\n\nIt opens in May,” said the warden.") == [
        "The pass is shut.\n\nIt opens in May,"
    ]


def test_single_marks_reopen() -> None:
    assert words("‘The pass is shut.\n\n‘It opens in May,’ said the warden.") == [
        "The pass is shut.",
        "It opens in May,",
    ]


def test_lost_closing_mark_ends_with_the_paragraph() -> None:
    text = "She said: “The pass is shut.\n\nA storm was near."

    assert words(text) == ["The pass is shut."]
    assert pair_marks(text, [(0, 29), (31, 48)]).unpaired == (10,)


def test_lost_opening_mark() -> None:
    assert words("The pass is shut,” she said.") == ["The pass is shut,"]


def test_each_sentence_reopens() -> None:
    assert words("“The pass is shut. “It opens in May.”") == ["The pass is shut.", "It opens in May."]


@pytest.mark.parametrize(
    ("text", "unpaired"),
    [
        ('"The dyke will hold, Falk said.', (0,)),
        ("The dyke will hold,” Falk said.", (19,)),
        ("«The dyke will hold, Falk said.", (0,)),
        ("“The dyke will hold,” Falk said. “It is new.", (33,)),
        ("„The dyke will hold“, Falk said.", ()),
        ("»The dyke will hold«, Falk said.", ()),
        ("““The dyke will hold,”” Falk said.", ()),
        ("‘The twins’ dyke will hold,’ Falk said.", ()),
        ("The 6'2\" guard stood there.", ()),
    ],
)
def test_marks_without_a_partner_are_told(text: str, unpaired: tuple[int, ...]) -> None:
    assert pair_marks(text, [(0, len(text))]).unpaired == unpaired


def test_a_mark_on_the_wrong_side_of_its_space_opens() -> None:
    assert words('Falk said," The dyke will hold". It rained.') == ["The dyke will hold"]
    assert words('"The dyke will hold," she said.') == ["The dyke will hold,"]
