"""The words in use, as a table for a person and as JSON for a program; and what a check of packs found."""

import json
from collections.abc import Iterable, Iterator, Sequence

from rich.console import RenderableType

from claimx.lexicon.entry import Entry
from claimx.lexicon.examples import Failure
from claimx.lexicon.metrics import MetricEntry, NounEntry
from claimx.lexicon.overlay import Added, Overlaid
from claimx.lexicon.packs import Pack
from claimx.lexicon.populations import Population
from claimx.lexicon.series import SeriesEntry
from claimx.records import Claim
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.wording import count_of

SHOWN = 5
"""Triggers of an entry that the table names; the JSON has them all."""

TRIGGERS = ("object_verbs", "subject_verbs", "nouns", "weak_nouns", "of_nouns", "tolls", "states")
WANTED = {"fires": "should fire in", "silent": "should keep silent in"}


def render_lexicon(laid: Overlaid, *, width: int, color: bool) -> str:
    """Render what is active: by metric, each entry with its file, its triggers and its first example.

    Args:
        laid: The words.
        width: Columns to fill.
        color: Whether escape codes for colour are used.

    Returns:
        The text, which ends with a newline.
    """
    parts: list[RenderableType] = []
    held = laid.words
    for metric, (file, series) in held.series.items():
        entries = [each for each in held.metrics.values() if each[1].metric == metric]
        parts.append(words(f"{metric}: ", "bold").append_text(words(_nature(series, file), "dim")))
        parts.append(indented(_rows((entry, file) for file, entry in entries)) if entries else _by_rule())
        parts.append("")
    others = [each for each in laid.added if isinstance(each.entry, NounEntry | Population)]
    if others:
        parts.append(words("words for what is counted, from packs", "bold"))
        parts += [indented(_rows((each.entry, each.table.file) for each in others)), ""]
    files = {file for file, _ in held.metrics.values()}
    counts = (count_of(len(held.series), "metric"), f"{len(held.metrics)} entries", count_of(len(files), "file"))
    parts.append(words(", ".join(counts), "bold"))
    return draw(parts, width=width, color=color)


def lexicon_json(laid: Overlaid, packs: Sequence[Pack], version: str) -> str:
    """Render everything about what is active, in a form that is the same at each run.

    Args:
        laid: The words.
        packs: The packs among them.
        version: The hash that extractions name as `producer.lexicon`.

    Returns:
        One JSON object and a newline.
    """
    over = {id(each.entry): each.over for each in laid.added}
    held = laid.words
    listing = {
        "schema": "claimx.lexicon",
        "schema_version": "1.0",
        "lexicon": version,
        "packs": [{"path": pack.path, "sha256": pack.digest} for pack in packs],
        "metrics": [_fields(entry, file, over) for file, entry in held.series.values()],
        "entries": [_fields(entry, file, over) for file, entry in held.metrics.values()],
        "nouns": [_fields(entry, file, over) for file, entry in held.nouns.values()],
        "populations": [_fields(entry, file, over) for file, entry in held.groups.values()],
    }
    return json.dumps(listing, ensure_ascii=False, indent=2) + "\n"


def render_failures(failed: Sequence[Failure], *, width: int, color: bool) -> str:
    """Render the sentences in which entries do not do what they should, by file and entry.

    Args:
        failed: The failures.
        width: Columns to fill.
        color: Whether escape codes for colour are used.

    Returns:
        The text; empty where nothing failed.
    """
    parts: list[RenderableType] = []
    last: Added | None = None
    for each in failed:
        if each.added is not last:
            parts.append(words(each.added.table.place, "bold"))
            last = each.added
        parts.append(indented(words(f"{WANTED[each.wanted]}: {each.sentence}")))
        parts.append(indented(words(f"found: {_found(each.found)}", "dim"), 4))
    return draw(parts, width=width, color=color)


def _nature(series: SeriesEntry, file: str) -> str:
    lasting = f", {series.lasting} where the event goes on" if series.lasting not in {None, series.usual} else ""
    origin = "" if file == "series.toml" else f"; {file}"
    return f"{series.counts}; {series.usual}{lasting}{origin}"


def _by_rule() -> RenderableType:
    """Sums of money, measures and the like are told by the number's own words."""
    return indented(words("told by the number's own words"))


def _rows(entries: Iterable[tuple[Entry, str]]) -> RenderableType:
    table = columns_of(2, 5)
    for entry, file in entries:
        table.add_row(words(entry.id), words(_in_short(entry)))
        table.add_row(words(f"  {file}", "dim"), words(entry.fires[0], "dim"))
    return table


def _in_short(entry: Entry) -> str:
    found = list(dict.fromkeys(_triggers(entry)))
    more = f" … {len(found)} in all" if len(found) > SHOWN else ""
    return ", ".join(found[:SHOWN]) + more


def _triggers(entry: Entry) -> Iterator[str]:
    """The words of an entry in the form that stands in a dictionary."""
    if isinstance(entry, MetricEntry):
        yield from (word.split(":")[0] for name in TRIGGERS for word in getattr(entry, name))
    elif isinstance(entry, NounEntry | Population):
        yield from (word.split(":")[0] for word in entry.words)


def _fields(entry: Entry, file: str, over: dict[int, str | None]) -> dict[str, object]:
    fields = {name: _plain(value) for name, value in entry.model_dump(exclude_defaults=True).items()}
    return {"id": entry.id, "file": file, "over": over.get(id(entry))} | fields


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _found(claims: Sequence[Claim]) -> str:
    if not claims:
        return "no figure"
    return "; ".join(f"{claim.text}: {claim.metric} of {claim.quantity.unit}, by {claim.rule}" for claim in claims)
