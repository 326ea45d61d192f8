"""Read what a number gets from the numbers beside it: a hedge over a list, a contrast."""

from dataclasses import replace

from claimx.textual.numbers.mention import NumberMention
from claimx.textual.numbers.tokens import Tokens
from claimx.textual.numbers.vocabulary import NumberWords


def in_context(tokens: Tokens, found: list[NumberMention], words: NumberWords) -> tuple[NumberMention, ...]:
    """The mentions with what their neighbours lend them.

    Args:
        tokens: The text.
        found: Mentions in order.
        words: The words to go by.
    """
    text = tokens.text
    out: list[NumberMention] = []
    for index, mention in enumerate(found):
        before = text[max(0, mention.start - 5) : mention.start].lower().rstrip()
        follower = found[index + 1] if index + 1 < len(found) else None
        if before.endswith("not") and follower is not None:
            between = text[mention.end : follower.start].strip(" ,").lower()
            if between in ("but", "but rather"):
                mention = replace(mention, negated=True)  # noqa: PLW2901 - the same mention, denied
        out.append(mention)
    return tuple(out)
