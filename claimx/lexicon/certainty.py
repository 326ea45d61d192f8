"""Words that say how sure a text is of a figure."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry
from claimx.records.claim import Certainty

CertaintyKind = Literal["verb", "modal", "adverb", "adjective", "noun", "conjunction", "given", "definite"]


class CertaintyEntry(Entry):
    """Words of one kind that give one certainty.

    Attributes:
        certainty: How sure the text is.
        kind: How far the words reach. `verb`, `modal`, `adverb`, `conjunction`: over the figure's clause. `adjective`:
            over what is counted. `noun`: over its complement. `given`: what follows is taken for granted. `definite`:
            before a figure that is known already.
        words: Lemmas, or forms where a word has none of its own.
        objects: Of verbs: whether they doubt their object too ("expects 300 guests").
        spares_subject: Of verbs: whether those of whom it is said in the passive are plain fact ("40 were charged").
        through: Of verbs: objects whose clause they doubt ("rejected reports that 14 died").
        raises: Of verbs: whether their subject is that of their infinitive ("30 appear to have drowned").
        unless: Of verbs: objects that take the doubt out ("the storm claimed 20 lives").
    """

    certainty: Certainty
    kind: CertaintyKind
    words: tuple[str, ...] = Field(min_length=1)
    objects: bool = False
    spares_subject: bool = False
    unless: tuple[str, ...] = ()
    through: tuple[str, ...] = ()
    raises: bool = False
