import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.doubts import doubt
from claimx.compare.figure import Figure
from claimx.compare.reading import read_figures
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings

SETTINGS = CompareSettings()


def figure(source: str, text: str, number: str, metric: str = "injured", **claim: object) -> Figure:
    article = make_article(text=text, source=source, id=source, published="2021-03-04")
    event = make_event(article=article, name="fire in Orsa", kind="fire", from_="2021-03-03", place="Orsa")
    made = make_claim(article=article, text=number, metric=metric, event=event, where="Orsa", **claim)
    (found,) = read_figures(make_extraction(article=article, claims=[made], events=[event]), SETTINGS)
    return found


def why(one: Figure, other: Figure) -> str | None:
    return doubt(one, other, relate(one, other, SETTINGS))


PLAIN = ("Hill Courier", "The fire in Orsa hurt nine people.", "nine")


def test_two_counts_of_all_are_not_doubted() -> None:
    one = figure("Valley Times", "The fire in Orsa hurt six people.", "six", who="people")
    assert why(one, figure(*PLAIN, who="people")) is None


@pytest.mark.parametrize(
    ("text", "number", "said"),
    [
        ("The fire in Orsa hurt six others.", "six", "others"),
        ("The fire in Orsa hurt several people.", "several", "vague"),
        ("The fire in Orsa hurt one guest.", "one", "single person"),
        ("In Orsa two guests, Anna Velt and Ivo Ruda, were hurt.", "two", "names"),
    ],
)
def test_what_raises_doubt(text: str, number: str, said: str) -> None:
    assert said in (why(figure("Valley Times", text, number), figure(*PLAIN)) or "")


def test_others_than_the_dead_are_all_the_hurt() -> None:
    one = figure("Valley Times", "The fire in Orsa killed a cook and hurt six others.", "six")
    assert why(one, figure(*PLAIN)) is None


def test_doubts_are_the_same_from_both_sides() -> None:
    one = figure("Valley Times", "The fire in Orsa hurt six others.", "six")
    other = figure(*PLAIN)
    assert why(one, other) == why(other, one)
