"""Which format a file is in."""

import pytest

from claimx.sources import Format, format_of


@pytest.mark.parametrize(
    ("suffix", "head", "expected"),
    [
        (".txt", b"{}", Format.TEXT),
        (".md", b"<html>", Format.TEXT),
        (".HTM", b"text", Format.HTML),
        (".ndjson", b"", Format.JSONL),
        (".json", b"", Format.JSON),
        ("", b"  <!DOCTYPE html>\n<html>", Format.HTML),
        ("", b"<?xml version='1.0'?>\n<!-- saved -->\n<html lang='en'>", Format.HTML),
        (".story", b'\xef\xbb\xbf{"text": "x"}', Format.JSON),
        ("", b'[\n {"text": "x"}]', Format.JSON),
        ("", b"[]", Format.JSON),
        ("", b"[Reuters] - A blast killed 12.", Format.TEXT),
        ("", b"{curly} start of a story", Format.TEXT),
        ("", b"<b>Bold</b> start of a story", Format.TEXT),
        (".log", b"", Format.TEXT),
        ("", b"<!---->" * 500 + b"<html>", Format.HTML),
        ("", b"<!-- <html> --><rss>", Format.FEED),
        ("", b"<!---->" * 500 + b"Harrow", Format.TEXT),
    ],
)
def test_by_suffix_else_by_how_it_begins(suffix, head, expected):
    assert format_of(suffix, head) is expected
