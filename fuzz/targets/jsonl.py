"""JSON and JSONL of any form on standard input: each value is an article, an extraction or an error with its line."""

from fuzz.reading import read_stream
from fuzz.target import Target

PIECES = (
    *(
        '{"text": "',
        '"}',
        '"published": "',
        '"title": ',
        "null",
        "NaN",
        "1e999",
        "-0",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "\n",
    ),
    *('"id": 7', '"schema": "claimx.extraction"', '"schema_version": "1.0"', '"\\ud800"', "\\u0000", "\xef\xbb\xbf"),
    *("9" * 30, "[[[[", '{"a":', "Ten people were hurt in Marl on Monday.", "\r", "\u2028", "true"),
)

TARGET = Target(lambda data: read_stream(b"{" + data), PIECES)
