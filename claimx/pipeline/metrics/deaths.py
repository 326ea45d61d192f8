"""Words for dying that tell of a death, and of which time: "attempted murder" and "a deadly weapon" kill nobody."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc

from claimx.pipeline.layers import Layers
from claimx.pipeline.wording import Wording

NO_PROSE = frozenset({"furniture", "table"})
"""Zones that tell nothing of the article's people."""

BEFORE = 5
"""How many tokens before a word for dying what undoes it may stand: "with intent to kill", "attempted first-degree
murder"."""

BREAKS = frozenset(",;:.()—–")
YEAR_DIGITS = 4
AGES = frozenset({"19", "20"})
"""What a year begins with."""

HELPERS = frozenset({"have", "'ve", "be", "been"})
"""Verbs between "could" and what did not happen."""


def told_deaths(doc: Doc, words: Mapping[str, frozenset[str]]) -> list[int]:
    """The tokens that tell of a death, in order.

    Not so "charged with attempted murder", "assault with a deadly weapon", "homicide detectives", "none of them
    fatally", "somebody could have died", nor what stands in furniture.

    Args:
        doc: The document.
        words: Lists of words by name.
    """
    layers = Layers.of(doc)
    wording = Wording.of(doc)
    return [
        index
        for index in wording.where(words["dying"])
        if not _is_undone(doc, index, words) and layers.zone_at(wording.starts[index]) not in NO_PROSE
    ]


def is_denied_near(doc: Doc, index: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the sentence of a token says that nobody died: "in a non-fatal attack six were shot", "none fatally".

    Args:
        doc: The document.
        index: The token.
        words: Lists of words by name.
    """
    wording = Wording.of(doc)
    first, last = wording.sentence(doc, index)
    dying = [each for each in range(first, last) if wording.lower[each] in words["dying"]]
    return bool(dying) and all(_is_denied(wording.lower, each, words) for each in dying)


def bygone_at(doc: Doc, index: int, words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """What puts the sentence of a token at another time than the news: "in 2011", "three weeks ago", "this year".

    Args:
        doc: The document.
        index: The token.
        words: Lists of words by name.
    """
    wording = Wording.of(doc)
    first, last = wording.sentence(doc, index)
    sentence = wording.lower[first:last]
    text = f" {' '.join(sentence)} "
    published = (Layers.of(doc).context.published or "")[:YEAR_DIGITS]
    years = {word for word in sentence if published and _is_year(word) and word != published}
    return frozenset({*years, *(phrase for phrase in words["bygone"] if f" {phrase} " in text)})


def _is_undone(doc: Doc, index: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the words beside a word for dying leave nobody dead."""
    lower = Wording.of(doc).lower
    if index + 1 < len(lower) and lower[index + 1] in words["death_desks"]:
        return True
    led = _led(lower, index)
    unreal = any(word in words["modals"] for word in led) and any(word in HELPERS for word in led)
    return unreal or any(word in words["attempting"] for word in led) or _is_denied(lower, index, words)


def _is_denied(lower: Sequence[str], index: int, words: Mapping[str, frozenset[str]]) -> bool:
    return any(word in words["denying"] for word in _led(lower, index))


def _led(lower: Sequence[str], index: int) -> list[str]:
    """The words before a token, as far as the last mark or line, and no further than `BEFORE`."""
    led: list[str] = []
    for word in reversed(lower[max(0, index - BEFORE) : index]):
        if word in BREAKS or "\n" in word:
            break
        led.append(word)
    return led


def _is_year(word: str) -> bool:
    return len(word) == YEAR_DIGITS and word.isdigit() and word[:2] in AGES
