"""An article of its text and of what several places say about it: the first place that says something is believed."""

import re
from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from claimx.records.article import INSTANT, make_article
from claimx.records.extraction import Note
from claimx.sources.interface import EMPTY, NO_DATE, REPLACED, TOO_LARGE, Details, Limits, Loaded, refuse

SURROGATE = re.compile("[\ud800-\udfff]")
RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, ?)?\d{1,2} [A-Z][a-z]{2} \d{4} ")


def load_article(
    text: str,
    places: Sequence[Details | None],
    *,
    path: str | None,
    line: int | None = None,
    notes: Sequence[Note] = (),
    limits: Limits,
) -> Loaded:
    """Build an article.

    Args:
        text: Its text; a byte-order mark is dropped and nothing else changed, but half surrogate pairs become U+FFFD.
        places: What is said of it, the most believed place first.
        path: The file that it was read from, as the user named it.
        line: One-based line of that file, where it holds several articles.
        notes: What is to be noted of its reading so far.
        limits: How long it may be.

    Raises:
        SourceError: If the text is empty or too long.
    """
    known = _merge([place for place in places if place is not None])
    if not text.strip("\ufeff \t\r\n\v\f\0"):
        raise refuse(
            "the text is empty",
            remedy="give a file that holds an article",
            code=EMPTY,
            path=path,
            line=line,
            input_id=known.id,
        )
    if len(text) > limits.max_article_chars:
        raise refuse(
            f"the text has {len(text):,} characters, more than the limit of {limits.max_article_chars:,}",
            remedy="split it, or raise --max-article-chars",
            code=TOO_LARGE,
            path=path,
            line=line,
            input_id=known.id,
        )
    said = list(notes)
    published = parse_published(known.published) if known.published else None
    if known.published and not published:
        message = f"{known.published[:80]!r} is neither a date (2024-03-26) nor an RFC 3339 time; read as undated"
        said.append(Note(code=NO_DATE, level="warning", message=message))
    if SURROGATE.search(text):
        said.append(Note(code=REPLACED, level="warning", message="half surrogate pairs were replaced by U+FFFD"))
    article = make_article(
        without_surrogates(text),
        id=without_surrogates(known.id) if known.id else None,
        source=without_surrogates(known.source) if known.source else None,
        title=without_surrogates(known.title) if known.title else None,
        url=without_surrogates(known.url) if known.url else None,
        path=without_surrogates(path) if path else None,
        published=published,
        published_from=known.origin if published else None,
    )
    return Loaded(article, tuple(said))


def parse_published(written: str) -> str | None:
    """Read a date of publication: a day, RFC 3339 or another ISO 8601 time, or the format of mail and feeds.

    Args:
        written: The date as it was given.

    Returns:
        `2024-03-26` or an RFC 3339 time; None where it is no date, or one whose order of day and month is a guess.
    """
    written = written.strip()
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(written) if RFC_2822.match(written) else datetime.fromisoformat(written)
    except (ValueError, OverflowError):
        return None
    return next((each for each in (written, moment.isoformat()) if INSTANT.fullmatch(each)), None)


def _merge(places: Sequence[Details]) -> Details:
    """The first that is said of each; the origin kept is that of the date."""
    merged: dict[str, str | None] = {}
    for field in fields(Details):
        merged[field.name] = next((said for place in places if (said := getattr(place, field.name))), None)
    dated = next((place.origin for place in places if place.published), "field")
    return Details(**{**merged, "origin": dated})  # type: ignore[arg-type]  # fields by name


def without_surrogates(text: str) -> str:
    """The text with U+FFFD for each half of a surrogate pair, which no UTF-8 can hold; as long as before."""
    return SURROGATE.sub("\ufffd", text)
