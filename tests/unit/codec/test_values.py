"""JSON values out of bytes, whatever the bytes are."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.codec.values import JsonValue, read_values
from claimx.errors import CodecError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**20), 10**20) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def read(content: bytes, **options) -> list[JsonValue | CodecError]:
    return list(read_values(io.BytesIO(content), path="in.json", **options))


def values(content: bytes, **options) -> list[tuple[int, object]]:
    """The values read; an error fails the test."""
    return [(each.line, each.value) for each in read(content, **options) if not _is_error(each)]


def _is_error(each: JsonValue | CodecError) -> bool:
    if isinstance(each, CodecError):
        raise each
    return False


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", []),
        (b" \n\n \t\n", []),
        (b'{"a": 1}', [(1, {"a": 1})]),
        (b'\xef\xbb\xbf{"a": 1}\n', [(1, {"a": 1})]),
        (b'{"a": 1}\n\n{"a": 2}\n', [(1, {"a": 1}), (3, {"a": 2})]),
        (b'{"a": 1}\r\n{"a": 2}\r\n', [(1, {"a": 1}), (2, {"a": 2})]),
        (b'[{"a": 1},\n {"a": 2}]', [(1, {"a": 1}), (2, {"a": 2})]),
        (b"[]", []),
        (b'{\n "a": 1\n}\n{\n "a": 2\n}\n', [(1, {"a": 1}), (4, {"a": 2})]),
        ('{"a": "x\u2028y"}\n{"a": 2}'.encode(), [(1, {"a": "x\u2028y"}), (2, {"a": 2})]),
    ],
)
def test_jsonl_arrays_and_objects_over_many_lines_are_told_apart(content, expected):
    assert values(content) == expected


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"{bad", 1, "not JSON"),
        (b'[{"a": 1},\n{"a": }]', 2, "not JSON"),
        (b'[{"a": 1}', 1, "not JSON"),
        (b'{"a": NaN}', 1, "number"),
        (b'{"a": ' + b"9" * 5000 + b"}", 1, "number"),
        (b'{"a": -Infinity}', 1, "number"),
        (b'[{"a": ' + b"9" * 5000 + b"}]", 1, "number"),
        (b"[" * 100_000, 1, "nested too deeply"),
        (b'[{"a": 1},\n' + b"[" * 100_000, 2, "nested too deeply"),
        (b'{"a":' * 100_000, 1, "nested too deeply"),
        (b'{"a": "\xe9"}', 1, "not UTF-8"),
        (b'[\n"\xe9"]', 2, "not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_an_error_that_names_its_line(content, line, words):
    *_, error = read(content)

    assert isinstance(error, CodecError)
    assert (error.path, error.line) == ("in.json", line)
    assert f"in.json:{line}: " in error.message
    assert words in error.message


def test_lines_after_a_broken_one_are_read():
    first, broken, last = read(b'{"a": 1}\n{"a": \n{"a": 3}\n')

    assert isinstance(broken, CodecError)
    assert broken.line == 2
    assert (first, last) == (JsonValue(1, {"a": 1}), JsonValue(3, {"a": 3}))


def test_a_broken_first_line_does_not_hide_that_it_is_jsonl():
    broken, good = read(b'{"a": \n{"a": 2}\n')

    assert isinstance(broken, CodecError)
    assert good == JsonValue(2, {"a": 2})


def test_a_line_over_the_limit_is_an_error_and_the_next_is_read():
    long, good = read(b'{"a": "' + b"x" * 500 + b'"}\n{"a": 2}\n', max_line_bytes=100)

    assert isinstance(long, CodecError)
    assert "longer than the limit" in long.message
    assert good == JsonValue(2, {"a": 2})


def test_the_last_line_may_be_over_the_limit_too():
    good, long = read(b'{"a": 1}\n' + b"x" * 350, max_line_bytes=100)

    assert good == JsonValue(1, {"a": 1})
    assert isinstance(long, CodecError)


def test_lines_are_read_as_they_are_asked_for():
    class Endless(io.RawIOBase):
        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"a": 1}\n'
            buffer[: len(line)] = line
            return len(line)

    found = read_values(io.BufferedReader(Endless(), 16), path=None)

    assert [next(found).line for _ in range(3)] == [1, 2, 3]


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_give_values_or_errors(content, one_per_line):
    for each in read(content, one_per_line=one_per_line):
        assert isinstance(each, JsonValue | CodecError)


@given(st.lists(st.dictionaries(st.text(), JSON, min_size=1, max_size=3), max_size=5), st.sampled_from([None, 1]))
def test_what_python_writes_is_read_back(objects, indent):
    written = "\n".join(json.dumps(each, indent=indent) for each in objects)
    as_array = json.dumps(objects, indent=indent, ensure_ascii=True)

    assert [value for _, value in values(written.encode())] == objects
    assert [value for _, value in values(as_array.encode())] == objects


def test_of_a_key_given_twice_the_last_counts():
    assert values(b'{"text": "Ten died.", "text": "Two died."}') == [(1, {"text": "Two died."})]


def test_a_line_that_cannot_be_read_hides_no_other():
    lines = [b"{}", b"[" * 100_000, b"9" * 5000, b'{"a": NaN}', b'{"a": 1}']

    _, *errors, last = read(b"\n".join(lines))

    assert [type(each) for each in errors] == [CodecError] * 3
    assert last.value == {"a": 1}


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b'{"a": 1}\n{"a": [' + b"[]," * 100 + b'1]}\n{"a": 2}', 2),
        (b"[" + b"{}," * 100 + b"1]", None),
        (b"{\n" + b'"a": 1,\n' * 100 + b'"b": 1}', None),
    ],
)
def test_values_without_number_are_refused_before_they_take_memory(monkeypatch, content, line):
    monkeypatch.setattr("claimx.codec.values.MAX_ITEMS", 50)

    found = read(content)

    [error] = [each for each in found if isinstance(each, CodecError)]
    assert (error.code, error.line) == ("CX904", line)
    assert "more than 50 values" in error.message
    assert len(found) == (3 if line else 1)


def test_a_line_without_end_is_left(monkeypatch):
    monkeypatch.setattr("claimx.codec.values.MAX_WHOLE_BYTES", 10_000)

    class Endless(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            return super().readline(size) or b"x" * (size or 1)

    found = list(read_values(Endless(b'{"a": 1}\n{"a": 2}\n'), path="in", one_per_line=True, max_line_bytes=100))

    assert [each.value for each in found[:-1]] == [{"a": 1}, {"a": 2}]
    assert found[-1].code == "CX904"
