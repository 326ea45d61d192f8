"""Whether an entry of a pack does in its own sentences what they say it does."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Literal

from claimx.lexicon.entry import Entry
from claimx.lexicon.inflect import noun_forms
from claimx.lexicon.metrics import MetricEntry, NounEntry
from claimx.lexicon.overlay import Added
from claimx.lexicon.packs import EntryName, Kind
from claimx.lexicon.populations import Population
from claimx.lexicon.series import SeriesEntry
from claimx.records.claim import Claim
from claimx.records.extraction import Extraction

Wanted = Literal["fires", "silent"]
SPOKEN: frozenset[Kind] = frozenset({"cue_verb", "cue_noun", "cue_phrase", "speaker_noun"})
"""Kinds that show in who said what, and not in figures."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A sentence in which an entry does not do what it should.

    Attributes:
        added: The entry.
        sentence: The sentence.
        wanted: Whether the entry should fire in it or keep silent.
        found: What came out.
    """

    added: Added
    sentence: str
    wanted: Wanted
    found: Extraction


def sentences_of(entry: Entry) -> Iterator[tuple[Wanted, str]]:
    """The sentences of an entry, with what it should do in them."""
    yield from (("fires", sentence) for sentence in entry.fires)
    yield from (("silent", sentence) for sentence in entry.silent)


def failures(
    added: Iterable[Added], read: Callable[[str], Extraction], spoken: Callable[[str], AbstractSet[EntryName]]
) -> Iterator[Failure]:
    """Run the sentences of entries.

    Args:
        added: The entries.
        read: Reads a sentence.
        spoken: Names the entries of cue words and of nouns for speakers that show in a sentence.

    Yields:
        The sentences in which an entry does not do what it should.
    """
    for each in added:
        for wanted, sentence in sentences_of(each.entry):
            if each.table.kind in SPOKEN:
                shows = (each.table.kind, each.entry.id) in spoken(sentence)
            else:
                shows = fires(each.entry, sentence, read(sentence).claims)
            if shows is not (wanted == "fires"):
                yield Failure(each, sentence, wanted, read(sentence))


def fires(entry: Entry, sentence: str, claims: Sequence[Claim]) -> bool:
    """Whether an entry shows in the figures that were read from a sentence.

    A metric entry made a claim; a metric is that of a claim, with its usual series; a group is among the counted; the
    nouns of a class are counted as the class says, or not at all where it says so.

    Args:
        entry: The entry.
        sentence: The sentence.
        claims: Its claims.
    """
    match entry:
        case MetricEntry():
            return any(claim.rule == entry.id and claim.metric == entry.metric for claim in claims)
        case SeriesEntry():
            return any(claim.metric == entry.id and claim.series == entry.usual for claim in claims)
        case Population():
            return any(claim.who is not None and entry.id in claim.who.groups for claim in claims)
        case NounEntry():
            return _counted_as_told(entry, sentence, claims)
    msg = f"no sentences are known of {type(entry).__name__}"
    raise TypeError(msg)


def _counted_as_told(entry: NounEntry, sentence: str, claims: Sequence[Claim]) -> bool:
    forms = sorted({re.escape(form) for word in entry.words for form in noun_forms(word)})
    holds = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE).search
    units = [claim.quantity.unit for claim in claims if claim.who is not None and holds(claim.who.text)]
    match entry.kind:
        case "person":
            return "people" in units
        case "animal":
            return any(unit != "people" for unit in units)
        case "uncounted":
            return holds(sentence) is not None and not units
