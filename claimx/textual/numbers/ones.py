"""Tell the "one" that counts from the pronoun: "one soldier died", not "one knows", "one of these days", "this one"."""

from claimx.textual.numbers.tokens import BREAK, SYMBOL, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords


def is_idiom(tokens: Tokens, index: int, words: NumberWords) -> bool:
    """Whether a "one" before a unit counts nothing: "at one point", "may one day"; not "in one day".

    Args:
        tokens: The text.
        index: Index of the word.
        words: The words to go by.
    """
    before = tokens[index - 1]
    if before.low == "at" and tokens.low(index + 1) in words.context.at_one:
        return True
    return tokens.low(index + 1) == "day" and (
        before.kind in (BREAK, SYMBOL) or before.low in words.context.one_noun or before.low in words.context.someday
    )


def counts_one(tokens: Tokens, index: int, words: NumberWords) -> bool | None:
    """Whether a bare "one" counts something.

    Args:
        tokens: The text.
        index: Index of the word.
        words: The words to go by.

    Returns:
        True where it counts a noun; False where it stands alone and may count ("and one in Lagos"), or is one of
        several; None where it counts nothing.
    """
    before, after = tokens.low(index - 1), tokens[index + 1]
    if (
        before in words.context.one_pointer
        or before.endswith("'s")
        or (before == "at" and after.low in words.context.at_one)
    ):
        return None
    if before == "not" and after.low == "but":
        return None  # "not one but two"
    if before == "that" and (after.kind != WORD or after.low in words.context.function or index < 2):  # noqa: PLR2004 - words
        return None
    if after.low in words.context.one_noun or tokens.dash(index + 1) or tokens.hyphen(index - 1):
        return None
    if after.kind != WORD or after.low in words.context.function:
        return False
    return after.low in words.context.harmed or not after.low.endswith(("ing", "ed"))
