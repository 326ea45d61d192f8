"""Tell plural nouns by their look."""

_SHORTEST = 4
_SINGULAR_ENDINGS = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun: "houses"; not "class", "virus", "this"."""
    return len(word) >= _SHORTEST and word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS)
