"""claimx's own JSON from strangers: what is taken for an extraction is written and read back as the same."""

import io
import json
from contextlib import suppress

from claimx.codec import decode_document, encode, read_documents
from claimx.errors import CodecError
from fuzz.target import Target, hold

PIECES = (
    *('"schema": "claimx.extraction"', '"schema_version": "1.9"', '"claims": []', '"quotes": [', "null", "-1", "1e400"),
    *('"start": 0', '"end": 12', '"in": "title"', '"text": "', '"id": "', '"low": "NaN"', '"high": "1e99999"', "true"),
    *('"speaker_id": "s1"', '"part_of": ', '"quantity": {', '"published": "0000-00-00"', '"\\ud800"', "\\u202e", "0.0"),
)


def check(data: bytes) -> None:
    """Read bytes as documents."""
    with suppress(CodecError):
        for decoded in read_documents(io.BytesIO(data), path="any"):
            written = encode(decoded.record)
            again = decode_document(json.loads(written)).record
            hold(again == decoded.record, "a document changes when it is written and read back")
            hold(encode(again) == written, "a document is written in two ways")


TARGET = Target(check, PIECES, max_bytes=6000)
