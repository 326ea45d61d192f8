"""Tell the "one" that counts from the pronoun: "one soldier died", not "one knows", "one of these days", "this one"."""

from claimx.textual.numbers.tokens import WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_DETERMINERS = frozenset(
    "the this that which every each any some another number day square chapter phase no 's only mr one".split()
)
_PRONOUN_VERBS = frozenset(
    "can could should must might may would will has had does needs knows never always another day thing way side time hand "
    "'s another's point moment evening morning night afternoon".split()
)


def counts_one(tokens: Tokens, index: int, words: NumberWords) -> bool | None:
    """Whether a bare "one" counts something.

    Args:
        tokens: The text.
        index: Index of the word.
        words: The words to go by.

    Returns:
        True where it counts a noun; False where it stands alone and may count ("and one in Lagos"), or is one of several; None
        where it counts nothing.
    """
    before, after = tokens.low(index - 1), tokens[index + 1]
    if before in _DETERMINERS or (before == "at" and after.low in ("point", "time", "stage")) or before.endswith("'s"):
        return None
    if after.low in _PRONOUN_VERBS or tokens.hyphen(index + 1) or tokens.hyphen(index - 1):
        return None
    if after.kind != WORD or after.low in words.function:
        return False
    return True
