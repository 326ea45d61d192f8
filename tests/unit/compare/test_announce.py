import pytest
from builders import make_article, make_claim

from claimx.compare.announce import announced_step


@pytest.mark.parametrize(
    ("sentence", "text", "wanted"),
    [
        ("The toll of the fire rose to 74.", "74", "up"),
        ("The death toll has risen to at least 74.", "at least 74", "up"),
        ("The number of missing fell sharply to 8.", "8", "down"),
        ("The ministry revised its count to 16.", "16", "either"),
        ("The fire killed 74 people.", "74", None),
        ("The water rose. Rescuers spoke to 74 people.", "74", None),
        ("The water rose, and 74 drowned.", "74", None),
    ],
)
def test_the_words_before_a_figure_announce_a_step(sentence: str, text: str, wanted: str | None) -> None:
    assert announced_step(make_claim(article=make_article(text=sentence), text=text)) == wanted
