"""Records into JSON."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.codec import decode_document, encode
from claimx.records import ErrorInput, ErrorRecord

KINDS = ("Cc", "Zl", "Zp")
BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def record(message: str) -> ErrorRecord:
    return ErrorRecord(input=ErrorInput(path="story.txt"), code="CX901", message=message, remedy="mend it")


@pytest.mark.parametrize("indent", [None, 2])
@given(message=st.text(st.sampled_from("ab\x1b\x07\x7f\x9b31m\x85\u2028\u2029" + BIDIRECTIONAL + "é٣😀")))
def test_what_steers_a_terminal_is_escaped_and_read_back(indent: int | None, message: str) -> None:
    written = encode(record(message), indent=indent).decode()

    assert not [
        each for each in written if (unicodedata.category(each) in KINDS and each != "\n") or each in BIDIRECTIONAL
    ]
    assert decode_document(json.loads(written)).record == record(message)


def test_all_other_letters_stay_as_they_are() -> None:
    message = "“Zürich” — 31 % in 東京, می‌خواهم 😀"

    assert message.encode() in encode(record(message))
