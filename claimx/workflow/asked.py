"""What is asked for by name and is nowhere: a slip of the pen would otherwise look like agreement, or like silence."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from claimx.compare.folding import content
from claimx.compare.places import PLACE_CODE, country_code
from claimx.errors import ClaimxError, located
from claimx.lexicon.gazetteer import fold, load_gazetteer
from claimx.lexicon.lexicon import lay_packs
from claimx.lexicon.packs import Pack
from claimx.records import Extraction, Note
from claimx.records.reference import ReferenceLine
from claimx.workflow.reading import Tell

if TYPE_CHECKING:
    from claimx.compare import Selection

NOT_FOUND, NO_METRIC, UNKNOWN_IN_ROW = "CX913", "CX967", "CX976"
MOST_NAMED = 12
NEAR = 3
NAMES = {"metric": "metric", "where": "place", "event": "event"}
POPULATION = "population"
"""Of a reference alone: how many people live in a place."""


def check_metrics(asked: Iterable[str], packs: Iterable[Pack], extractions: Iterable[Extraction]) -> None:
    """Refuse a metric that neither the words in use nor any claim knows.

    Args:
        asked: The metrics that are to be compared.
        packs: Packs of words that are in use.
        extractions: All that is compared; JSON may have metrics of packs that are not in use here.

    Raises:
        ClaimxError: If a metric is not known; names those that are spelled alike.
    """
    known = _metrics(tuple(packs), extractions)
    for name in sorted(set(asked) - known):
        remedy = f"{_near(name, known)} claimx lexicon list names them all".lstrip()
        raise ClaimxError(f"there is no metric {name!r}", remedy=remedy, code=NO_METRIC)


def tell_of_nothing_found(chosen: "Selection", extractions: Iterable[Extraction], tell: Tell) -> None:
    """Say what was asked for and is nowhere, and what is there instead.

    Args:
        chosen: What is compared.
        extractions: All that could be.
        tell: Gets a note for each name.
    """
    for option, value, known in chosen.unmatched(extractions):
        if option == "since":
            message = f"there is no figure since {value}; the last is of {known[-1] if known else 'no date'}"
        else:
            shown = ", ".join(known[:MOST_NAMED]) + (f" and {len(known) - MOST_NAMED} more" * (len(known) > MOST_NAMED))
            message = f"there is no figure of the {NAMES[option]} {value!r}; there are figures of {shown or 'none'}"
        tell(Note(code=NOT_FOUND, level="warning", message=message))


def tell_of_unknown_rows(
    rows: Sequence[ReferenceLine], packs: Iterable[Pack], extractions: Sequence[Extraction], tell: Tell
) -> None:
    """Say which rows of a reference can hold no figure: their metric, or their place, is known nowhere.

    Args:
        rows: The rows.
        packs: Packs of words that are in use.
        extractions: All that is compared.
        tell: Gets a note for each name, at the first row that has it.
    """
    if not rows:
        return
    metrics = _metrics(tuple(packs), extractions) | {POPULATION}
    places = _places(extractions)
    said: set[tuple[str, str, str]] = set()
    for row in rows:
        for kind, name in _unknown(row, metrics, places):
            if (row.file, kind, name) not in said:
                said.add((row.file, kind, name))
                known = metrics if kind == "metric" else set(places)
                hint = _near(name, known) or "no figure is held against its rows"
                message = located(f"row {row.row}: the {kind} {name!r} is not known; {hint}", row.file)
                tell(Note(code=UNKNOWN_IN_ROW, level="warning", message=message))


def _unknown(row: ReferenceLine, metrics: frozenset[str], places: Iterable[str]) -> Iterator[tuple[str, str]]:
    if row.metric not in metrics:
        yield "metric", row.metric
    if row.place is not None and not _is_place(row.place, frozenset(places)):
        yield "place", row.place


def _metrics(packs: tuple[Pack, ...], extractions: Iterable[Extraction]) -> frozenset[str]:
    read = {claim.metric for extraction in extractions for claim in extraction.claims}
    return frozenset(read) | frozenset(lay_packs(packs).words.series)


def _places(extractions: Iterable[Extraction]) -> frozenset[str]:
    """The names of all places that articles name."""
    claims = [claim for extraction in extractions for claim in extraction.claims]
    named = {each.name for claim in claims for each in (claim.where,) if each}
    events = {event.place for extraction in extractions for event in extraction.events if event.place}
    return frozenset(named | events)


@cache
def _is_place(name: str, articles: frozenset[str]) -> bool:
    """Whether a name is a code, a place of an article, or one of the world."""
    if PLACE_CODE.fullmatch(name) or country_code(name):
        return True
    if any(content(name) <= content(each) or content(each) <= content(name) for each in articles if content(each)):
        return True
    return fold(name) in load_gazetteer().spots or load_gazetteer().find(name) is not None


def _near(name: str, known: Iterable[str]) -> str:
    """`did you mean killed, or injured?`; nothing where no name is spelled alike."""
    by_fold = {each.casefold(): each for each in sorted(known)}
    near = get_close_matches(name.casefold(), by_fold, n=NEAR)
    return f"did you mean {', or '.join(by_fold[each] for each in near)}?" if near else ""
