"""Kinds of events that figures are about."""

from pydantic import Field

from claimx.lexicon.entry import Entry


class EventKind(Entry):
    """A kind of event and the words that name one.

    Attributes:
        family: Kinds of one family can be one event under two names: a blast is the attack.
        nouns: In the singular, some of several words.
        verbs: Lemmas: "the ferry sank".
        not_in: Phrases in which its nouns mean something else: "heart attack".
        lasting: Figures of such an event run on: a war, an epidemic.
        recurs: It happens again at one place within days: a shooting, and no earthquake.
        spreads: It hits many places at once, so that a province is only a part of it: a flood.
        spot: It happens in one place: of two countries given for it, one is that of those hit or of those who did it.
        follows: It often comes of another event that is spoken of: a flood, a blackout.
        kin: Kinds of other families that can be the same event: a landslide is the collapse of a hill.
    """

    family: str
    nouns: tuple[str, ...] = Field(min_length=1)
    verbs: tuple[str, ...] = ()
    lasting: bool = False
    recurs: bool = False
    spreads: bool = False
    spot: bool = False
    follows: bool = False
    kin: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()
