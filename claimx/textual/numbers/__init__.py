"""The number grammar: find number expressions in a text, and say what they state."""

from claimx.textual.numbers.find import find_numbers
from claimx.textual.numbers.levels import join_levels
from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.vocabulary import NumberWords

__all__ = ["NumberMention", "NumberWords", "find_numbers", "join_levels"]
