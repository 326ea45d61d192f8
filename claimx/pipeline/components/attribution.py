"""Whom each figure comes from, where the article says so."""

from bisect import bisect_left, insort
from collections.abc import Mapping, Sequence
from operator import attrgetter

from spacy.language import Language
from spacy.tokens import Doc

from claimx.lexicon.packs import read_packs
from claimx.pipeline.attribution.carried import Told, carried_source
from claimx.pipeline.attribution.documents import polls_spoken_of
from claimx.pipeline.attribution.known import KnownSpeakers
from claimx.pipeline.attribution.named import named_sources
from claimx.pipeline.attribution.origins import chain_of, cited_by
from claimx.pipeline.attribution.sentences import is_read, sentences_with_sources
from claimx.pipeline.attribution.source import Named, as_written, can_tell
from claimx.pipeline.attribution.vocabulary import SourceVocabulary, load_source_vocabulary
from claimx.pipeline.layers import Candidate, Layers, Offsets, QuoteLayer, Source, SpeakerLayer, update
from claimx.pipeline.quotes.tokens import TokenIndex
from claimx.pipeline.quotes.words import CueWords, load_cue_words
from claimx.pipeline.speakers.phrases import read_phrase
from claimx.pipeline.wording import Wording

BODIES = frozenset({"organization", "government", "document"})
MANY = frozenset({"collective", "organization", "government", "anonymous"})
TOKEN = attrgetter("token")


class Attribution:
    """Writes `Layers.sources`, and adds to `Layers.speakers` the sources that are quoted nowhere.

    Args:
        cues: Cue words.
        words: Words about sources.
    """

    def __init__(self, *, cues: CueWords, words: SourceVocabulary) -> None:
        self.cues = cues
        self.words = words

    def __call__(self, doc: Doc) -> Doc:
        """Find the sources of all candidates."""
        layers = Layers.of(doc)
        index, wording = TokenIndex(doc), Wording.of(doc)
        figures = [index.at(each.start) for each in layers.candidates]
        sentences = sentences_with_sources(doc, figures, self.words)
        named = named_sources(doc, sentences, layers.frames, self.cues, self.words)
        held = _by_sentence(doc, named)
        speakers = KnownSpeakers(layers.speakers, index)
        sources: list[tuple[Source, ...]] = []
        told = [
            _told(doc, layers, each, spoken_of=False)
            for each in named
            if is_read(doc[slice(*each.source)].root.lower_, self.words)
        ]
        told += [_told(doc, layers, each, spoken_of=True) for each in polls_spoken_of(doc, self.words)]
        told.sort(key=TOKEN)
        found_for: list[list[tuple[int, int]]] = []
        wholes = [link.part_of for link in layers.links] or [None] * len(layers.candidates)
        for candidate, whole, at in zip(layers.candidates, wholes, figures, strict=True):
            own = self._nearest(index, candidate, held.get(wording.sentence(doc, at)[0], ()), layers)
            carried = None if own else carried_source(doc, index, candidate, _last(told, at), layers, self.words)
            found = own or ([carried] if carried is not None else [])
            if not found and whole is not None and _is_near(layers, candidate, whole):
                found = found_for[whole] if whole < len(found_for) else []
            found_for.append(found)
            if found:
                paragraph = layers.paragraph_at(candidate.start)
                insort(told, Told(at, wording.sentence(doc, at)[0], paragraph, found[0], carried=not own), key=TOKEN)
            sources.append(tuple(self._source(doc, index, each, speakers) for each in found))
        return update(doc, sources=tuple(sources), speakers=tuple(speakers.speakers))

    def _nearest(
        self, index: TokenIndex, candidate: Candidate, named: Sequence[Named], layers: Layers
    ) -> list[tuple[int, int]]:
        """Source phrases of a figure as token stretches, the nearest first."""
        start, end = index.at(candidate.start), index.at(candidate.end - 1) + 1
        found = [(each.size, each.source) for each in named if each.holds(start, end)]
        for quote in layers.quotes:
            if quote.kind != "indirect" and quote.start <= candidate.start and candidate.end <= quote.end:
                stretch = index.at(quote.start), index.at(quote.end - 1) + 1
                found = [(size, source) for size, source in found if not self._is_figurative(index, source, stretch)]
                mention = _mention(index, quote)
                if mention is not None:
                    found.append((stretch[1] - stretch[0], mention))
        out: list[tuple[int, int]] = []
        for _, source in sorted(found):
            overlaps = any(a < source[1] and source[0] < b for a, b in out)
            if not overlaps and not source[0] <= start < source[1]:
                out.append(source)
        return out

    def _is_figurative(self, index: TokenIndex, source: tuple[int, int], quoted: tuple[int, int]) -> bool:
        """Whether quoted words make a source of what is none: “The ice tells us that 40 hives died”, he said."""
        inside = quoted[0] <= source[0] and source[1] <= quoted[1]
        return inside and not can_tell(index.doc, source, self.words.speakers)

    def _source(self, doc: Doc, index: TokenIndex, source: tuple[int, int], speakers: KnownSpeakers) -> Source:
        source = as_written(doc, source)
        span = index.offsets(source)
        chain = chain_of(doc, *source, self.words.speakers)
        cited = cited_by(doc, source, self.words.citing)
        if cited is not None:
            chain = (*(chain or (source,)), cited)
        return Source(
            span.start,
            span.end,
            speaker=self._speaker(doc, source, span, speakers),
            chain=tuple(index.offsets(each) for each in chain) or (span,),
        )

    def _speaker(self, doc: Doc, source: tuple[int, int], span: Offsets, speakers: KnownSpeakers) -> int | None:
        """The speaker of a source, one more where nobody has been quoted with these words."""
        number = speakers.mentioned(source)
        if number is not None:
            return number
        phrase = read_phrase(doc, *source, self.words.speakers)
        if phrase.form == "pronoun":
            return _last_like(doc[source[0]].lower_, span, speakers.speakers)
        number = speakers.named(phrase.name)
        if number is None:
            return speakers.add(SpeakerLayer(phrase.name, phrase.kind or "person", role=phrase.role, mentions=(span,)))
        speakers.mention(number, source)
        return number


def _by_sentence(doc: Doc, named: Sequence[Named]) -> Mapping[int, Sequence[Named]]:
    """Sources by the first tokens of the sentences in which they vouch for something."""
    wording = Wording.of(doc)
    out: dict[int, list[Named]] = {}
    for each in named:
        sentences: set[int] = set()
        for start, end in each.pieces:
            at = start
            while at < end:
                first, at = wording.sentence(doc, at)
                sentences.add(first)
        for sentence in sorted(sentences):
            out.setdefault(sentence, []).append(each)
    return out


def _last(told: Sequence[Told], before: int) -> Sequence[Told]:
    """Who told something last before a token: one source, or none; what was told is in order."""
    index = bisect_left(told, before, key=TOKEN)
    if not index:
        return ()
    first = bisect_left(told, told[index - 1].token, key=TOKEN)
    return told[first : first + 1]


def _is_near(layers: Layers, part: Candidate, whole: int) -> bool:
    """Whether a total stands in the paragraph of its part or in the one before: who tells it tells its parts."""
    at, before = layers.paragraph_at(part.start), layers.paragraph_at(layers.candidates[whole].start)
    return at is not None and before is not None and 0 <= at - before <= 1


def _told(doc: Doc, layers: Layers, named: Named, *, spoken_of: bool) -> Told:
    """A source that has told no figure yet."""
    first = doc[named.source[0]]
    return Told(
        first.i,
        Wording.of(doc).sentence(doc, first.i)[0],
        layers.paragraph_at(first.idx),
        named.source,
        spoken_of=spoken_of,
    )


def _last_like(pronoun: str, span: Offsets, speakers: list[SpeakerLayer]) -> int | None:
    """The speaker mentioned last before a pronoun that it may stand for."""
    kinds = {"it": BODIES, "its": BODIES, "they": MANY, "their": MANY}.get(pronoun, frozenset({"person"}))
    before = [
        (mention.start, number)
        for number, speaker in enumerate(speakers)
        for mention in speaker.mentions
        if speaker.kind in kinds and mention.start < span.start
    ]
    return max(before)[1] if before else None


def _mention(index: TokenIndex, quote: QuoteLayer) -> tuple[int, int] | None:
    if quote.mention is None:
        return None
    return index.at(quote.mention.start), index.at(quote.mention.end - 1) + 1


@Language.factory("claimx_attribution", assigns=["doc._.claimx"])
def make_attribution(nlp: Language, name: str, packs: list[str] | None = None) -> Attribution:  # noqa: ARG001 - a factory
    """Build the component from the lexicon and packs of other domains, given as folders."""
    read = read_packs(packs or ())
    return Attribution(cues=load_cue_words(read), words=load_source_vocabulary(read))
