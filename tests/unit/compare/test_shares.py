import pytest
from builders import make_article, make_claim

from claimx.compare.shares import counts_others, share_of


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
        ("1 of 4 divers was hurt.", "1", "picked"),
        ("Two of nine climbers were hurt.", "Two", "picked"),
        ("The judge named five hurt guests: one each on two counts.", "one", "picked"),
        ("No one else was hurt.", "No one", "picked"),
        ("Sixteen were hurt in four crashes, one of which hurt nine people.", "nine", "picked"),
        ("Five young men and a woman were hurt.", "Five", "listed"),
        ("A juror and 4 juveniles were hurt: an adult and four juveniles.", "four", "listed"),
        ("Two mothers and their daughters were hurt.", "Two", "listed"),
        ("A couple and their two small dogs and two sons were hurt.", "two", "listed"),
        ("Two guards -- Anna Velt and Ivo Ruda -- and Sergeant Ada Lomm were hurt.", "Two", "listed"),
        ("Six people were hurt.", "Six", None),
        ("A man was killed and four others were hurt.", "four", None),
        ("Six people, including two boys and a woman, were hurt.", "Six", None),
        ("In the town of Orsa three people were hurt.", "three", None),
    ],
)
def test_share(text: str, number: str, wanted: str | None) -> None:
    assert share_of(claim(text, number)) == wanted


def test_others() -> None:
    assert counts_others(claim("The fall killed 15 others.", "15"))
    assert not counts_others(claim("The fall killed 15 people.", "15"))
