"""Tell numbers that describe a thing from numbers that count it: "a four-door car", "the 787 Dreamliner"."""

from claimx.textual.numbers.core import Core
from claimx.textual.numbers.plurals import is_plural
from claimx.textual.numbers.tokens import NUMBER, WORD, Tokens
from claimx.textual.numbers.vocabulary import NumberWords

_REACH = 4
_THOUSAND = 1000
_PEOPLES = ("an", "ese", "ish", "i", "ch")


def is_compound(tokens: Tokens, core: Core, words: NumberWords) -> bool:
    """Whether a number without unit describes: it is joined to a word ("six-speed"), or a name follows.

    Args:
        tokens: The text.
        core: The number.
        words: The words to go by.
    """
    if tokens.hyphen(core.last) and tokens[core.last + 1].kind == WORD:
        return tokens.low(core.last + 1) not in words.context.people and words.after.ahead(tokens, core.last) is None
    return (
        core.form == "digits"
        and core.low < _THOUSAND
        and tokens[core.first].kind == NUMBER
        and _before_name(tokens, core, words)
    )


def _before_name(tokens: Tokens, core: Core, words: NumberWords) -> bool:
    """Whether a singular name follows, and no plural soon: "787 Dreamliner jet"; not "12 Israeli men"."""
    follower = tokens[core.last]
    named = len(follower.low) > 1 and tokens.text[follower.start : follower.end].istitle()
    if not named or follower.low.endswith((*_PEOPLES, "s")):
        return False
    for index in range(core.last, core.last + _REACH):
        token = tokens[index]
        if token.kind != WORD or token.low in words.context.function:
            return True
        if is_plural(token.low) or token.low in words.context.people:
            return False
    return True
