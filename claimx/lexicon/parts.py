"""Words that tell a part from its total and an old figure from the new one."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry

PartUse = Literal[
    "opener",
    "pronoun",
    "all",
    "person",
    "victim",
    "dead",
    "hurt",
    "state",
    "fatal",
    "others",
    "equal",
    "rest",
    "sum",
    "relation",
    "told",
    "contrast",
    "revision",
    "correction",
    "earlier",
    "reported",
    "later",
]


class PartEntry(Entry):
    """Words that do one thing between figures.

    Attributes:
        use: What the words do.
            `opener`: what follows is part of the figure before. `pronoun`: stands for the figure before in "six of
            them". `all`: stands before a total in "twelve of the 40". `person`: people of any kind. `victim`: those of
            any toll; `dead`, `hurt`: those of one of the dead, of the injured. `state`: after a part without a noun
            ("52 were hurt, nine seriously"); `fatal`: the same of the dead. `others`: after a figure that is no part of
            the one before. `equal`: a share after it is only compared with a total. `rest`: stands before what is left
            of a total. `sum`: beside a total whose parts stand before it ("In all, 40 died"). `relation`: before a
            figure that only places what is counted ("members of the group of eight"). `told`: a sentence with it opens
            a list of parts. `contrast`: what follows is no part. `revision`: stands between a figure and the one that
            it was before. `correction`: one that says that the old figure was wrong or is out of date. `earlier`,
            `reported`: side by side they make a figure one that was given before. `later`: stands between such a figure
            and the new one.
        words: In lower case; a space stands for any white space.
    """

    use: PartUse
    words: tuple[str, ...] = Field(min_length=1)
