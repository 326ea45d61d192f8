"""Load the pipeline: once in a process, when the first article has to be read; spaCy is imported then."""

from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.packs import Pack
from claimx.tier import Tier
from claimx.uncollected import uncollected

if TYPE_CHECKING:
    from claimx.pipeline.read import Reader


@cache
def load_reader(
    model: str | None,
    *,
    quantities: bool,
    packs: tuple[Pack, ...] = (),
    tagger: bool = True,
    tier: Tier = "full",
) -> "Reader":
    """Load the pipeline, once in a process: reading an article changes nothing in it.

    The garbage collector would go through all of it again and again, while it is loaded and ever after.
    """
    with uncollected(for_good=True):
        from claimx.pipeline.read import Reader

        return Reader(model, quantities=quantities, packs=packs, tagger=tagger, tier=tier)
