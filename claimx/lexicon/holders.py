"""Words that tell who has a share, a lead or a sum of money."""

from claimx.lexicon.entry import Entry


class HolderEntry(Entry):
    """Words of one function.

    Attributes:
        words: Lemmas of verbs, nouns, or prepositions.
        who: What the figure of each sentence in `fires` belongs to by these words, and no figure in `silent` does.
    """

    words: tuple[str, ...]
    who: str
