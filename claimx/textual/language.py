"""Which language a text is in."""

ENOUGH = 200
"""Code points; shorter texts are taken to be English: a detector guesses at them."""

LOOKED_AT = 5000


def detect_language(text: str) -> str:
    """ISO 639-1 code of a text's language; texts too short to tell are taken to be English."""
    if len(text) < ENOUGH:
        return "en"
    from py3langid import classify

    code: str = classify(text[:LOOKED_AT])[0]
    return code
