"""The language of a text."""

import pytest

from claimx.textual.language import detect_language

GERMAN = "Die Feuerwehr rückte mit vierzig Leuten aus, doch das Lagerhaus am Hafen brannte bis auf die Mauern nieder. "
ENGLISH = "The fire brigade sent forty people, but the warehouse by the harbour burned down to its walls overnight. "


@pytest.mark.parametrize(("text", "code"), [(GERMAN * 3, "de"), (ENGLISH * 3, "en"), (GERMAN, "en"), ("", "en")])
def test_longer_texts_are_looked_at(text, code):
    assert detect_language(text) == code
