from dataclasses import replace

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare import sums
from claimx.compare.align import Cluster
from claimx.compare.figure import Figure
from claimx.compare.first_and_last import FIRST, LAST
from claimx.compare.reading import read_figures
from claimx.compare.repeats import Node
from claimx.compare.scope import Scope, relate
from claimx.compare.settings import CompareSettings
from claimx.compare.sums import add_up, siblings
from claimx.lexicon.populations import read_populations

SETTINGS = CompareSettings()
GROUPS = read_populations()


def figures(text: str, *claims: tuple[str, str]) -> tuple[Figure, ...]:
    article = make_article(text=text)
    built = [make_claim(article=article, text=each, who=who, groups=GROUPS.groups_in(who)) for each, who in claims]
    return read_figures(make_extraction(article=article, claims=built), SETTINGS)


@pytest.mark.parametrize(
    ("text", "claims", "together"),
    [
        ("The truce freed 52 Kenyans and 17 foreigners.", [("52", "Kenyans"), ("17", "foreigners")], True),
        (
            "It killed 52 soldiers, 3 nurses and 17 rebels.",
            [("52", "soldiers"), ("3", "nurses"), ("17", "rebels")],
            True,
        ),
        ("It killed 52 civilians, including 17 children.", [("52", "civilians"), ("17", "children")], False),
        ("It killed 52 civilians, and 17 children.", [("52", "civilians"), ("17", "children")], False),
        ("It killed 52 people and 17 others.", [("52", "people"), ("17", "others")], False),
        ("It killed 52 soldiers. Later 17 rebels died.", [("52", "soldiers"), ("17", "rebels")], False),
    ],
)
def test_siblings_count_different_people_in_one_list(
    text: str, claims: list[tuple[str, str]], *, together: bool
) -> None:
    runs = siblings(figures(text, *claims))

    assert [len(run) for run in runs] == ([len(claims)] if together else [])


def test_a_sum_adds_numbers_and_hedges() -> None:
    exact = add_up(figures("It killed 52 soldiers and 17 rebels.", ("52", "soldiers"), ("17", "rebels")), SETTINGS)
    open_end = add_up(
        figures("It killed at least 52 soldiers and 17 rebels.", ("at least 52", "soldiers"), ("17", "rebels")),
        SETTINGS,
    )
    mixed = add_up(
        figures(
            "It killed at least 52 soldiers and up to 17 rebels.", ("at least 52", "soldiers"), ("up to 17", "rebels")
        ),
        SETTINGS,
    )

    assert exact is not None
    assert exact.number == 69
    assert exact.claim.quantity.comparator == "exact"
    assert open_end is not None
    assert open_end.possible.high is None
    assert mixed is None


def test_a_sum_is_held_against_few_figures_of_a_large_group(monkeypatch: pytest.MonkeyPatch) -> None:
    held = 0

    def count(one: Figure, other: Figure, settings: CompareSettings) -> Scope:
        nonlocal held
        held += 1
        return relate(one, other, settings)

    monkeypatch.setattr(sums, "relate", count)
    total = figures("It killed 69 people in Orsa.", ("69", "people"))[0]
    cluster = Cluster(keys={"orsa"})
    for number in range(500):
        article = total.article.model_copy(update={"id": f"a{number}"})
        cluster.add(Node((total,), replace(total, article=article)), ())
    whole = replace(total, article=total.article.model_copy(update={"id": "sum"}))

    assert sums._fit(whole, frozenset({"orsa"}), cluster, SETTINGS) > 0
    assert held == FIRST + LAST
