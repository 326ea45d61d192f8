"""Whether a count of the hurt is lower because some of them have died: "five hurt", then "one dead and four hurt"."""

from decimal import Decimal

from claimx.compare.figure import Figure


def died_since(old: Figure, new: Figure) -> bool:
    """Whether as many more are dead in the newer text as there are fewer hurt.

    Args:
        old: The earlier figure.
        new: The later one.
    """
    fewer = old.number - new.number
    if old.claim.metric != "injured" or fewer <= 0 or new.dead == old.dead:
        return False
    return any(dead - before == fewer for dead in new.dead for before in old.dead | {Decimal(0)})
