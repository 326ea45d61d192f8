"""Small lists of words that decide about quotations and the sources of figures."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry

SourceWordUse = Literal[
    "elision",
    "naming",
    "work",
    "measuring",
    "poll",
    "forecast",
    "giving",
    "citing",
    "share",
    "provided",
    "decree",
    "personal",
    "body",
    "anaphor",
    "other_time",
    "inquiry",
    "finding",
    "additive",
    "tag_form",
    "media",
    "station",
    "bearer",
    "leading",
    "joint",
    "hearer",
    "trade",
    "headline",
    "making",
    "amid",
    "unnamed",
]


class SourceWords(Entry):
    """Words that do one thing.

    Attributes:
        use: What the words do.
            `elision`: an apostrophe may open them. `naming`: they name what follows in marks. `work`: what stands in
            marks after them is a title. `measuring`: a document that figures are found in. `poll`: one whose shares go
            on over paragraphs. `forecast`: a figure whose owner is its source. `giving`: what a document does to a
            figure. `citing`: verbs by which a source names its own. `share`: in a phrase that counts those asked.
            `provided`: what a sentence calls the figure that it has just given. `decree`: verbs whose object holds
            figures that are not the speaker's. `personal`: what a person writes in their own voice. `body`: words that
            stand for any body. `anaphor`: opens a sentence that goes on about the figures before. `other_time`: opens
            one that turns to others. `inquiry`: searches into something. `finding`: what they do when they tell.
            `additive`: opens a sentence that adds to the one before. `tag_form`: finite verbs of saying, to be known by
            their form behind a speech. `media`: last words of names of outlets. `station`: stand before the number
            of one. `bearer`: documents in which people say things. `leading`: stand before a name that a colon follows.
            `joint`: end a reported clause behind marks. `hearer`: those who are told. `trade`: nouns of bodies that one
            with another such noun in its name cannot be. `headline`: small words that a headline writes with a capital.
            `making`: verbs by which somebody utters a noun of speaking. `amid`: stand before one that nobody owns.
            `unnamed`: said of sources who are not to be known.
        words: In lower case.
    """

    use: SourceWordUse
    words: tuple[str, ...] = Field(min_length=1)
