"""The words in use, as a table for a person and as JSON for a program; and what a check of packs found."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType

from claimx.lexicon.cues import CLASSES, CueNouns, CuePhrase, CueVerbs
from claimx.lexicon.entry import Entry
from claimx.lexicon.examples import SPOKEN, Failure
from claimx.lexicon.metrics import MetricEntry, NounEntry
from claimx.lexicon.overlay import Added, Overlaid, Words
from claimx.lexicon.packs import Kind, Pack
from claimx.lexicon.populations import Population
from claimx.lexicon.series import SeriesEntry
from claimx.lexicon.speakers import KINDS as SPEAKER_KINDS
from claimx.lexicon.speakers import SpeakerNouns
from claimx.records import Claim, Extraction, Quote
from claimx.report.drawing import columns_of, draw, indented, words
from claimx.report.wording import count_of

SHOWN = 5
"""Triggers of an entry that the table names; the JSON has them all."""

TRIGGERS = ("object_verbs", "subject_verbs", "nouns", "weak_nouns", "of_nouns", "tolls", "states")
WANTED = {"fires": "should fire in", "silent": "should keep silent in"}


def render_lexicon(laid: Overlaid, *, width: int, color: bool) -> str:
    """Render what is active, each entry with its file, its words and its first example.

    Words that tell metrics stand by metric, cue words by what a speaker does, nouns for speakers by their kind.

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
    for title, kind, spoken in (each for each in _spoken(held) if each[2]):
        parts.append(words(f"{title}: ", "bold").append_text(words(kind, "dim")))
        parts += [indented(_rows((entry, file) for file, entry in spoken)), ""]
    parts.append(words(_counts(held), "bold"))
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
        "cue_verbs": [_fields(entry, file, over) for file, entry in held.cue_verbs.values()],
        "cue_nouns": [_fields(entry, file, over) for file, entry in held.cue_nouns.values()],
        "cue_phrases": [_fields(entry, file, over) for file, entry in held.cue_phrases.values()],
        "speaker_nouns": [_fields(entry, file, over) for file, entry in held.speaker_nouns.values()],
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
        found = _quoted(each.found) if each.added.table.kind in SPOKEN else _counted(each.found.claims)
        parts.append(indented(words(f"found: {found}", "dim"), 4))
    return draw(parts, width=width, color=color)


def _spoken(held: Words) -> Iterator[tuple[str, Kind, Sequence[tuple[str, Entry]]]]:
    """Classes of cue words and of nouns for speakers: title, kind of table, and the entries, each with its file."""
    for meaning in CLASSES:
        yield meaning, "cue_verb", [each for each in held.cue_verbs.values() if each[1].meaning == meaning]
        yield meaning, "cue_noun", [each for each in held.cue_nouns.values() if each[1].meaning == meaning]
    yield "source", "cue_phrase", list(held.cue_phrases.values())
    for bearer in SPEAKER_KINDS:
        yield bearer, "speaker_noun", [each for each in held.speaker_nouns.values() if each[1].kind == bearer]


def _counts(held: Words) -> str:
    files = {file for file, _ in held.metrics.values()}
    cues = len(held.cue_verbs) + len(held.cue_nouns) + len(held.cue_phrases)
    return ", ".join(
        (
            count_of(len(held.series), "metric"),
            f"{len(held.metrics)} entries",
            count_of(len(files), "file"),
            f"{cues} entries of cue words",
            f"{len(held.speaker_nouns)} of nouns for speakers",
        )
    )


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
    elif isinstance(entry, CueVerbs):
        yield from (word.split(":")[0] for word in entry.verbs)
    elif isinstance(entry, CueNouns | SpeakerNouns):
        yield from (word.split(":")[0] for word in entry.nouns)
    elif isinstance(entry, CuePhrase):
        yield entry.phrase


def _fields(entry: Entry, file: str, over: dict[int, str | None]) -> dict[str, object]:
    fields = {name: _plain(value) for name, value in entry.model_dump(exclude_defaults=True).items()}
    return {"id": entry.id, "file": file, "over": over.get(id(entry))} | fields


def _plain(value: object) -> object:
    return sorted(value) if isinstance(value, frozenset) else value


def _counted(claims: Sequence[Claim]) -> str:
    if not claims:
        return "no figure"
    return "; ".join(f"{claim.text}: {claim.metric} of {claim.quantity.unit}, by {claim.rule}" for claim in claims)


def _quoted(found: Extraction) -> str:
    """The quotations, each with its cue and speaker; without any, the speakers."""
    names = {speaker.id: f"{speaker.name} ({speaker.kind})" for speaker in found.speakers}
    told = [_told(quote, names) for quote in found.quotes]
    return "; ".join(told or names.values()) or "no quotation"


def _told(quote: Quote, names: Mapping[str, str]) -> str:
    cue = f"cue {quote.cue.text}" if quote.cue is not None else "no cue"
    return f"{quote.text}: {cue}, by {names.get(quote.speaker_id or '', 'nobody')}"
