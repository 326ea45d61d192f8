import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare.percentages import broken_shares
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings


def shares(text: str, part: str, whole: str, percent: str) -> list[str]:
    article = make_article(text=text)
    claims = [
        make_claim(article=article, text=part, metric="affected", unit="people"),
        make_claim(article=article, text=whole, metric="affected", unit="people"),
        make_claim(article=article, text=percent, metric="affected", unit="percent"),
    ]
    figures = read_figures(make_extraction(article=article, claims=claims), CompareSettings())
    return [f"{each.share:f}" for each in broken_shares(figures)]


@pytest.mark.parametrize(
    ("text", "numbers", "wanted"),
    [
        ("In all 150 of the 200 families, or 60 percent, had no water.", ("150", "200", "60"), ["75"]),
        ("In all 150 of the 200 families, or 75 percent, had no water.", ("150", "200", "75"), []),
        ("In all 151 of the 200 families (76 percent) had no water.", ("151", "200", "76"), []),
        ("Some 40 percent, or 150 of the 200 families, had no water.", ("150", "200", "40"), ["75"]),
        ("In all 150 of 200 families, or more than 70 percent, were dry.", ("150", "200", "more than 70"), []),
        ("In all 150 of 200 families, or up to 70 percent, were dry.", ("150", "200", "up to 70"), ["75"]),
        ("In all 150 of 200 families, or about 72 percent, were dry.", ("150", "200", "about 72"), []),
        ("In all 150 of the 200 families fled and 60 percent of the shops shut.", ("150", "200", "60"), []),
        ("In all 250 of the 200 families, or 60 percent, had no water.", ("250", "200", "60"), []),
    ],
)
def test_a_percentage_against_its_numbers(text: str, numbers: tuple[str, str, str], wanted: list[str]) -> None:
    assert shares(text, *numbers) == wanted
