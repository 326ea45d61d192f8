"""Cut a stream of articles into parts, always at the same places, and name each part by what is in it."""

import hashlib
import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from claimx.batch.items import ArchivedPage, Item
from claimx.batch.rows import article_row
from claimx.codec import encode
from claimx.sources import Loaded

LARGEST = 64 * 1024 * 1024
"""Bytes of text and of pages after which a part ends though it has few articles: it may have to be held in memory."""


@dataclass(eq=False, slots=True)
class Part:
    """A part of the articles of a run.

    Attributes:
        number: From 0.
        basis: All else that decides what is written.
        inputs: Hash of each of its inputs, so far.
        key: Hash of its inputs and of the settings; None until its last input is known.
    """

    number: int
    basis: bytes = b""
    inputs: list[bytes] = field(default_factory=list)
    key: str | None = None

    @property
    def size(self) -> int:
        """How many inputs it has, so far."""
        return len(self.inputs)

    def begins_as(self, key: str | None, size: int) -> bool:
        """Whether its first inputs are those of a smaller part.

        Args:
            key: Of the smaller one.
            size: How many inputs that has.
        """
        return size <= self.size and Part(self.number, self.basis, self.inputs[:size]).key_without() == key

    def key_without(self, places: Container[int] = ()) -> str:
        """Hash of its inputs and of the settings.

        Args:
            places: Inputs that may be any; counted from 0.
        """
        digest = hashlib.sha256(self.basis)
        for place, each in enumerate(self.inputs):
            digest.update(b"any" if place in places else each)
        return digest.hexdigest()


def cut(
    items: Iterable[Item], size: int, settings: Mapping[str, object], largest: int = LARGEST
) -> Iterator[tuple[Part, Item]]:
    """Cut inputs into parts, always at the same places.

    Args:
        items: The inputs.
        size: How many a part has; the last may have fewer, and one with large inputs.
        settings: All else that decides what is written.
        largest: Bytes after which a part ends.

    Yields:
        Each input with its part, whose key is there with its last input; with that of the last part at the end.
    """
    basis = json.dumps(settings, sort_keys=True, default=str).encode()
    part, held = Part(0, basis), 0
    for each in items:
        if part.key is not None:
            part, held = Part(part.number + 1, basis), 0
        written = _bytes_of(each)
        part.inputs.append(hashlib.sha256(written).digest())
        held += len(written)
        if part.size == size or held >= largest:
            part.key = part.key_without()
        yield part, each
    if part.size and part.key is None:
        part.key = part.key_without()


def distinct(items: Iterable[Item], tell: Callable[[], None] = lambda: None) -> Iterator[Item]:
    """Keep the first of articles with one id and one text, and of pages with one address and the same bytes.

    About a hundred bytes are held for each.

    Args:
        items: The inputs.
        tell: Called for each that is left out.
    """
    seen: set[bytes] = set()
    for each in items:
        name = _name_of(each)
        if name is None or name not in seen:
            yield each
        else:
            tell()
        if name is not None:
            seen.add(name)


def _name_of(item: Item) -> bytes | None:
    """Sixteen bytes that copies share; None for errors."""
    if isinstance(item, Loaded):
        given = f"{item.article.id}\0{item.article.text_sha256}".encode()
    elif isinstance(item, ArchivedPage):
        given = f"{item.raw.url}\0".encode("utf-8", "surrogatepass") + item.raw.content
    else:
        return None
    return hashlib.blake2b(given, digest_size=16).digest()


def _bytes_of(item: Item) -> bytes:
    if isinstance(item, Loaded):
        return json.dumps(article_row(item), sort_keys=True).encode()
    if isinstance(item, ArchivedPage):
        raw = item.raw
        return json.dumps([item.path, raw.url, raw.packing, raw.charset]).encode() + raw.content
    return encode(item)
