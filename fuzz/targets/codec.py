"""Records out and in again: an extraction made of any text is written, and read back as the same."""

import io
import json
import random
import zlib

from claimx.codec import decode_document, encode, read_documents, write_extractions
from claimx.errors import CodecError
from claimx.records import Extraction, make_article
from claimx.records.extraction import Note, Producer
from claimx.records.quote import Quote
from claimx.records.span import Span
from claimx.records.speaker import Speaker
from fuzz.target import Target, hold, text_of

PIECES = (
    "\u2028",
    "\x00",
    "\ud800",
    "\udc00",
    "😀",
    "\ufeff",
    '"',
    "\\",
    "\n",
    "\x7f",
    "é",
    "٣",
    "</script>",
    "1e5",
    "NaN",
)


def check(data: bytes) -> None:
    """Write and read back; a half surrogate pair is refused when it is written."""
    extraction = extraction_of(data)
    try:
        written = encode(extraction)
    except CodecError:
        hold(any("\ud800" <= char <= "\udfff" for char in text_of(data)), "what could be written was refused")
        return
    hold(decode_document(json.loads(written)).record == extraction, "a record changes when it is written and read back")
    for form in ("json", "jsonl"):
        out = io.BytesIO()
        write_extractions([extraction] * (1 + len(data) % 3), out, form=form)
        out.seek(0)
        hold(all(each.record == extraction for each in read_documents(out)), f"a record changes as {form}")


def extraction_of(data: bytes) -> Extraction:
    """An extraction of the text that bytes hold, with quotes at places that the bytes choose."""
    article = make_article(text_of(data), id=text_of(data)[:20], title=text_of(data)[-30:])
    text = article.text or ""  # without a byte-order mark
    chance = random.Random(zlib.crc32(data))  # noqa: S311 - no secret is made of it
    places = sorted(chance.randint(0, len(text)) for _ in range(6))
    spans = [
        Span(start=start, end=end, text=text[start:end]) for start, end in zip(places[::2], places[1::2], strict=True)
    ]
    quotes = tuple(
        Quote(id=str(number), kind="direct", confidence=0.5, speaker_mention=span, speaker_id="s", **span.model_dump())
        for number, span in enumerate(spans)
    )
    return Extraction(
        producer=Producer(version=text[:9]),
        article=article,
        speakers=(Speaker(id="s", name=text[:12], kind="person", mentions=tuple(spans)),),
        quotes=quotes,
        notes=(Note(code="CX951", level="info", message=text[-40:]),),
    )


TARGET = Target(check, PIECES, max_bytes=300)
