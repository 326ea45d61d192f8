import pytest
from builders import make_article, make_claim

from claimx.compare.first_reports import is_first_report


def claim(text: str, number: str, metric: str = "injured"):
    return make_claim(article=make_article(text=text), text=number, metric=metric)


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Police initially said eight had died.", "eight", True),
        ("At first 12 were thought dead.", "12", True),
        ("Police said eight had died.", "eight", False),
        ("Eight died, police initially said.", "Eight", False),
        ("Police initially kept silent. Eight had died.", "Eight", False),
    ],
)
def test_first_reports(text: str, number: str, *, wanted: bool) -> None:
    assert is_first_report(claim(text, number)) is wanted
