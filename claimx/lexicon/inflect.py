"""Forms of English words: enough to list once what a text may write in four ways."""

import re

VOWELS = "aeiou"
DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")
"""One short syllable: its last consonant doubles ("cut", "cutting")."""


def plural(noun: str) -> str:
    """The plural of a noun, or of the last word of a phrase.

    Args:
        noun: The singular; `singular:plural` gives an irregular one.
    """
    if ":" in noun:
        return noun.split(":")[1]
    if noun.endswith(("s", "x", "sh", "ch", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def noun_forms(noun: str) -> tuple[str, ...]:
    """Singular and plural of a noun, written `singular` or `singular:plural`."""
    return noun.split(":", 1)[0], plural(noun)


def past_participle(verb: str) -> str:
    """The past participle of a verb, written `base`, or `base:past` or `base:past:participle` where it is irregular."""
    base, *irregular = verb.split(":")
    if irregular:
        return irregular[-1]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + "ed"


def gerund(verb: str) -> str:
    """The form in -ing of a verb, written as for `past_participle`."""
    base, *irregular = verb.split(":")
    if DOUBLES.fullmatch(base) or irregular[:1] == [base + base[-1] + "ed"]:
        return base + base[-1] + "ing"
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("ee") else base + "ing"


def verb_forms(verb: str) -> tuple[str, ...]:
    """All forms of a verb: base, third person, gerund, past and participle.

    Args:
        verb: `kill`, or with its irregular forms `take:took:taken`, `kidnap:kidnapped`.
    """
    base, *irregular = verb.split(":")
    return tuple(dict.fromkeys([base, plural(base), gerund(verb), *(irregular or [past_participle(verb)])]))
