import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings
from claimx.compare.totals import BrokenTotal, broken_totals
from claimx.lexicon.populations import read_populations

GROUPS = read_populations()


def broken(text: str, whole: str, *parts: tuple[str, str], who: str | None = None) -> tuple[BrokenTotal, ...]:
    article = make_article(text=text)
    total = make_claim(article=article, text=whole, who=who, groups=GROUPS.groups_in(who or ""))
    claims = [
        make_claim(article=article, text=each, who=by, groups=GROUPS.groups_in(by), part_of=total) for each, by in parts
    ]
    figures = read_figures(make_extraction(article=article, claims=[total, *claims]), CompareSettings())
    return broken_totals(figures, CompareSettings())


@pytest.mark.parametrize(
    ("text", "whole", "parts", "above"),
    [
        ("The raid killed 41 people: 13 soldiers and 28 nurses.", "41", [("13", "soldiers"), ("28", "nurses")], None),
        ("The raid killed 41 people: 13 soldiers and 31 nurses.", "41", [("13", "soldiers"), ("31", "nurses")], True),
        ("The raid killed 41 people: 13 soldiers and 20 nurses.", "41", [("13", "soldiers"), ("20", "nurses")], False),
        (
            "The raid killed 41 people, including 13 soldiers and 20 nurses.",
            "41",
            [("13", "soldiers"), ("20", "nurses")],
            None,
        ),
        ("The raid killed 41 people, among them 52 nurses.", "41", [("52", "nurses")], True),
        (
            "The raid killed about 50 people: 13 soldiers and 35 nurses.",
            "about 50",
            [("13", "soldiers"), ("35", "nurses")],
            None,
        ),
        (
            "Of the 41 people killed, 13 were soldiers and 20 nurses.",
            "41",
            [("13", "soldiers"), ("20", "nurses")],
            None,
        ),
    ],
)
def test_parts_against_their_total(text: str, whole: str, parts: list[tuple[str, str]], *, above: bool | None) -> None:
    assert [each.above for each in broken(text, whole, *parts)] == ([] if above is None else [above])


def test_some_parts_may_be_among_the_others() -> None:
    text = "The raid killed 41 people: 22 men, 19 women and 5 teachers."

    assert broken(text, "41", ("22", "men"), ("19", "women"), ("5", "teachers")) == ()


def test_a_total_that_names_its_kinds_is_the_sum_of_them() -> None:
    text = "The raid killed more than 300 soldiers and rebels. They were 180 rebels and about 70 soldiers."
    found = broken(text, "more than 300", ("180", "rebels"), ("about 70", "soldiers"), who="soldiers and rebels")

    assert [(each.total, each.above) for each in found] == [(250, False)]
