import pytest
from builders import make_article, make_claim

from claimx.compare.partial import attacker_died, counts_others, is_first_report, share_of, sums_events


def claim(text: str, number: str, metric: str = "injured", *, nth: int = 0):
    return make_claim(article=make_article(text=text), text=number, metric=metric, nth=nth)


@pytest.mark.parametrize(
    ("text", "number", "wanted"),
    [
        ("Three of the victims are stable.", "Three", "picked"),
        ("The other two were sent home.", "two", "picked"),
        ("The six others slept through it.", "six", "picked"),
        ("Of the five hurt, four stayed in the clinic.", "four", "picked"),
        ("One was stung on the ear, and the other on an ankle.", "One", "picked"),
        ("Three men and a woman were hurt.", "Three", "listed"),
        ("A pastor and eight worshippers were hurt.", "eight", "listed"),
        ("Two boys, both cousins, and their uncle were hurt.", "Two", "listed"),
        ("Anna Velt and Ruda and six other people were hurt.", "six", "listed"),
        ("Ruda, along with four other guides, was hurt.", "four", "listed"),
        ("He and eight others were hurt.", "eight", "listed"),
        ("Six people were hurt.", "Six", None),
        ("A man was killed and four others were hurt.", "four", None),
        ("Six people, including two boys and a woman, were hurt.", "Six", None),
        ("In the town of Orsa three people were hurt.", "three", None),
    ],
)
def test_share(text: str, number: str, wanted: str | None) -> None:
    assert share_of(claim(text, number)) == wanted


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


def test_an_attacker_who_died() -> None:
    assert attacker_died(make_article(text="The gunman then turned the gun on himself."))
    assert attacker_died(make_article(text="Six died.", title="Orsa murder-suicide"))
    assert not attacker_died(make_article(text="The gunman then gave himself up."))


def test_others() -> None:
    assert counts_others(claim("The fall killed 15 others.", "15"))
    assert not counts_others(claim("The fall killed 15 people.", "15"))
