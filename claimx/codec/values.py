"""Read JSON values one after another from bytes, whatever the bytes are: JSONL, an array, objects over many lines."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, count
from typing import BinaryIO

from claimx.errors import ClaimxError, CodecError, located
from claimx.records.extraction import Note

MAX_LINE_BYTES = 64 * 1024 * 1024
"""Longest line of JSONL; an extraction holds its article's text several times over."""
MAX_WHOLE_BYTES = 256 * 1024 * 1024
"""Largest input that is one array, or objects over many lines: it is held in memory as a whole."""
MAX_ITEMS = 16_000_000
"""Most brackets and commas of what is decoded at once, each of which takes up to a hundred bytes of memory: 64 MiB of
`[],[],[],` would take three gigabytes. A comparison of the largest size that is read has half of it."""

TOO_LARGE = "CX904"
NOT_JSON = "CX943"

BOM = b"\xef\xbb\xbf"
SPACE = " \t\r\n"


@dataclass(frozen=True, slots=True)
class JsonValue:
    """One value of the input.

    Attributes:
        line: One-based line on which it begins.
        value: What `json.loads` makes of it.
        notes: What a user should know of its bytes.
    """

    line: int
    value: object
    notes: tuple[Note, ...] = ()


Decode = Callable[[bytes], tuple[str, tuple[Note, ...]]]
"""Makes text of bytes, with notes where they are no UTF-8; raises UnicodeDecodeError or a ClaimxError."""


def utf_8_only(content: bytes) -> tuple[str, tuple[Note, ...]]:
    """Decode what is UTF-8, as JSON should be, and nothing else."""
    return content.decode("utf-8"), ()


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    content: bytes
    too_long: bool = False


def _refuse_constant(name: str) -> object:
    msg = f"{name} is no JSON number"
    raise ValueError(msg)


_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def read_values(
    stream: BinaryIO,
    *,
    path: str | None,
    one_per_line: bool = False,
    max_line_bytes: int = MAX_LINE_BYTES,
    first_line: int = 1,
    decode: Decode = utf_8_only,
) -> Iterator[JsonValue | CodecError]:
    """Read values from a stream; what cannot be read comes as an error in its place, and lines after it are still read.

    An array is taken apart: each of its members is a value. JSONL is read line by line as the values are asked for.

    Args:
        stream: Bytes in which a line ends with a newline; a byte-order mark of UTF-8 is dropped.
        path: Its name, for messages; None for standard input.
        one_per_line: Whether it is known to be JSONL. Otherwise the first lines tell.
        max_line_bytes: Longest line that is read.
        first_line: Number of the stream's first line, where it is a piece of a longer one.
        decode: How bytes become text.

    Yields:
        The values, each with its line, or the error that stands in its place.
    """
    lines = _lines(stream, max_line_bytes, first_line)
    head = list(_head(lines))
    if not head:
        return
    if one_per_line or _is_jsonl(head, decode):
        for line in chain(head, lines):
            if line.content.strip():
                yield _value_of_line(line, path, decode)
        return
    yield from _values_of_whole(head, stream, path, decode)


def _lines(stream: BinaryIO, limit: int, first: int) -> Iterator[_Line]:
    """The lines of a stream; of one that is too long only the beginning is kept, and one without end is the last."""
    for number in count(first):
        content = stream.readline(limit + 1)
        if not content:
            return
        too_long = len(content) > limit
        rest, passed = content, 0
        while too_long and rest and not rest.endswith(b"\n") and passed <= MAX_WHOLE_BYTES:
            rest = stream.readline(limit + 1)
            passed += len(rest)
        if number == 1:
            content = content.removeprefix(BOM)
        yield _Line(number, content, too_long=too_long)
        if passed > MAX_WHOLE_BYTES:
            return


def _head(lines: Iterator[_Line]) -> Iterator[_Line]:
    """The lines up to the second that is not blank: enough to tell JSONL from JSON."""
    seen = 0
    for line in lines:
        yield line
        seen += bool(line.content.strip())
        if seen == 2:  # noqa: PLR2004 - the second line
            return


def _is_jsonl(head: list[_Line], decode: Decode) -> bool:
    """Whether each line is a value: the first is one, or the second begins an object as no indented JSON does."""
    filled = [line for line in head if line.content.strip()]
    if not filled or filled[0].content.lstrip().startswith(b"["):
        return False
    if filled[0].too_long or (filled[-1] is not filled[0] and filled[-1].content.startswith(b"{")):
        return True
    return isinstance(_value_of_line(filled[0], None, decode), JsonValue)


def _value_of_line(line: _Line, path: str | None, decode: Decode) -> JsonValue | CodecError:
    if line.too_long:
        return CodecError(
            located("the line is longer than the limit of one line", path, line.number),
            remedy="put one article on each line",
            code=TOO_LARGE,
            path=path,
            line=line.number,
        )
    try:
        text, notes = decode(line.content)
        if _has_too_many_items(text):
            return _too_many_items(path, line.number)
        return JsonValue(line.number, _DECODER.decode(text), notes)
    except (ValueError, RecursionError, ClaimxError) as err:
        return _not_json(err, path, line.number)


def _values_of_whole(
    head: list[_Line], stream: BinaryIO, path: str | None, decode: Decode
) -> Iterator[JsonValue | CodecError]:
    """The values of an array, or of objects written over many lines one after another."""
    begin = b"".join(line.content for line in head)
    rest = stream.read(MAX_WHOLE_BYTES)
    if stream.read(1) or any(line.too_long for line in head):
        yield CodecError(
            located(f"more than {MAX_WHOLE_BYTES // 1024**2} MiB of JSON that is not one value a line", path),
            remedy="write it as JSONL, one object a line, which is read line by line",
            code=TOO_LARGE,
            path=path,
        )
        return
    try:
        text, notes = decode(begin + rest)
    except UnicodeDecodeError as err:
        yield _not_json(err, path, (begin + rest).count(b"\n", 0, err.start) + 1)
    except ClaimxError as err:
        yield _not_json(err, path, None)
    else:
        if _has_too_many_items(text):
            yield _too_many_items(path, None)
            return
        yield from _values_of_text(text, path, notes)


def _values_of_text(text: str, path: str | None, notes: tuple[Note, ...]) -> Iterator[JsonValue | CodecError]:
    position, line, counted, inside = 0, 1, 0, False
    while True:
        position = _skip(text, position, SPACE + ",") if inside else _skip(text, position, SPACE)
        if position == len(text) and not inside:
            return
        line, counted = line + text.count("\n", counted, position), position
        if not inside and text.startswith("[", position):
            inside, position = True, position + 1
            continue
        if inside and text.startswith("]", position):
            inside, position = False, position + 1
            continue
        try:
            value, position = _DECODER.raw_decode(text, position)
        except (ValueError, RecursionError) as err:
            yield _not_json(err, path, err.lineno if isinstance(err, json.JSONDecodeError) else line)
            return
        yield JsonValue(line, value, notes)


def _skip(text: str, position: int, characters: str) -> int:
    while position < len(text) and text[position] in characters:
        position += 1
    return position


def _has_too_many_items(text: str) -> bool:
    return sum(map(text.count, "[{,")) > MAX_ITEMS


def _too_many_items(path: str | None, line: int | None) -> CodecError:
    return CodecError(
        located(f"the JSON holds more than {MAX_ITEMS:,} values", path, line),
        remedy="write it as JSONL, one article a line",
        code=TOO_LARGE,
        path=path,
        line=line,
    )


def _not_json(err: ValueError | RecursionError | ClaimxError, path: str | None, line: int | None) -> CodecError:
    remedy = "mend this line, or leave it out"
    if isinstance(err, RecursionError):
        what = "the JSON is nested too deeply"
    elif isinstance(err, UnicodeDecodeError | ClaimxError):
        what = "this is not UTF-8, in which JSON is written"
        remedy = "convert it, for example with iconv -f WINDOWS-1252 -t UTF-8"
    elif isinstance(err, json.JSONDecodeError):
        what = f"this is not JSON: {err.msg} at column {err.colno}"
    else:
        what = "this is not JSON: it holds a number that cannot be read"
    return CodecError(located(what, path, line), remedy=remedy, code=NOT_JSON, path=path, line=line)
