"""Load the pipeline: once in a process, when the first article has to be read; spaCy is imported then."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.packs import Pack
from claimx.tier import Tier

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
    """Load the pipeline, once in a process: reading an article changes nothing in it."""
    with uncollected():
        from claimx.pipeline.read import Reader

        return Reader(model, quantities=quantities, packs=packs, tagger=tagger, tier=tier)


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from what is loaded for good; it would go through all of it again and again.

    What lives at the end is never looked at again; it goes when nothing holds it, which for a pipeline is the end.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if collects:
            gc.enable()
