"""A mention and where it stands in the tokens."""

from dataclasses import dataclass

from claimx.textual.numbers.mention import NumberMention


@dataclass(frozen=True, slots=True)
class Placed:
    """A mention and its place in the tokens.

    Attributes:
        mention: The mention.
        first: Index of its first token.
        after: Index after it and its unit words.
    """

    mention: NumberMention
    first: int
    after: int
