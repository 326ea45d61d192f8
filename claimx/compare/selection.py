"""Which figures are compared at all: those of some metrics, places or events, or from a day on."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from claimx.compare.folding import content
from claimx.compare.places import PLACE_CODE, Place, country_code, read_place, relate_places
from claimx.compare.timeline import read_days
from claimx.errors import ClaimxError
from claimx.records.claim import Claim
from claimx.records.extraction import Extraction
from claimx.records.scope import Event


@dataclass(frozen=True)
class Selection:
    """What is compared; an empty one is everything.

    Attributes:
        metrics: Names of metrics.
        where: Places by name or ISO 3166 code; what lies in them is taken too.
        events: Words of the names of events.
        since: The first day for which a figure may hold; figures without a date are left out.
    """

    metrics: frozenset[str] = frozenset()
    where: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    since: str | None = None

    def __post_init__(self) -> None:
        """Check what was asked for.

        Raises:
            ClaimxError: If the day is no date, or a place or event has no words.
        """
        if self.since is not None and read_days(self.since) is None:
            raise ClaimxError(f"{self.since!r} is no date", remedy="write it as 2024-03-19, 2024-03 or 2024")
        for kind, names in (("place", self.where), ("event", self.events)):
            for name in names:
                if not content(name):
                    raise ClaimxError(f"{name!r} names no {kind}", remedy=f"give a word of the {kind}'s name")

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.metrics or self.where or self.events or self.since)

    def of(self, extraction: Extraction) -> Extraction:
        """The extraction with the claims that are chosen, and no pointers to others."""
        if not self:
            return extraction
        return with_claims(extraction, {claim.id for claim in extraction.claims if self.holds(claim, extraction)})

    def unmatched(self, extractions: Iterable[Extraction]) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """What was asked for and is nowhere: the option, its value, and what there is instead, sorted.

        Args:
            extractions: All that is compared.
        """
        given = [(claim, extraction) for extraction in extractions for claim in extraction.claims]
        for option, each in self._one_by_one():
            if not any(each.holds(claim, extraction) for claim, extraction in given):
                value = next(iter((*each.metrics, *each.where, *each.events)), each.since or "")
                there = {_told(option, claim, extraction) for claim, extraction in given}
                yield option, value, tuple(sorted(name for name in there if name))

    def _one_by_one(self) -> Iterator[tuple[str, "Selection"]]:
        yield from (("metric", Selection(metrics=frozenset({name}))) for name in sorted(self.metrics))
        yield from (("where", Selection(where=(name,))) for name in self.where)
        yield from (("event", Selection(events=(name,))) for name in self.events)
        if self.since:
            yield "since", Selection(since=self.since)

    def holds(self, claim: Claim, extraction: Extraction) -> bool:
        """Whether a claim of an extraction is chosen."""
        if self.metrics and claim.metric not in self.metrics:
            return False
        event = _event_of(claim, extraction)
        if self.where and not self._lies_in_any(claim, event):
            return False
        if self.events and not (event and any(content(name) <= content(event.name) for name in self.events)):
            return False
        return self.since is None or _from_day_on(claim.as_of or extraction.article.published, self.since)

    @cached_property
    def _places(self) -> tuple[tuple[str | None, Place | None], ...]:
        """Each place asked for: its code, where it has one, and its name."""
        return tuple(
            (name, None) if PLACE_CODE.fullmatch(name) else (country_code(name), read_place(None, name))
            for name in self.where
        )

    def _lies_in_any(self, claim: Claim, event: Event | None) -> bool:
        place = read_place(claim.where) or (read_place(None, event.place) if event and event.place else None)
        code = claim.where.code if claim.where and claim.where.code else ""
        return any(
            (wanted is not None and (code == wanted or code.startswith(f"{wanted}-")))
            or (
                named is not None
                and place is not None
                and relate_places(place, named).relation in ("equal", "narrower")
            )
            for wanted, named in self._places
        )


def _event_of(claim: Claim, extraction: Extraction) -> Event | None:
    return next((event for event in extraction.events if event.id == claim.event_id), None)


def _told(option: str, claim: Claim, extraction: Extraction) -> str | None:
    """What a claim has for an option: its metric, the name of its place or event, or its date."""
    if option == "metric":
        return claim.metric
    if option == "where":
        return claim.where.name if claim.where else None
    if option == "event":
        event = _event_of(claim, extraction)
        return event.name if event else None
    return claim.as_of or extraction.article.published


def _from_day_on(as_of: str | None, since: str) -> bool:
    days, first = read_days(as_of), read_days(since)
    if days is None or first is None or days.last is None or first.first is None:
        return False
    return days.last >= first.first


def with_claims(extraction: Extraction, ids: set[str]) -> Extraction:
    """The extraction with only some of its claims, and no pointers to others.

    Args:
        extraction: Of an article.
        ids: The claims that are kept.
    """
    claims = tuple(_without_pointers(claim, ids) for claim in extraction.claims if claim.id in ids)
    return extraction.model_copy(update={"claims": claims})


def _without_pointers(claim: Claim, ids: set[str]) -> Claim:
    links = {"part_of": claim.part_of, "supersedes": claim.supersedes}
    dropped = {key: None for key, target in links.items() if target is not None and target not in ids}
    return claim.model_copy(update=dropped) if dropped else claim
