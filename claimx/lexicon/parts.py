"""Words that tell a part from its total and an old figure from the new one."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry

PartUse = Literal[
    "opener",
    "pronoun",
    "all",
    "person",
    "dead",
    "state",
    "equal",
    "rest",
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
            them". `all`: stands before a total in "twelve of the 40". `person`: people of any kind. `dead`: those of
            a toll. `state`: after a part without a noun ("52 were hurt, nine seriously"). `equal`: a share after it is
            only compared with a total. `rest`: stands before what is left of a total. `told`: a sentence with it opens
            a list of parts. `contrast`: what follows is no part. `revision`: stands between a figure and the one that
            it was before. `correction`: one that says that the old figure was wrong or is out of date. `earlier`,
            `reported`: side by side they make a figure one that was given before. `later`: stands between such a
            figure and the new one.
        words: In lower case; a space stands for any white space.
    """

    use: PartUse
    words: tuple[str, ...] = Field(min_length=1)
