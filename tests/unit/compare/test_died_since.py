import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare.died_since import died_since
from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings


def hurt(text: str, number: str, dead: str | None = None, metric: str = "injured") -> Figure:
    article = make_article(text=text)
    claims = [make_claim(article=article, text=number, metric=metric)]
    claims += [make_claim(article=article, text=dead, metric="killed")] if dead else []
    figures = read_figures(make_extraction(article=article, claims=claims), CompareSettings())
    return next(figure for figure in figures if figure.claim.text == number)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (("It hurt five.", "five"), ("It left one dead and hurt four.", "four", "one"), True),
        (("It left two dead and hurt five.", "five", "two"), ("It left 3 dead and hurt four.", "four", "3"), True),
        (("It hurt five.", "five"), ("It hurt four.", "four"), False),
        (("It hurt five.", "five"), ("It left one dead and hurt 2.", "2", "one"), False),
        (("It left one dead, five hurt.", "five", "one"), ("It left one dead, four hurt.", "four", "one"), False),
        (("It hurt four.", "four"), ("It left one dead and hurt five.", "five", "one"), False),
    ],
)
def test_fewer_are_hurt_for_some_have_died(old: tuple[str, ...], new: tuple[str, ...], *, wanted: bool) -> None:
    assert died_since(hurt(*old), hurt(*new)) is wanted


def test_only_the_hurt_become_fewer() -> None:
    old = hurt("It put out five.", "five", metric="displaced")
    new = hurt("It left one dead and put out four.", "four", "one", metric="displaced")
    assert not died_since(old, new)
