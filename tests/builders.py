"""Hand-built records for tests: every argument by keyword, with a default that makes the rest of a test short."""

import re
from collections.abc import Sequence
from decimal import Decimal

from claimx.records.article import Article
from claimx.records.article import make_article as build_article
from claimx.records.base import content_id
from claimx.records.claim import Certainty, Claim, Series, Status, Zone
from claimx.records.extraction import Extraction, Producer
from claimx.records.quantity import Basis, Comparator, Quantity
from claimx.records.scope import Event, When, Where, Who
from claimx.records.span import Span
from claimx.records.speaker import Attribution

COMPARATORS: dict[str, Comparator] = {
    "at least": "at_least",
    "more than": "more_than",
    "over": "more_than",
    "about": "about",
    "around": "about",
    "some": "about",
    "nearly": "nearly",
    "fewer than": "less_than",
    "up to": "at_most",
}
VAGUE = {"several": (3, 9), "dozens": (12, 99), "hundreds": (100, 999), "thousands": (1000, 9999)}
WORDS = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}


def make_article(
    *,
    text: str = "At least 12 people were killed in the blast in Tarnow.",
    id: str | None = None,  # noqa: A002 - the contract's name
    source: str | None = "Ferry Post",
    published: str | None = None,
    title: str | None = None,
) -> Article:
    """An article."""
    return build_article(text, id=id, source=source, published=published, title=title)


def find(article: Article, words: str, *, nth: int = 0, in_title: bool = False) -> dict[str, object]:
    """Offsets and text of words in an article; the nth time they occur."""
    text = (article.title if in_title else article.text) or ""
    starts = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(starts) <= nth:
        msg = f"{words!r} does not stand in {text!r} so often"
        raise ValueError(msg)
    place: dict[str, object] = {"start": starts[nth], "end": starts[nth] + len(words), "text": words}
    return place | ({"in": "title"} if in_title else {})


def make_quantity(
    *,
    text: str = "12",
    comparator: Comparator | None = None,
    unit: str = "people",
    basis: Basis = "total",
    per: str | None = None,
    of: Span | None = None,
) -> Quantity:
    """A quantity as its words say it, for the few words that tests use."""
    folded = text.casefold()
    vague = next((ends for word, ends in VAGUE.items() if word in folded), None)
    if vague:
        return Quantity(value=None, low=vague[0], high=vague[1], comparator="vague", unit=unit, basis=basis, per=per)
    ends = re.fullmatch(r"(\d+) to (\d+)", folded)
    if ends:
        low, high = ends.groups()
        return Quantity(value=None, low=low, high=high, comparator="between", unit=unit, basis=basis, per=per)
    comparator = comparator or next((each for words, each in COMPARATORS.items() if words in folded), "exact")
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", folded)
    word = next((word for word in folded.split() if word in WORDS), None)
    number = Decimal(digits.group().replace(",", "")) if digits else Decimal(WORDS[word or "no"])
    low = Decimal(0) if comparator in ("less_than", "at_most") else number
    high = None if comparator in ("more_than", "at_least") else number
    return Quantity(value=number, low=low, high=high, comparator=comparator, unit=unit, basis=basis, per=per, of=of)


def make_event(
    *,
    article: Article,
    name: str = "blast in Tarnow",
    kind: str = "bombing",
    from_: str | None = None,
    to: str | None = None,
    place: str | None = None,
) -> Event:
    """An event; its id hangs on the article and the name."""
    return Event.model_validate(
        {"id": content_id("e", article.id, name), "name": name, "kind": kind, "from": from_, "to": to, "place": place}
    )


def make_claim(
    *,
    article: Article,
    text: str = "At least 12",
    nth: int = 0,
    in_title: bool = False,
    metric: str = "killed",
    unit: str = "people",
    comparator: Comparator | None = None,
    basis: Basis = "total",
    per: str | None = None,
    of: str | None = None,
    series: Series | None = None,
    status: Status = "reported",
    who: str | None = None,
    groups: Sequence[str] = (),
    where: str | None = None,
    code: str | None = None,
    when: tuple[str, str] | None = None,
    as_of: str | None = None,
    event: Event | None = None,
    counting: str | None = None,
    source: str | Sequence[str] | None = None,
    certainty: Certainty = "asserted",
    negated: bool = False,
    part_of: Claim | None = None,
    supersedes: Claim | None = None,
    zone: Zone = "body",
) -> Claim:
    """A claim whose words stand in the article; `source` is whom it names, several are a chain to the origin."""
    here = find(article, text, nth=nth, in_title=in_title)
    chain = [source] if isinstance(source, str) else list(source or ())
    spans = tuple(Span.model_validate(find(article, each)) for each in chain)
    attribution = Attribution(**spans[0].model_dump(exclude={"within"}), chain=spans) if spans else None
    whole = Span.model_validate(find(article, of)) if of else None
    return Claim.model_validate(
        {
            **here,
            "id": content_id("c", article.id, here["start"], here["end"], in_title),
            "metric": metric,
            "quantity": make_quantity(text=text, comparator=comparator, unit=unit, basis=basis, per=per, of=whole),
            "series": series,
            "status": status,
            "who": Who.model_validate({**find(article, who), "groups": tuple(sorted(groups))}) if who else None,
            "where": Where.model_validate({**find(article, where), "name": where, "code": code}) if where else None,
            "when": When.model_validate({**here, "from": when[0], "to": when[1]}) if when else None,
            "as_of": as_of or article.published,
            "as_of_from": "text" if as_of else "published" if article.published else None,
            "event_id": event.id if event else None,
            "counting": counting,
            "attribution": attribution,
            "attributions": (attribution,) if attribution else (),
            "certainty": certainty,
            "negated": negated,
            "part_of": part_of.id if part_of else None,
            "supersedes": supersedes.id if supersedes else None,
            "zone": "headline" if in_title else zone,
            "sentence": _sentence(article, int(str(here["start"])), in_title=in_title),
            "rule": "by hand",
            "confidence": Decimal("0.9"),
        }
    )


def _sentence(article: Article, offset: int, *, in_title: bool) -> Span:
    if in_title:
        return Span.model_validate(find(article, article.title or "", in_title=True))
    text = article.text or ""
    ends = [match.end() for match in re.finditer(r"[.!?](?=\s|$)", text)] or [len(text)]
    end = next((each for each in ends if each > offset), len(text))
    start = max((each for each in ends if each <= offset), default=0)
    start += len(text[start:end]) - len(text[start:end].lstrip())
    return Span(start=start, end=end, text=text[start:end])


def make_extraction(
    *, article: Article | None = None, claims: Sequence[Claim] = (), events: Sequence[Event] = ()
) -> Extraction:
    """An extraction of an article with the claims and events given."""
    article = article or make_article()
    return Extraction(
        producer=Producer(version="test"),
        article=article,
        events=tuple(events),
        claims=tuple(sorted(claims, key=lambda claim: claim.start)),
    )
