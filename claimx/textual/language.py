"""Which language a text is in."""

import re
from collections.abc import Collection

ENOUGH = 200
"""Code points; shorter texts are taken to be English: a detector guesses at them."""

LOOKED_AT = 5000

ENGLISH_SHARE = 0.33
"""Of the words of a text: so many of them are common English words in English alone."""

_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str, common: Collection[str] = ()) -> str:
    """Tell the language of a text.

    Args:
        text: A text; one that is too short to tell is taken to be English.
        common: The commonest words of English in lower case. A text that is full of them needs no detector, which takes
            a third of a second to load.

    Returns:
        Its ISO 639-1 code.
    """
    if len(text) < ENOUGH:
        return "en"
    words = _WORD.findall(text[:LOOKED_AT].lower())
    if common and sum(word in common for word in words) > ENGLISH_SHARE * len(words):
        return "en"
    from py3langid import classify

    code: str = classify(text[:LOOKED_AT])[0]
    return code
