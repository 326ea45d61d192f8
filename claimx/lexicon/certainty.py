"""Words that say how sure a text is of a figure."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.records.claim import Certainty

CertaintyKind = Literal["verb", "modal", "adverb", "adjective", "noun", "conjunction"]


class CertaintyEntry(Entry):
    """Words of one kind that give one certainty.

    Attributes:
        certainty: How sure the text is.
        kind: How far the words reach.
        words: Lemmas, or forms where a word has none of its own.
    """

    certainty: Certainty
    kind: CertaintyKind
    words: tuple[str, ...] = Field(min_length=1)
