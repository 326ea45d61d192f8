import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import repeats
from claimx.compare.figure import Figure
from claimx.compare.first_and_last import FIRST, LAST
from claimx.compare.reading import read_figures
from claimx.compare.repeats import gather
from claimx.compare.settings import CompareSettings

SETTINGS = CompareSettings()


def gathered(
    text: str, *claims: dict[str, object], title: str | None = None, event: str | None = "blast"
) -> list[list[str]]:
    article = make_article(text=text, title=title)
    made = make_event(article=article, name=event) if event else None
    built = [make_claim(article=article, event=made, **claim) for claim in claims]  # type: ignore[arg-type]
    figures = read_figures(make_extraction(article=article, claims=built, events=[made] if made else []), SETTINGS)
    return [[each.claim.text for each in node.figures] for node in gather(figures, SETTINGS)]


def test_a_figure_said_twice_is_one() -> None:
    text = "The blast killed 34 people. Many of the 34 were asleep."

    assert gathered(text, {"text": "34"}, {"text": "34", "nth": 1}) == [["34", "34"]]


def test_a_vague_word_and_its_number_are_one() -> None:
    assert gathered("Dozens died. The blast killed 34 people.", {"text": "Dozens"}, {"text": "34"}) == [
        ["Dozens", "34"]
    ]


def test_two_numbers_are_two_things() -> None:
    assert gathered("The blast killed 34 people. In Orsa 12 died.", {"text": "34"}, {"text": "12"}) == [["34"], ["12"]]


def test_equal_numbers_of_one_sentence_are_two_things() -> None:
    assert gathered("It hurt 2 in Orsa and 2 in Ume.", {"text": "2"}, {"text": "2", "nth": 1}) == [["2"], ["2"]]


def test_two_sources_on_one_thing_are_laid_side_by_side() -> None:
    text = "The army said 2 people died in the blast. Villagers said 9 people died."
    one = {"text": "2", "who": "people", "source": "The army"}
    other = {"text": "9", "who": "people", "source": "Villagers"}

    assert gathered(text, one, other) == [["2", "9"]]


def test_an_estimate_is_no_second_version() -> None:
    text = "The army said 2 people died in the blast. Villagers said 9 people died."
    one = {"text": "2", "who": "people", "source": "The army"}
    other = {"text": "9", "who": "people", "source": "Villagers", "certainty": "believed"}

    assert gathered(text, one, other) == [["2"], ["9"]]


def test_a_headline_belongs_to_the_only_figure_below() -> None:
    title = "Blast kills 43"
    claims = ({"text": "43", "in_title": True}, {"text": "34"})

    assert gathered("The blast killed 34 people.", *claims, title=title) == [["34", "43"]]
    more = (*claims, {"text": "12"})
    assert gathered("The blast killed 34 people. In Orsa 12 died.", *more, title=title) == [["34"], ["12"], ["43"]]


@pytest.mark.parametrize("same", [False, True])
def test_the_rows_of_a_long_table_are_held_against_few(monkeypatch: pytest.MonkeyPatch, same: bool) -> None:
    held = 0
    one_thing = repeats._one_thing

    def count(one: Figure, other: Figure, settings: CompareSettings) -> bool:
        nonlocal held
        held += 1
        return one_thing(one, other, settings)

    monkeypatch.setattr(repeats, "_one_thing", count)
    rows = 120
    numbers = ["517" if same else str(1000 + 7 * row) for row in range(rows)]
    found = gathered(
        " ".join(f"In row {row} it killed {number}." for row, number in enumerate(numbers)),
        *({"text": number, "nth": row if same else 0} for row, number in enumerate(numbers)),
    )

    assert sum(map(len, found)) == rows
    assert len(found) == 1 if same else len(found) > rows - 10
    assert held <= rows * (FIRST + LAST)
