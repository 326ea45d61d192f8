"""What a person should look at: figures that cannot both hold, and how sure that is."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from claimx.compare.doubts import kind_among_all
from claimx.compare.figure import Figure
from claimx.compare.fingerprint import finding_fingerprint, pair_fingerprint
from claimx.compare.groups import Comparing, Entry, Judged, deciding_pair
from claimx.compare.jumps import Jump, find_jumps
from claimx.compare.known import Known, name_figures, pairs_to_show
from claimx.compare.naming import claim_fingerprint
from claimx.compare.reason import WHY, name_source, say_figure
from claimx.compare.series import GENERIC
from claimx.compare.shares import points_back
from claimx.compare.slips import SLIP_CODES, SLIP_WORDS, is_telling, slip_between
from claimx.compare.timeline import earlier
from claimx.records.base import Level
from claimx.records.finding import Finding, FindingClaim, FindingValues, Role

LEVELS: Final[tuple[Level, ...]] = ("error", "warning", "note")
NOTHING: Final[Known] = {}


def level_of(pair: Comparing) -> Level:
    """How strong the evidence of a pair is.

    error: cannot both hold, every part of the scope the same, both dated. warning: the same with scope or time
    inferred, and every tension. Undated: one lower, and a note for counts that move. A note, too, where it may well be
    that the two do not count one thing.
    """
    dated = bool(pair.one.figure.as_of and pair.other.figure.as_of)
    if pair.verdict.reason == "undated" or doubt_of(pair) is not None:
        return "note"
    if pair.verdict.relation == "conflict":
        return "error" if dated and pair.scope.equal else "warning"
    return "warning" if dated else "note"


def doubt_of(pair: Comparing) -> str | None:
    """Why the two figures of a pair may count two things; None where nothing speaks for that."""
    if pair.verdict.relation == "tension" and pair.one.figure.claim.metric in GENERIC:
        return "such counts differ by who counts"
    if not pair.across and kind_among_all(pair.one.figure, pair.other.figure):
        return "one counts people of one kind"
    return pair.doubt


def group_findings(judged: Judged, known: Known = NOTHING) -> tuple[Finding, ...]:
    """The findings of a group: at most one between articles, and one for each article that gives two versions.

    Args:
        judged: The group.
        known: What a baseline or an earlier run has; that stays beside the one finding that is new.
    """
    found: list[Finding] = []
    bad = [pair for pair in judged.pairs if pair.verdict.relation in ("conflict", "tension")]
    between = [pair for pair in bad if pair.across]
    across = _strongest(between)
    figures = {"figures": name_figures(judged.entries)} if between else {}
    shown = [_between_articles(judged, pair) for pair in pairs_to_show(between, known, _strongest)]
    found += [each.model_copy(update=figures) for each in shown]
    inside: dict[tuple[str, str], list[Comparing]] = {}
    for pair in bad:
        if not pair.across:
            inside.setdefault(pair.one.figure.version, []).append(pair)
    for article in sorted(inside):
        two_ways = _strongest(inside[article])
        if two_ways is not None:
            found.append(_inside_article(judged, two_ways))
    if across is None:
        found += [_zeros(judged, pair) for pair in _zeros_added(judged)]
    if across is None or across.verdict.relation == "tension":
        found += [_jump(judged, jump) for jump in find_jumps(judged.entries)]
    return tuple(found)


def _strongest(pairs: Sequence[Comparing]) -> Comparing | None:
    levels = [LEVELS.index(level_of(pair)) for pair in pairs]
    best = min(levels, default=None)
    return deciding_pair([pair for pair, level in zip(pairs, levels, strict=True) if level == best])


def _between_articles(judged: Judged, pair: Comparing) -> Finding:
    old, new = _by_time(pair)
    conflict = pair.verdict.relation == "conflict"
    code, claims = ("CX101" if conflict else "CX102"), _claims(("a", old), ("b", new))
    said = WHY[pair.verdict.reason]
    if _is_stale(judged, old, new):
        code, claims = "CX302", _claims(("stale", new), ("a", old))
        said = "the later one repeats a number from before the earlier one"
    elif conflict and judged.group.series == "cumulative" and _fell(old.figure, new.figure):
        code, said = "CX301", "a count that only grows cannot have fallen"
    elif conflict and old.figure.claim.quantity.value is not None and new.figure.claim.quantity.value is not None:
        slip = slip_between(old.figure.number, new.figure.number)
        code, said = (SLIP_CODES[slip], SLIP_WORDS[slip]) if slip else (code, said)
    message = (
        f"{judged.group.metric}: {name_source(old.figure)} gives {say_figure(old.figure, old.parts)}, "
        f"{name_source(new.figure)} gives {say_figure(new.figure, new.parts)}: {said}{_doubt(pair)}."
    )
    return make_finding(
        code=code,
        level=level_of(pair),
        message=message,
        group_id=judged.group.id,
        claims=claims,
        numbers=(old.figure.number, new.figure.number),
        fingerprint=pair_fingerprint(pair),
    )


def _doubt(pair: Comparing) -> str:
    """What the finding takes for granted."""
    unsure = [
        name
        for name, relation in (("who", pair.scope.who), ("where", pair.scope.where), ("event", pair.scope.event))
        if relation != "equal"
    ]
    why = doubt_of(pair)
    said = [f"not stated alike: {', '.join(unsure)}"] if unsure else []
    said += [why] if why else []
    return f" ({'; '.join(said)})" if said else ""


def _by_time(pair: Comparing) -> tuple[Entry, Entry]:
    if earlier(pair.other.figure.as_of, pair.one.figure.as_of):
        return pair.other, pair.one
    return pair.one, pair.other


def _fell(old: Figure, new: Figure) -> bool:
    return earlier(old.as_of, new.as_of) and new.number < old.number


def _is_stale(judged: Judged, old: Entry, new: Entry) -> bool:
    """Whether the newer article repeats a number that was given before the older one: yesterday's toll."""
    if not _fell(old.figure, new.figure) or judged.group.series in ("stock", "level", "rate"):
        return False
    return any(
        entry.figure.number == new.figure.number and earlier(entry.figure.as_of, old.figure.as_of)
        for entry in judged.entries
    )


def _jump(judged: Judged, jump: Jump) -> Finding:
    """CX305: a figure that no other day comes near."""
    odd, before, after = jump.odd, jump.before, jump.after
    slips = [slip_between(odd.figure.number, each.figure.number) for each in (before, after)]
    slip = next((SLIP_WORDS[each] for each in slips if each), None)
    message = (
        f"{judged.group.metric}: {name_source(odd.figure)} gives {say_figure(odd.figure, odd.parts)}, between "
        f"{say_figure(before.figure, before.parts)} on {before.figure.as_of} and "
        f"{say_figure(after.figure, after.parts)} on {after.figure.as_of}: out of line with its series"
        f"{f', and {slip}' if slip else ''}."
    )
    beside = [
        pair for pair in judged.pairs if odd in (pair.one, pair.other) and {before, after} & {pair.one, pair.other}
    ]
    return make_finding(
        code="CX305",
        level="note" if any(doubt_of(pair) is not None for pair in beside) else "warning",
        message=message,
        group_id=judged.group.id,
        claims=_claims(("a", before), ("b", odd), ("a", after)),
        numbers=(before.figure.number, odd.figure.number),
        fingerprint=finding_fingerprint("CX305", (odd.figure,)),
    )


def _zeros_added(judged: Judged) -> tuple[Comparing, ...]:
    """The pair of an update in which the later number is the earlier one with zeros added, digit for digit."""
    moved = [pair for pair in judged.pairs if pair.across and pair.verdict.relation == "update"]
    pair = deciding_pair(
        [
            pair
            for pair in moved
            if is_telling(pair.one.figure.number)
            and slip_between(pair.one.figure.number, pair.other.figure.number) == "zeros"
        ]
    )
    return () if pair is None else (pair,)


def _zeros(judged: Judged, pair: Comparing) -> Finding:
    """CX304: a count that may well have moved, but hardly to the same digits with a zero more."""
    old, new = _by_time(pair)
    return make_finding(
        code=SLIP_CODES["zeros"],
        level="note" if doubt_of(pair) else "warning",
        message=(
            f"{judged.group.metric}: {name_source(old.figure)} gives {say_figure(old.figure, old.parts)}, "
            f"{name_source(new.figure)} gives {say_figure(new.figure, new.parts)}: {SLIP_WORDS['zeros']}."
        ),
        group_id=judged.group.id,
        claims=_claims(("a", old), ("b", new)),
        numbers=(old.figure.number, new.figure.number),
    )


def _inside_article(judged: Judged, pair: Comparing) -> Finding:
    one, other = pair.one, pair.other
    heads = [entry for entry in (one, other) if entry.figure.in_headline]
    leads = [entry for entry in (one, other) if entry.figure.claim.zone == "lead"]
    if len(heads) == 1:
        body = other if heads[0] is one else one
        doubtful = not body.figure.alone or points_back(body.figure.claim)
        code, said = "CX202", "the headline and the text differ"
        claims = _claims(("headline", heads[0]), ("body", body))
    elif len(leads) == 1:
        doubtful = False
        code, said = "CX202", "the lead and the text below it differ"
        claims = _claims(("a", leads[0]), ("body", other if leads[0] is one else one))
    else:
        doubtful = False
        code, said = "CX203", "one article gives this figure in two ways"
        claims = _claims(("a", one), ("b", other))
    texts = f"{one.figure.claim.text} and {other.figure.claim.text}"
    message = f"{judged.group.metric}: {name_source(one.figure)} gives {texts}: {said}."
    return make_finding(
        code=code,
        level="warning" if pair.verdict.relation == "conflict" and not (doubtful or doubt_of(pair)) else "note",
        message=message,
        group_id=judged.group.id,
        claims=claims,
        numbers=(one.figure.number, other.figure.number),
    )


def _claims(*roles: tuple[Role, Entry]) -> list[tuple[Role, Figure]]:
    return [(role, figure) for role, entry in roles for figure in entry.parts or (entry.figure,)]


def make_finding(
    *,
    code: str,
    level: Level,
    message: str,
    group_id: str | None,
    claims: Sequence[tuple[Role, Figure]],
    numbers: tuple[Decimal, Decimal],
    fingerprint: str | None = None,
) -> Finding:
    """A finding on some figures.

    Args:
        code: Its code.
        level: How strong it is.
        message: What it says, as a sentence.
        group_id: The group that it is on; None where it is on none.
        claims: The figures that it shows, each with its role, in order.
        numbers: What was expected, and what was found.
        fingerprint: Its name; made of its code and all its figures where none is given.
    """
    expected, found = numbers
    return Finding(
        code=code,
        level=level,
        message=message,
        group_id=group_id,
        claims=tuple(_show(role, figure) for role, figure in claims),
        values=FindingValues(expected=expected, found=found, difference=found - expected),
        fingerprint=fingerprint or finding_fingerprint(code, [figure for _, figure in claims]),
    )


def _show(role: Role, figure: Figure) -> FindingClaim:
    claim, article = figure.claim, figure.article
    line = article.text.count("\n", 0, claim.start) + 1 if article.text is not None and claim.within is None else None
    return FindingClaim(
        role=role,
        article_id=article.id,
        claim_id=claim.id,
        source=article.source,
        published=article.published,
        path=article.path,
        line=line,
        text=claim.text,
        start=claim.start,
        end=claim.end,
        sentence=claim.sentence,
        fingerprint=claim_fingerprint(claim, article),
    )
