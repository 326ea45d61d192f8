"""The language of an article, by the common words that the base model's library lists."""

from spacy.lang.en.stop_words import STOP_WORDS

from claimx.textual.language import detect_language


def language_of(text: str) -> str:
    """Tell the language of an article: one answer, whether it is to be read or only to be left out.

    Args:
        text: Its text.

    Returns:
        An ISO 639-1 code.
    """
    return detect_language(text, STOP_WORDS)
