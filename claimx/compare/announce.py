"""Whether a text itself says that its figure replaces an older one: "the toll rose to 74", "revised down to 8"."""

import re
from functools import cache
from typing import Literal

from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.numbers import MovementEntry
from claimx.records.claim import Claim

Step = Literal["up", "down", "either"]
TO_THE_NUMBER = r"\b[^.;:!?\d]{0,25}\bto\s+(?:\w+\s+){0,2}$"


@cache
def _steps() -> tuple[tuple[re.Pattern[str], Step], ...]:
    found: list[tuple[re.Pattern[str], Step]] = []
    for entry in read_entries(lexicon_folder() / "movements.toml", MovementEntry):
        if entry.than:
            continue  # "40 more than a week earlier" announces nothing
        words = "|".join(re.escape(word) for word in sorted(entry.words))
        found.append((re.compile(rf"\b(?:{words}){TO_THE_NUMBER}", re.IGNORECASE), entry.direction or "either"))
    return tuple(found)


def announced_step(claim: Claim) -> Step | None:
    """The step that the words before a figure announce; None where they announce none.

    "The death toll increases to 74" is up; "74 people died" announces nothing, nor does "the fire rose to the roof".
    """
    if claim.within != claim.sentence.within or claim.quantity.basis != "total":
        return None
    before = claim.sentence.text[: max(0, claim.start - claim.sentence.start)]
    return next((step for pattern, step in _steps() if pattern.search(before)), None)
