"""Text as word pieces, with the places where they stand."""

from claimx.pipeline.tagger.wordpieces import BREAK, split_paragraphs


def by_letter(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    letters = [(place, letter) for place, letter in enumerate(text) if not letter.isspace()]
    return [ord(letter) for _, letter in letters], [(place, place + 1) for place, _ in letters]


def test_a_break_stands_between_paragraphs_and_places_count_in_the_article():
    text = "ab\n\n \n\ncd"

    pieces = split_paragraphs(text, [(0, 2), (4, 5), (7, 9)], by_letter)

    assert pieces.numbers == (ord("a"), ord("b"), BREAK, ord("c"), ord("d"))
    assert pieces.spans == ((0, 1), (1, 2), (7, 7), (7, 8), (8, 9))


def test_nothing_gives_nothing():
    assert split_paragraphs("", [], by_letter).numbers == ()
