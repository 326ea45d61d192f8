"""Cut a stream of articles into parts, always at the same places, and name each part by what is in it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from claimx.batch.rows import article_row
from claimx.codec import encode
from claimx.records import ErrorRecord
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
    items: tuple[Loaded | ErrorRecord, ...]


def cut(items: Iterable[Loaded | ErrorRecord], size: int, settings: Mapping[str, object]) -> Iterator[Part]:
    """Cut articles into parts.

    Args:
        items: The articles and errors.
        size: How many a part has; the last may have fewer.
        settings: All else that decides what is written.
    """
    basis = json.dumps(settings, sort_keys=True, default=str).encode()
    number = 0
    held: list[Loaded | ErrorRecord] = []
    for each in items:
        held.append(each)
        if len(held) == size:
            yield _part(number, held, basis)
            number, held = number + 1, []
    if held:
        yield _part(number, held, basis)


def distinct(items: Iterable[Loaded | ErrorRecord]) -> Iterator[Loaded | ErrorRecord]:
    """Keep the first of articles with one id and one text; about a hundred bytes are held for each."""
    seen: set[bytes] = set()
    for each in items:
        if isinstance(each, Loaded):
            article = each.article
            name = hashlib.blake2b(f"{article.id}\0{article.text_sha256}".encode(), digest_size=16).digest()
            if name in seen:
                continue
            seen.add(name)
        yield each


def _part(number: int, items: list[Loaded | ErrorRecord], basis: bytes) -> Part:
    digest = hashlib.sha256(basis)
    for each in items:
        written = json.dumps(article_row(each), sort_keys=True).encode() if isinstance(each, Loaded) else encode(each)
        digest.update(b"%d " % len(written) + written)
    return Part(number, digest.hexdigest(), tuple(items))
