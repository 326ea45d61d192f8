"""Cut a stream of articles into parts, always at the same places, and name each part by what is in it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimx.batch.items import ArchivedPage, Item
from claimx.batch.rows import article_row
from claimx.codec import encode
from claimx.sources import Loaded


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the articles of a run.

    Attributes:
        number: From 0.
        key: Hash of its articles and of the settings.
        items: The articles, and errors for what could not be read.
    """

    number: int
    key: str
    items: tuple[Item, ...]


def cut(items: Iterable[Item], size: int, settings: Mapping[str, object]) -> Iterator[Part]:
    """Cut articles into parts.

    Args:
        items: The articles and errors.
        size: How many a part has; the last may have fewer.
        settings: All else that decides what is written.
    """
    basis = json.dumps(settings, sort_keys=True, default=str).encode()
    number = 0
    held: list[Item] = []
    for each in items:
        held.append(each)
        if len(held) == size:
            yield _part(number, held, basis)
            number, held = number + 1, []
    if held:
        yield _part(number, held, basis)


def distinct(items: Iterable[Item]) -> Iterator[Item]:
    """Keep the first of articles with one id and one text, and of pages with one address and the same bytes.

    About a hundred bytes are held for each.
    """
    seen: set[bytes] = set()
    for each in items:
        name = _name_of(each)
        if name is None or name not in seen:
            yield each
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


def _part(number: int, items: list[Item], basis: bytes) -> Part:
    digest = hashlib.sha256(basis)
    for each in items:
        written = _bytes_of(each)
        digest.update(b"%d " % len(written) + written)
    return Part(number, digest.hexdigest(), tuple(items))


def _bytes_of(item: Item) -> bytes:
    if isinstance(item, Loaded):
        return json.dumps(article_row(item), sort_keys=True).encode()
    if isinstance(item, ArchivedPage):
        raw = item.raw
        return json.dumps([item.path, raw.url, raw.packing, raw.charset]).encode() + raw.content
    return encode(item)
