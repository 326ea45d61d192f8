import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.figure import Figure
from claimx.compare.lesser import is_below, is_second
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings

SETTINGS = CompareSettings()


def two(text: str, first: tuple[str, str], second: tuple[str, str]) -> tuple[Figure, Figure]:
    article = make_article(text=text, published="2031-05-04")
    event = make_event(article=article, name="raid on Orsa", kind="attack")
    claims = [
        make_claim(article=article, text=number, metric=metric, event=event) for number, metric in (first, second)
    ]
    one, other = read_figures(make_extraction(article=article, claims=claims, events=[event]), SETTINGS)
    return one, other


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        (("Nine", "injured"), ("Two", "injured"), True),
        (("Nine", "injured"), ("Two", "casualties"), True),
        (("Nine", "casualties"), ("Two", "injured"), False),
        (("Nine", "killed"), ("Two", "injured"), False),
    ],
)
def test_a_lesser_figure(first: tuple[str, str], second: tuple[str, str], *, wanted: bool) -> None:
    larger, figure = two("Nine people were hurt in the raid. Two were driven to Tarvo.", first, second)

    assert is_below(figure, larger, SETTINGS) is wanted
    assert not is_below(larger, figure, SETTINGS)


def test_what_stands_before_is_below_nothing() -> None:
    figure, larger = two("Two were driven to Tarvo. Nine people were hurt.", ("Two", "injured"), ("Nine", "injured"))

    assert not is_below(figure, larger, SETTINGS)
    assert is_second(larger, figure, SETTINGS)


def test_a_second_number_comes_after_another_one() -> None:
    first, second = two("Nine people died in the raid. Some 35 died too.", ("Nine", "killed"), ("Some 35", "killed"))

    assert is_second(second, first, SETTINGS)
    assert not is_second(first, second, SETTINGS)
    assert not is_second(first, first, SETTINGS)
