"""Bytes into text, never silently."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.sources.decode import decode

PROSE = "“At least 12” died in the café – the mayor’s office said it would rebuild for €3 million."


def test_utf_8_has_no_note():
    assert decode(PROSE.encode(), "a.txt") == (PROSE, ())


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "utf-32-be"])
def test_a_byte_order_mark_is_believed(encoding):
    mark = b"" if encoding in ("utf-16", "utf-32") else "\ufeff".encode(encoding)
    text, [note] = decode(mark + PROSE.encode(encoding), "a.txt")

    assert text.removeprefix("\ufeff") == PROSE
    assert "not UTF-8" in note.message


def test_western_prose_is_read_as_windows_1252_with_a_note():
    text, [note] = decode(PROSE.encode("cp1252"), "a.txt")

    assert text == PROSE
    assert (note.code, note.level) == ("CX905", "warning")
    assert "windows-1252" in note.message


@pytest.mark.parametrize("declared", ["iso-8859-1", "latin1", "windows-1252", " ISO-8859-1 "])
def test_what_is_declared_as_latin_1_has_curly_quotes(declared):
    text, [note] = decode(PROSE.encode("cp1252"), "a.html", declared=declared)

    assert text == PROSE
    assert "declares" in note.message


def test_a_declared_encoding_is_used():
    text, [note] = decode("В городе погибли 12 человек.".encode("koi8-r"), "a.html", declared="koi8-r")

    assert text == "В городе погибли 12 человек."
    assert "koi8-r" in note.message


@pytest.mark.parametrize("declared", ["no-such-thing", "hex", "undefined", "", "rot13"])
def test_a_declaration_that_means_nothing_is_passed_over(declared):
    assert decode(PROSE.encode("cp1252"), "a.html", declared=declared)[0] == PROSE


def test_another_alphabet_is_detected():
    text, [note] = decode(("В городе погибли двенадцать человек, сообщила полиция. " * 8).encode("cp1251"), "a.txt")

    assert text.startswith("В городе погибли двенадцать")
    assert "seems to be" in note.message


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7 text that could be read", "a PDF"),
        (b"PK\x03\x04abc", "a ZIP archive"),
        (b"\x89PNG\r\n", "a PNG image"),
        (b"A story\0with a NUL", "NUL"),
        (b"\x01\x02\x03\x04 a", "control characters"),
        (bytes(range(1, 32)) * 9, "control characters"),
    ],
)
def test_what_is_no_text_is_refused(content, words):
    with pytest.raises(SourceError, match=words) as caught:
        decode(content, "a.txt")

    assert caught.value.code == "CX903"
    assert caught.value.message.startswith("a.txt: ")


@given(st.binary(max_size=200), st.none() | st.text(max_size=12))
def test_any_bytes_are_text_or_a_claimx_error(content, declared):
    with suppress(SourceError):
        assert isinstance(decode(content, None, declared=declared)[0], str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf_8_is_read_unchanged(text):
    if not text.startswith(("%PDF-", "{\\rtf", "GIF8")):
        assert decode(text.encode(), None) == (text, ())
