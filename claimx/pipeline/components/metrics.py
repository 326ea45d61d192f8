"""Metrics: which numbers count what."""

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.metrics import MetricLexicon
from claimx.lexicon.packs import read_packs
from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Layers, Offsets, update
from claimx.pipeline.metrics.antecedents import with_antecedents
from claimx.pipeline.metrics.bystanders import (
    is_age,
    is_couple,
    is_model,
    is_next_one,
    is_page,
    is_pronoun,
    is_reference,
    is_year_of,
)
from claimx.pipeline.metrics.counts import GUESSED, LIKELY, SURE, CountReader
from claimx.pipeline.metrics.labels import LabelReader
from claimx.pipeline.metrics.leftover import LeftoverReader
from claimx.pipeline.metrics.lists import share_metrics
from claimx.pipeline.metrics.measures import read_measure
from claimx.pipeline.metrics.nouns import NounClasses
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.metrics.restated import restate
from claimx.pipeline.metrics.runs import continue_runs
from claimx.pipeline.metrics.shares import ShareReader
from claimx.pipeline.metrics.subjects import SubjectReader
from claimx.pipeline.metrics.told_apart import tell_apart
from claimx.pipeline.metrics.tolls import TollReader
from claimx.pipeline.phrases import NOUNS, PLURALS, Phrase, counted_phrase, described_end, token_range
from claimx.pipeline.wording import Wording
from claimx.textual.numbers import NumberMention

POINTS = frozenset({"point", "percentage point"})
STANDERS_BY = (is_age, is_model, is_pronoun, is_next_one, is_reference, is_couple, is_page, is_year_of)
NO_CLAIM = frozenset({"duration", "age"})
"""Kinds of quantities that are never claimed."""


class Metrics:
    """Writes `Layers.candidates`: the numbers that count something, with what they count.

    Attributes:
        classes: Classes of nouns.
        counts: Reads counts by the words around them.
        tolls: Reads figures at the end of a toll.
        labelled: Reads figures behind a label.
        shares: Reads percentages and points.
        leftover: Reads what those leave.
        subjects: Says whose sum or share a figure is.
        things: Metrics whose unit is the counted noun.
    """

    def __init__(self, *, lexicon: MetricLexicon, populations: Populations) -> None:
        self.words = lexicon.settings
        self.things = lexicon.things
        self.classes = NounClasses(lexicon, populations)
        self.counts = CountReader(lexicon, self.classes)
        self.tolls = TollReader(self.counts)
        self.labelled = LabelReader(self.counts)
        self.shares = ShareReader(self.counts, lexicon)
        self.leftover = LeftoverReader(lexicon.settings)
        self.subjects = SubjectReader(lexicon.settings)

    def __call__(self, doc: Doc) -> Doc:
        """Make candidates of the numbers of a parsed document."""
        text = Wording.of(doc).text
        opened = (self._open(doc, text, index, number) for index, number in enumerate(Layers.of(doc).numbers))
        readings = with_antecedents(doc, [reading for reading in opened if reading is not None])
        in_poll = any(reading.number.kind == "percent" for reading in readings) and self.shares.reports_poll(doc)
        readings = [self._read(doc, reading, in_poll=in_poll) for reading in readings]
        readings = share_metrics(doc, readings, things=self.things, degrees=self.words["degrees"])
        readings = restate(doc, readings, self.words)
        readings = continue_runs(doc, self.leftover.read(doc, readings))
        readings = self.subjects.read(doc, tell_apart(doc, readings, self.words))
        return update(doc, candidates=tuple(_candidate(doc, each) for each in readings if each.metric is not None))

    def _open(self, doc: Doc, text: str, index: int, number: NumberMention) -> Reading | None:
        where = token_range(doc, number.core_start, number.core_end)
        hedged = token_range(doc, number.start, number.end)
        if where is None or hedged is None or number.kind in NO_CLAIM:
            return None
        last = max(where[1], hedged[1])
        phrase = self._phrase(doc, number, last)
        noun = self.classes.of(doc[phrase.head]) if phrase.head is not None else None
        reading = Reading(number, text, index, hedged[0], last, phrase, noun)
        return None if any(tells(doc, reading) for tells in STANDERS_BY) else reading

    def _phrase(self, doc: Doc, number: NumberMention, last: int) -> Phrase:
        """What a number counts, but for a verb that a headline makes a noun of: "Bus plunges off cliff, 22 die"."""
        phrase = counted_phrase(doc, last)
        if phrase.head != last or number.kind != "count" or number.value == 1 or doc[last].tag_ in PLURALS:
            return phrase
        edges = self.counts.lexicon.edges
        said = doc[last].lower_ in edges["subject"] or doc[last].lower_ in edges["state"]
        return Phrase(start=last, end=last, head=None) if said and doc[last].pos_ in NOUNS else phrase

    def _haul(self, doc: Doc, reading: Reading) -> Reading:
        """A measure of goods that were seized: "customs seized 40 kg of hashish"."""
        end = described_end(doc, reading.phrase)
        match = self.counts.match(doc, replace(reading, antecedent=replace(reading.phrase, end=end)))
        if match is None or match.entry.metric != "seized":
            return reading
        return replace(reading, metric="seized", rule=match.entry.id, predicate=match.token)

    def _read(self, doc: Doc, reading: Reading, *, in_poll: bool) -> Reading:
        number = reading.number
        if number.kind == "money":
            confidence = LIKELY if number.assumed else SURE
            return replace(reading, metric="money", unit=number.unit or "", rule="money", confidence=confidence)
        if number.kind == "percent" or number.unit in POINTS:
            return self.shares.read(doc, reading, in_poll=in_poll)
        if number.kind == "multiple" or doc[reading.last - 1].lower_ == "times":
            return replace(reading, metric="count", unit="times", rule="multiple", confidence=GUESSED)
        measured = read_measure(doc, reading, self.words)
        if measured.metric is not None and number.kind == "measure":
            return self._haul(doc, measured)
        if number.kind != "count" or measured.metric is not None:
            return measured
        return self.tolls.read(doc, reading) or self.labelled.read(doc, reading) or self.counts.read(doc, reading)


def _candidate(doc: Doc, reading: Reading) -> Candidate:
    number = reading.number
    phrase = reading.named
    return Candidate(
        number=reading.index,
        start=number.start,
        end=number.end,
        metric=reading.metric or "count",
        unit=reading.unit,
        of=_offsets(doc, *reading.of) if reading.of else None,
        counted=_offsets(doc, phrase.start, described_end(doc, phrase)) if phrase.head is not None else None,
        head=_offsets(doc, phrase.head, phrase.head + 1) if phrase.head is not None else None,
        predicate=_offsets(doc, reading.predicate, reading.predicate + 1) if reading.predicate is not None else None,
        basis=number.basis,
        direction=number.change,
        rule=reading.rule,
        confidence=reading.confidence,
    )


def _offsets(doc: Doc, first: int, last: int) -> Offsets | None:
    span = doc[first:last]
    return Offsets(span.start_char, span.end_char) if len(span) else None


@Language.factory("claimx_metrics", assigns=["doc._.claimx"], requires=["doc._.claimx"])
def make_metrics(nlp: Language, name: str, packs: list[str] | None = None) -> Metrics:  # noqa: ARG001 - a factory
    """Build the component from the lexicon and packs of other domains, given as folders."""
    lexicon = load_lexicon(packs=read_packs(packs or ()))
    return Metrics(lexicon=lexicon.metrics, populations=lexicon.populations)
