import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings
from claimx.compare.versions import may_be_versions


def versions(text: str, first: dict[str, object], second: dict[str, object], *, metric: str = "killed") -> bool:
    article = make_article(text=text)
    event = make_event(article=article, name="clash in Orsa", kind="clash")
    claims = [make_claim(article=article, event=event, metric=metric, **spec) for spec in (first, second)]  # type: ignore[arg-type]
    one, other = read_figures(make_extraction(article=article, claims=claims, events=[event]), CompareSettings())
    assert may_be_versions(one, other) == may_be_versions(other, one)
    return may_be_versions(one, other)


TEXT = "The army said 2 had died in Orsa. Villagers said 9 had died. Villagers said 90 had fled."


@pytest.mark.parametrize(
    ("first", "second", "wanted"),
    [
        ({"text": "2", "source": "The army"}, {"text": "9", "source": "Villagers"}, True),
        ({"text": "2", "certainty": "alleged"}, {"text": "9"}, True),
        ({"text": "2", "source": "The army"}, {"text": "9"}, False),
        ({"text": "2"}, {"text": "9"}, False),
        ({"text": "2", "source": "The army"}, {"text": "90", "source": "Villagers"}, False),
        ({"text": "2", "source": "The army"}, {"text": "9", "source": "Villagers", "certainty": "believed"}, False),
        ({"text": "2", "source": "The army", "where": "Orsa"}, {"text": "9", "source": "Villagers"}, False),
    ],
)
def test_two_sources_of_one_article(first: dict[str, object], second: dict[str, object], *, wanted: bool) -> None:
    assert versions(TEXT, first, second) is wanted


def test_things_counted_have_no_versions() -> None:
    assert not versions(TEXT, {"text": "2", "source": "The army"}, {"text": "9", "source": "Villagers"}, metric="count")


def test_zero_needs_a_source() -> None:
    text = "The blast hurt 4 people. No one was hurt, the mayor said."

    assert versions(text, {"text": "4"}, {"text": "No", "source": "the mayor"})
    assert not versions(text, {"text": "4"}, {"text": "No"})
