"""The language of a text."""

import pytest

from claimx.textual.language import detect_language

GERMAN = "Die Feuerwehr rückte mit vierzig Leuten aus, doch das Lagerhaus am Hafen brannte bis auf die Mauern nieder. "
ENGLISH = "The fire brigade sent forty people, but the warehouse by the harbour burned down to its walls overnight. "


@pytest.mark.parametrize(("text", "code"), [(GERMAN * 3, "de"), (ENGLISH * 3, "en"), (GERMAN, "en"), ("", "en")])
def test_longer_texts_are_looked_at(text, code):
    assert detect_language(text) == code


def test_a_text_full_of_common_words_needs_no_detector(monkeypatch) -> None:
    monkeypatch.setattr("py3langid.classify", lambda _: pytest.fail("the detector was asked"))
    english = "The mayor of the town said that it was the worst flood since the one that broke the old bridge. " * 4

    assert detect_language(english, {"the", "of", "that", "it", "was", "since", "one"}) == "en"
