"""Groups of people named in a phrase, whatever its spelling."""

import pytest

from claimx.lexicon.lexicon import load_lexicon


@pytest.mark.parametrize(
    ("phrase", "groups"),
    [
        ("two weary CHILDREN", ("child",)),
        ("\u017foldiers", ("soldier",)),
        ("childrenswear rails", ()),
        ("oak beams", ()),
        ("", ()),
    ],
)
def test_groups_are_found_by_their_words(phrase: str, groups: tuple[str, ...]) -> None:
    assert load_lexicon().populations.groups_in(phrase) == groups
