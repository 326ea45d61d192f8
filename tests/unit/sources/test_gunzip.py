"""Unpacking while reading."""

import gzip
import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import SourceError
from claimx.sources.gunzip import Gunzip


def unpacked(content: bytes) -> bytes:
    return io.BufferedReader(Gunzip(io.BytesIO(content), "a.gz")).read()


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=4), st.sampled_from([b"", b"\0", bytes(70_000)]))
def test_pieces_are_read_as_one(pieces, padding):
    assert unpacked(b"".join(map(gzip.compress, pieces)) + padding) == b"".join(pieces)


def test_much_is_read():
    content = os.urandom(300_000)

    assert unpacked(gzip.compress(content) + gzip.compress(content)) == content + content


@pytest.mark.parametrize("cut", [3, 12, -9, -1])
def test_what_ends_too_early_is_an_error(cut):
    with pytest.raises(SourceError, match="too early") as caught:
        unpacked(gzip.compress(b"31 people died" * 50)[:cut])

    assert caught.value.code == "CX917"


@pytest.mark.parametrize("content", [b"\x1f\x8bjunk", gzip.compress(b"a") + b"behind", b"plain"])
def test_what_is_damaged_is_an_error(content):
    with pytest.raises(SourceError, match="damaged") as caught:
        unpacked(content)

    assert caught.value.code == "CX917"


def test_a_bomb_is_refused_before_it_is_unpacked():
    with pytest.raises(SourceError, match="more than 200 times") as caught:
        unpacked(gzip.compress(bytes(60_000_000)))

    assert caught.value.code == "CX904"
