import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.doubts import doubt, kind_among_all
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


def test_a_part_is_not_held_against_what_equals_its_total() -> None:
    text = "The fire in Orsa hurt nine people, including six children."
    article = make_article(text=text, source="Valley Times", id="Valley Times", published="2021-03-04")
    event = make_event(article=article, name="fire in Orsa", kind="fire", from_="2021-03-03", place="Orsa")
    nine = make_claim(article=article, text="nine", metric="injured", event=event, where="Orsa")
    six = make_claim(
        article=article, text="six", metric="injured", event=event, where="Orsa", who="children", part_of=nine
    )
    _, part = read_figures(make_extraction(article=article, claims=[nine, six], events=[event]), SETTINGS)
    total, more = (
        figure("Hill Courier", f"The fire in Orsa hurt {number} kids.", number, who="kids")
        for number in ("nine", "ten")
    )

    assert why(part, total) == why(total, part) == "one is a part of what the other counts"
    assert why(part, more) != "one is a part of what the other counts"


def test_a_kind_of_people_is_not_held_against_all_of_its_own_article() -> None:
    all_people = figure("Valley Times", "The fire in Orsa hurt 13.", "13")
    boxers = figure("Valley Times", "He was one of three boxers hurt in the fire in Orsa.", "three", who="boxers")

    assert kind_among_all(all_people, boxers)
    assert not kind_among_all(
        boxers, figure("Valley Times", "The fire in Orsa hurt four boxers.", "four", who="boxers")
    )


def test_doubts_are_the_same_from_both_sides() -> None:
    one = figure("Valley Times", "The fire in Orsa hurt six others.", "six")
    other = figure(*PLAIN)
    assert why(one, other) == why(other, one)


def test_a_part_of_its_own_kind_counts_only_some_of_that_kind() -> None:
    text = "The fire in Orsa hurt four juveniles, two children among them."
    article = make_article(text=text, source="Valley Times", id="Valley Times", published="2021-03-04")
    event = make_event(article=article, name="fire in Orsa", kind="fire", from_="2021-03-03", place="Orsa")
    about = {"metric": "injured", "event": event, "where": "Orsa"}
    four = make_claim(article=article, text="four", who="juveniles", groups=["child"], **about)
    two = make_claim(article=article, text="two", who="children", groups=["child"], part_of=four, **about)
    _, part = read_figures(make_extraction(article=article, claims=[four, two], events=[event]), SETTINGS)

    assert part.of_its_kind
    assert why(part, figure("Hill Courier", "The fire in Orsa hurt three kids.", "three", who="kids")) is not None
