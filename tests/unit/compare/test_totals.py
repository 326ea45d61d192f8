import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare.figure import read_figures
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
        ("The raid killed 33 people: 8 soldiers and 25 nurses.", "33", [("8", "soldiers"), ("25", "nurses")], None),
        ("The raid killed 33 people: 8 soldiers and 29 nurses.", "33", [("8", "soldiers"), ("29", "nurses")], True),
        ("The raid killed 33 people: 8 soldiers and 20 nurses.", "33", [("8", "soldiers"), ("20", "nurses")], False),
        (
            "The raid killed 33 people, including 8 soldiers and 20 nurses.",
            "33",
            [("8", "soldiers"), ("20", "nurses")],
            None,
        ),
        ("The raid killed 33 people, among them 40 nurses.", "33", [("40", "nurses")], True),
        (
            "The raid killed about 40 people: 8 soldiers and 30 nurses.",
            "about 40",
            [("8", "soldiers"), ("30", "nurses")],
            None,
        ),
        ("Of the 33 people killed, 8 were soldiers and 20 nurses.", "33", [("8", "soldiers"), ("20", "nurses")], None),
    ],
)
def test_parts_against_their_total(text: str, whole: str, parts: list[tuple[str, str]], *, above: bool | None) -> None:
    assert [each.above for each in broken(text, whole, *parts)] == ([] if above is None else [above])


def test_some_parts_may_be_among_the_others() -> None:
    text = "The raid killed 33 people: 20 men, 13 women and 5 teachers."

    assert broken(text, "33", ("20", "men"), ("13", "women"), ("5", "teachers")) == ()


def test_a_total_that_names_its_kinds_is_the_sum_of_them() -> None:
    text = "The raid killed more than 200 soldiers and rebels. They were 127 rebels and about 50 soldiers."
    found = broken(text, "more than 200", ("127", "rebels"), ("about 50", "soldiers"), who="soldiers and rebels")

    assert [(each.total, each.above) for each in found] == [(177, False)]
