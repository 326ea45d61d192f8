import pytest
from builders import make_article, make_claim

from claimx.compare.many_events import sums_events


def claim(text: str, number: str, metric: str = "injured"):
    return make_claim(article=make_article(text=text), text=number, metric=metric)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three people died in seven separate shootings.", True),
        ("A spate of stabbings hurt three people.", True),
        ("Three people died in 4 crashes.", True),
        ("Three people were shot across the city.", True),
        ("Three people died in a shooting.", False),
        ("Three people died in two blasts.", False),
    ],
)
def test_sums_of_events(text: str, *, wanted: bool) -> None:
    number = "three" if "three" in text else "Three"
    assert sums_events(claim(text, number)) is wanted
