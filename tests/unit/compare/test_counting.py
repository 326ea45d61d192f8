import pytest
from builders import make_article, make_claim

from claimx.compare.counting import relate_counting, sides
from claimx.records.claim import Claim


def claim(sentence: str, text: str, counting: str | None = None) -> Claim:
    return make_claim(article=make_article(text=sentence), text=text, counting=counting)


@pytest.mark.parametrize(
    ("sentence", "text", "wanted"),
    [
        ("The gale left 300 barns damaged and 20 destroyed.", "300", {"damage": "damaged"}),
        ("The gale left 300 barns damaged and 20 destroyed.", "20", {"damage": "destroyed"}),
        ("Officials listed 9 confirmed cases and 40 suspected cases.", "9", {"case": "confirmed"}),
        ("Officials listed 9 confirmed cases and 40 suspected cases.", "40", {"case": "suspected"}),
        ("Some 14 people were badly hurt.", "14", {"severity": "severe"}),
        ("Some 14 people were hurt.", "14", {}),
    ],
)
def test_the_words_beside_a_figure_say_what_it_leaves_out(sentence: str, text: str, wanted: dict[str, str]) -> None:
    assert {axis: side.id for axis, side in sides(claim(sentence, text)).items()} == wanted


def test_the_longer_rule_hides_the_shorter() -> None:
    found = sides(claim("The attack killed 7 people.", "7", counting="not including the gunman"))

    assert found["attacker"].id == "without-attacker"


def test_rules_relate() -> None:
    plain = sides(claim("The crash hurt 30 people.", "30"))
    severe = sides(claim("The crash left 8 people seriously hurt.", "8"))
    slight = sides(claim("The crash left 9 people slightly hurt.", "9"))

    assert relate_counting(plain, plain) == "equal"
    assert relate_counting(severe, plain) == "narrower"
    assert relate_counting(plain, severe) == "wider"
    assert relate_counting(severe, slight) == "different"


def test_the_rest_is_never_the_whole() -> None:
    rest = sides(claim("The remaining 8 divers were freed.", "8"))

    assert relate_counting(rest, {}) == relate_counting({}, rest) == "different"
