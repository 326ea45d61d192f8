"""Corrections by hand: what a person says of a claim is taken for what was read, before anything is compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimx.compare.events import kinds_of
from claimx.compare.naming import claim_fingerprint
from claimx.compare.who import populations
from claimx.errors import SideFileError, located
from claimx.records import Claim, Comparison, Event, Extraction, Finding, Group, Quantity, Where, Who, content_id
from claimx.records.correction import AppliedCorrection, CorrectedField, Correction
from claimx.sources.tables import read_tables

TABLE = "correction"


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Read a corrections file.

    Raises:
        SideFileError: If it cannot be read, an entry does not hold what it must, or two entries correct one claim.
    """
    entries = read_tables(path, TABLE, Correction)
    seen: set[str] = set()
    for entry in entries:
        if entry.claim in seen:
            what = located(f"{entry.claim} is corrected twice", str(path))
            raise SideFileError(what, remedy="put both corrections into one entry")
        seen.add(entry.claim)
    return entries


@dataclass(frozen=True, slots=True)
class Corrected:
    """Extractions as a person has corrected them.

    Attributes:
        extractions: In their order.
        applied: What was corrected, by article and offset.
    """

    extractions: tuple[Extraction, ...]
    applied: tuple[AppliedCorrection, ...]


def correct(extractions: Iterable[Extraction], corrections: Sequence[Correction]) -> Corrected:
    """Take what corrections say for what was read.

    Args:
        extractions: The extractions.
        corrections: The corrections; one that is of no claim here changes nothing.
    """
    by_claim = {each.claim: each for each in corrections}
    found, applied = [], []
    for extraction in extractions:
        hits = [
            (claim, by_claim[name])
            for claim in extraction.claims
            if (name := claim_fingerprint(claim, extraction.article)) in by_claim
        ]
        for claim, correction in hits:
            before, extraction = extraction, _correct_one(extraction, claim, correction)  # noqa: PLW2901 - one after another
            applied.append(_record(before, extraction, claim, correction))
        found.append(extraction)
    return Corrected(tuple(found), tuple(applied))


def _correct_one(extraction: Extraction, claim: Claim, correction: Correction) -> Extraction:
    if correction.drop:
        kept = [_without_pointer(each, claim.id) for each in extraction.claims if each.id != claim.id]
        return extraction.model_copy(update={"claims": tuple(kept)})
    events = extraction.events
    changes: dict[str, object] = {}
    if correction.metric:
        changes |= {"metric": correction.metric, "series": None, "part_of": None}
    if correction.where:
        place = {"start": claim.start, "end": claim.end, "text": claim.text, "name": correction.where}
        changes["where"] = Where.model_validate({**place, "code": correction.code, "in": claim.within})
    if correction.who:
        changes["who"] = _who(correction.who, claim)
    if correction.event:
        event = _event(correction.event, extraction)
        events = events if event in events else (*events, event)
        changes["event_id"] = event.id
    if correction.value is not None or correction.low is not None:
        changes["quantity"] = _quantity(claim.quantity, correction)
    claims = tuple(each.model_copy(update=changes) if each.id == claim.id else each for each in extraction.claims)
    return extraction.model_copy(update={"claims": claims, "events": events})


def _who(words: str, claim: Claim) -> Who:
    """The corrected words; they stand nowhere in the text, so their offsets are those of the sentence's beginning."""
    start = claim.sentence.start
    groups = tuple(sorted(populations().groups_in(words)))
    return Who.model_validate(
        {"start": start, "end": start + len(words), "text": words, "groups": groups, "in": claim.within}
    )


def _event(name: str, extraction: Extraction) -> Event:
    known = [each for each in extraction.events if each.name.casefold() == name.casefold()]
    kind = next((each.id for each in kinds_of(name)), "other")
    return (
        known[0] if known else Event(id=content_id("e", extraction.article.id, "corrected", name), name=name, kind=kind)
    )


def _quantity(read: Quantity, correction: Correction) -> Quantity:
    if correction.value is not None:
        ends = {"value": correction.value, "low": correction.value, "high": correction.value, "comparator": "exact"}
    else:
        ends = {"value": None, "low": correction.low, "high": correction.high, "comparator": "between"}
    return read.model_copy(update=ends)


def _without_pointer(claim: Claim, dropped: str) -> Claim:
    gone = {key: None for key in ("part_of", "supersedes") if getattr(claim, key) == dropped}
    return claim.model_copy(update=gone) if gone else claim


def _record(before: Extraction, after: Extraction, claim: Claim, correction: Correction) -> AppliedCorrection:
    now = next((each for each in after.claims if each.id == claim.id), None)
    old = next(each for each in before.claims if each.id == claim.id)
    mine, theirs = _shown(old, before), _shown(now, after) if now else {}
    changes = [
        CorrectedField(field=name, read=value, corrected=theirs[name])
        for name, value in mine.items()
        if name in theirs and theirs[name] != value
    ]
    return AppliedCorrection(
        claim=correction.claim,
        article_id=after.article.id,
        claim_id=claim.id,
        text=claim.text,
        dropped=correction.drop,
        changes=tuple(changes),
        reason=correction.reason,
        by=correction.by,
    )


def _shown(claim: Claim, extraction: Extraction) -> dict[str, str | None]:
    """What can be corrected of a claim, in words."""
    quantity = claim.quantity
    one = quantity.value is not None and quantity.low == quantity.value == quantity.high
    ends = [quantity.value] if one else [quantity.low, quantity.high]
    return {
        "metric": claim.metric,
        "where": claim.where.name if claim.where else None,
        "who": claim.who.text if claim.who else None,
        "event": next((each.name for each in extraction.events if each.id == claim.event_id), None),
        "value": " to ".join("…" if end is None else f"{end.normalize():f}" for end in ends),
    }


def show_corrections(comparison: Comparison, applied: Sequence[AppliedCorrection]) -> Comparison:
    """Say in the document what was corrected: in a list, and wherever a corrected figure decides something."""
    by_claim = {each.claim_id: each for each in applied}
    findings = tuple(_say_in_finding(each, by_claim) for each in comparison.findings)
    groups = tuple(_say_in_group(each, by_claim) for each in comparison.groups)
    return comparison.model_copy(update={"corrections": tuple(applied), "findings": findings, "groups": groups})


def _say_in_finding(finding: Finding, applied: dict[str, AppliedCorrection]) -> Finding:
    said = [_say(applied[each.claim_id]) for each in finding.claims if each.claim_id in applied]
    return finding.model_copy(update={"message": " ".join([finding.message, *said])}) if said else finding


def _say_in_group(group: Group, applied: dict[str, AppliedCorrection]) -> Group:
    said = [_say(applied[each.claim_id]) for each in group.members if each.claim_id in applied]
    return group.model_copy(update={"reason": " ".join([group.reason, *said])}) if said else group


def _say(applied: AppliedCorrection) -> str:
    """`Corrected by hand: "34", where Orsa and not Tarnow (the plant lies there).`."""
    changes = ", ".join(f"{each.field} {each.corrected} and not {each.read or 'none'}" for each in applied.changes)
    return f'Corrected by hand: "{applied.text}", {changes} ({applied.reason}).'
