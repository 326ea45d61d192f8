from builders import make_article

from claimx.compare.attackers import attacker_died, attacker_hurt


def test_an_attacker_who_died() -> None:
    assert attacker_died(make_article(text="The gunman then turned the gun on himself."))
    assert attacker_died(make_article(text="Six died.", title="Orsa murder-suicide"))
    assert not attacker_died(make_article(text="The gunman then gave himself up."))


def test_an_attacker_who_was_hurt() -> None:
    assert attacker_hurt(make_article(text="Six people were hurt, including the shooter."))
    assert attacker_hurt(make_article(text="Six were hurt.", title="Five hurt in Orsa; suspect shot"))
    assert not attacker_hurt(make_article(text="Six people were hurt, including a nurse."))
