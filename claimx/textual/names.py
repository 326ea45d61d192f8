"""Compare names of people and bodies as newsrooms spell them: al-Sabbagh, Al Sabbagh, Karim al-Sabbagh."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])(?=\W|$)")


SPELLED = 5
"""Letters of a surname that may be spelled in two ways."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """Words that are part of a name as written and do not tell one bearer from another; all in lower case.

    Attributes:
        titles: Before a name: "mr", "dr", "sheikh", "president".
        particles: Within a name: "al", "bin", "van".
        suffixes: After it: "jr", "iii".
        articles: "the", "a".
    """

    titles: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    suffixes: frozenset[str] = frozenset({"jr", "sr", "ii", "iii", "iv"})
    articles: frozenset[str] = frozenset({"the", "a", "an"})


@lru_cache(maxsize=4096)
def folded_words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, without diacritics, possessive endings and hyphens.

    "Karim al-Sabbagh’s" gives ("karim", "al", "sabbagh").
    """
    plain = unicodedata.normalize("NFKD", _POSSESSIVE.sub("", name))
    plain = "".join(char for char in plain if not unicodedata.combining(char)).casefold()
    return tuple(word.replace(".", "") for word in _WORD.findall(plain))


@lru_cache(maxsize=4096)
def name_key(name: str, words: NameWords) -> tuple[str, ...]:
    """The words of a name that tell its bearer: without titles before it, particles and suffixes.

    "Sheikh Tamim bin Hamad Al Thani" gives ("tamim", "hamad", "thani"). A name of such words only keeps them.
    """
    parts = list(folded_words(name))
    while len(parts) > 1 and (parts[0] in words.titles or parts[0] in words.articles):
        parts.pop(0)
    while len(parts) > 1 and parts[-1] in words.suffixes:
        parts.pop()
    bare = [part for part in parts if part not in words.particles]
    return tuple(bare or parts)


@lru_cache(maxsize=4096)
def same_person(one: str, other: str, words: NameWords) -> bool:
    """Whether two names can be one person's.

    The words of the shorter stand in the longer in the same order, initials count, and the last ones are equal; one
    word alone will do wherever it stands: "Prado" is "Inés Prado Vega". "Ana Lind" and "Erik Lind" are not one.
    """
    first, second = name_key(one, words), name_key(other, words)
    short, long = sorted((first, second), key=len)
    if not short:
        return False
    if len(short) == 1:
        return len(short[0]) > 1 and short[0] in long
    if short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(any(_fits(part, candidate) for candidate in rest) for part in short)


def _fits(one: str, other: str) -> bool:
    """Equal words, an initial ("d" and "donald"), or a short form ("chris" and "christopher")."""
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) > 2)  # noqa: PLR2004 - an initial or a short form


@lru_cache(maxsize=4096)
def is_letters(name: str) -> bool:
    """Whether a name may be an acronym: two to eight capitals, "the" aside."""
    letters = _letters(name)
    return 2 <= len(letters) <= 8 and letters.isupper()  # noqa: PLR2004 - UN to UNESCWA


def _letters(name: str) -> str:
    return re.sub(r"[^A-Za-z]", "", re.sub(r"^[Tt]he\s", "", name))


@lru_cache(maxsize=4096)
def is_acronym_of(short: str, long: str) -> bool:
    """Whether a word is made of the capitals of a name: IMF of International Monetary Fund."""
    if not is_letters(short):
        return False
    letters = _letters(short)
    capitals = "".join(word[0] for word in re.findall(r"[A-Za-z]+", long) if word[0].isupper())
    if len(capitals) < 2:  # noqa: PLR2004 - one capital is no acronym
        return False
    return letters == capitals or letters == capitals.lstrip("T")


def is_short_form_of(short: str, long: str) -> bool:
    """Whether a word is put together of the beginnings of a name's words: CalFire of California Department of Fire."""
    parts = re.findall(r"[A-Z][a-z]+", short)
    if len(parts) < 2 or "".join(parts) != short:  # noqa: PLR2004 - one part is a word
        return False
    words = iter(re.findall(r"[A-Za-z]+", long))
    return all(any(word.casefold().startswith(part.casefold()) for word in words) for part in parts)


def is_other_spelling(one: str, other: str) -> bool:
    """Whether two surnames differ by one letter, as transliterations do: Saree and Sarea.

    Short names and first letters that differ are no spellings of one name.
    """
    first, second = one.casefold(), other.casefold()
    if first == second or min(len(first), len(second)) < SPELLED or first[:2] != second[:2]:
        return False
    short, long = sorted((first, second), key=len)
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return long[same + 1 :] == short[same + (len(short) == len(long)) :]


@lru_cache(maxsize=4096)
def same_body(one: str, other: str, words: NameWords) -> bool:
    """Whether two names can be one body's: equal words, an acronym, or the shorter ends the longer.

    "the Ministry of Health" and "Ministry of Health", "IMF" and "International Monetary Fund".
    """
    first = tuple(word for word in folded_words(one) if word not in words.articles)
    second = tuple(word for word in folded_words(other) if word not in words.articles)
    if not first or not second:
        return False
    return first == second or is_acronym_of(one, other) or is_acronym_of(other, one)


def fullest(names: Iterable[str], words: NameWords) -> str:
    """The name with the most words that tell its bearer; of equals the one that comes first.

    A name cut off after a particle ("Mohammed bin") is taken only where there is no other.
    """
    ranked = [
        (is_cut_off(name, words), -len(name_key(name, words)), -len(folded_words(name)), position, name)
        for position, name in enumerate(names)
    ]
    return min(ranked)[-1] if ranked else ""


def is_cut_off(name: str, words: NameWords) -> bool:
    """Whether a name ends in a particle: "Mohammed bin"."""
    parts = folded_words(name)
    return bool(parts) and parts[-1] in words.particles


@lru_cache(maxsize=4096)
def without_title(name: str, words: NameWords) -> str:
    """The name as written, without the titles before it: "Dr. Ana Lind" gives "Ana Lind"."""
    rest = _POSSESSIVE.sub("", name).strip()
    while True:
        match = re.match(r"(\S+)\s+(?=\S)", rest)
        if match is None:
            return rest
        word = re.sub(r"\W", "", match[1]).casefold()
        if word not in words.titles and word not in words.articles:
            return rest
        rest = rest[match.end() :]
