from builders import make_article, make_claim

from claimx.compare.prominence import prominence

TEXT = "Five were hurt. Three had burns, and two broke a leg."
ARTICLE = make_article(text=TEXT, title="Fire hurts five people")
TITLE = make_claim(article=ARTICLE, text="five", metric="injured", in_title=True, zone="headline")
LEAD = make_claim(article=ARTICLE, text="Five", metric="injured", zone="lead")
BURNS = make_claim(article=ARTICLE, text="Three", metric="injured")
LEGS = make_claim(article=ARTICLE, text="two", metric="injured")


def test_what_stands_below_another_number() -> None:
    assert prominence([TITLE, LEAD, BURNS, LEGS]).below == {BURNS.id, LEGS.id}


def test_a_repeat_of_the_title_stands_not_below() -> None:
    assert not prominence([TITLE, LEAD]).below


def test_without_title_and_lead_nothing_stands_below() -> None:
    assert not prominence([BURNS, LEGS]).below


def test_parts_stand_not_below_their_whole() -> None:
    part = make_claim(article=ARTICLE, text="Three", metric="injured", part_of=LEAD)
    assert not prominence([LEAD, part]).below


def test_other_metrics_play_no_part() -> None:
    dead = make_claim(article=ARTICLE, text="two", metric="killed")
    assert not prominence([TITLE, dead]).below


def test_what_stands_beside_another_count() -> None:
    assert prominence([LEAD, BURNS, LEGS]).beside == {BURNS.id, LEGS.id}


def test_a_part_stands_not_beside_its_whole() -> None:
    part = make_claim(article=ARTICLE, text="two", metric="injured", part_of=BURNS)
    assert not prominence([BURNS, part]).beside


def test_what_is_the_only_number_below_the_title() -> None:
    assert prominence([TITLE, BURNS]).alone == {BURNS.id}
    assert not prominence([TITLE, BURNS, LEGS]).alone
