"""Metrics: which numbers count what."""

from dataclasses import replace
from decimal import Decimal

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.metrics import MetricLexicon
from claimx.lexicon.populations import Populations
from claimx.pipeline.layers import Candidate, Layers, Offsets, update
from claimx.pipeline.metrics.antecedents import with_antecedents
from claimx.pipeline.metrics.counts import GUESSED, CountReader
from claimx.pipeline.metrics.leftover import read_leftover
from claimx.pipeline.metrics.lists import share_metrics
from claimx.pipeline.metrics.measures import read_measure
from claimx.pipeline.metrics.nouns import NounClasses
from claimx.pipeline.metrics.reading import Reading
from claimx.pipeline.metrics.runs import continue_runs
from claimx.pipeline.metrics.shares import ShareReader
from claimx.pipeline.metrics.subjects import name_subjects
from claimx.pipeline.phrases import Phrase, counted_phrase, described_end, token_range
from claimx.textual.numbers import NumberMention


POINTS = frozenset({"point", "percentage point"})


class Metrics:
    """Writes `Layers.candidates`: a number for each thing that it counts."""

    def __init__(self, *, lexicon: MetricLexicon, populations: Populations) -> None:
        self.classes = NounClasses(lexicon, populations)
        self.counts = CountReader(lexicon, self.classes)
        self.words = lexicon.settings
        self.shares = ShareReader(self.counts, lexicon)

    def __call__(self, doc: Doc) -> Doc:
        """Make candidates of the numbers of a parsed document."""
        numbers = Layers.of(doc).numbers
        readings = [reading for index, number in enumerate(numbers) if (reading := self._open(doc, index, number))]
        readings = [self._read(doc, reading) for reading in with_antecedents(doc, readings)]
        readings = continue_runs(doc, read_leftover(doc, share_metrics(doc, readings), self.words))
        readings = name_subjects(doc, readings)
        candidates = tuple(_candidate(doc, reading) for reading in readings if reading.metric is not None)
        return update(doc, candidates=candidates)

    def _open(self, doc: Doc, index: int, number: NumberMention) -> Reading | None:
        where = token_range(doc, number.core_start, number.core_end)
        hedged = token_range(doc, number.start, number.end)
        if where is None or hedged is None or number.kind in {"duration", "age"}:
            return None
        last = max(where[1], hedged[1])
        phrase = counted_phrase(doc, where[0], last)
        noun = self.classes.of(doc[phrase.head]) if phrase.head is not None else None
        return Reading(number, index, hedged[0], last, phrase, noun)

    def _read(self, doc: Doc, reading: Reading) -> Reading:
        match reading.number.kind:
            case "money":
                return replace(
                    reading, metric="money", unit=reading.number.unit or "", rule="money", confidence=Decimal("0.9")
                )
            case "percent":
                return self.shares.read(doc, reading)
            case "measure":
                return read_measure(doc, reading, self.words["bores"])
            case "multiple":
                return replace(reading, metric="count", unit="times", rule="multiple", confidence=GUESSED)
            case "count" if reading.number.unit in POINTS:
                return self.shares.read(doc, reading)
            case "count":
                return self.counts.read(doc, read_measure(doc, reading, self.words["bores"]))
            case _:
                return reading


def _candidate(doc: Doc, reading: Reading) -> Candidate:
    number = reading.number
    phrase: Phrase = reading.named
    head = doc[phrase.head] if phrase.head is not None else None
    predicate = doc[reading.predicate] if reading.predicate is not None else None
    counted = doc[phrase.start : described_end(doc, phrase)] if head is not None else None
    of = doc[reading.of[0] : reading.of[1]] if reading.of else None
    return Candidate(
        number=reading.index,
        start=number.start,
        end=number.end,
        metric=reading.metric or "count",
        unit=reading.unit,
        of=Offsets(of.start_char, of.end_char) if of is not None and len(of) else None,
        counted=Offsets(counted.start_char, counted.end_char) if counted is not None and len(counted) else None,
        head=Offsets(head.idx, head.idx + len(head)) if head is not None else None,
        predicate=Offsets(predicate.idx, predicate.idx + len(predicate)) if predicate is not None else None,
        basis=number.basis,
        direction=number.change,
        rule=reading.rule,
        confidence=reading.confidence,
    )


@Language.factory("claimx_metrics", assigns=["doc._.claimx"], requires=["doc._.claimx"])
def make_metrics(nlp: Language, name: str) -> Metrics:  # noqa: ARG001 - the signature of a factory
    """Build the component from the lexicon."""
    lexicon = load_lexicon()
    return Metrics(lexicon=lexicon.metrics, populations=lexicon.populations)
