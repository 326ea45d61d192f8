"""Quotations made ready for comparison: their words, who says them and when, and which may be of one utterance."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from claimx.compare.folding import content, little
from claimx.compare.naming import name_article, order_of
from claimx.lexicon.spellings import one_ending, one_spelling
from claimx.records.article import Article
from claimx.records.extraction import Extraction
from claimx.records.quote import Quote
from claimx.records.speaker import Speaker
from claimx.textual.utterances import GAP, Spellings, Spoken, read_utterance

LEAST_WORDS = 5
"""Words of a quotation that is compared: shorter ones are alike by chance."""

MOST_WORDS = 300
"""More are a speech printed in full. Finding where two differ takes time with the cube of their words."""

RAREST, LEAST_COMMON = 8, 2
"""Rare words by which quotations are looked up, and how many of them two must have in common."""

MOST_HOLDERS = 60
"""Quotations that hold one word, from which on it is not rare."""


@dataclass(frozen=True)
class Quoted:
    """A quotation.

    Attributes:
        article: Its article.
        quote: The quotation.
        speaker: Who says it, where that is known.
        spoken: Its words as they are compared.
    """

    article: Article
    quote: Quote
    speaker: Speaker | None
    spoken: tuple[Spoken, ...]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words alone."""
        return tuple(each.word for each in self.spoken)

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that say something."""
        return frozenset(self.words) - little() - {GAP}

    @property
    def order(self) -> tuple[object, ...]:
        """A key that sorts quotations by date, outlet and offset."""
        return (self.article.published or "9999", order_of(self.article), self.quote.start, self.quote.id)


def read_quotes(extractions: Iterable[Extraction]) -> list[Quoted]:
    """The quotations of articles that can be compared, by date, outlet and offset.

    Args:
        extractions: The articles; their order plays no part.
    """
    spellings = Spellings(one_spelling(), one_ending())
    found = []
    for extraction in extractions:
        speakers = {each.id: each for each in extraction.speakers}
        for quote in extraction.quotes:
            spoken = read_utterance(quote.text, spellings) if quote.kind != "indirect" else ()
            if LEAST_WORDS <= len(spoken) <= MOST_WORDS:
                speaker = speakers.get(quote.speaker_id or "")
                found.append(Quoted(extraction.article, quote, speaker, spoken))
    return sorted(found, key=lambda each: each.order)


def like_quotes(quotes: Sequence[Quoted]) -> list[tuple[int, int]]:
    """Pairs of quotations of two outlets that share rare words: indices, the lower first, sorted.

    Args:
        quotes: The quotations, in order.
    """
    holders: dict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(quotes):
        for word in each.telling:
            holders[word].append(number)
    rare: dict[str, list[int]] = defaultdict(list)
    found: list[tuple[int, int]] = []
    for number, each in enumerate(quotes):
        outlet = name_article(each.article)
        shared = [word for word in each.telling if 1 < len(holders[word]) <= MOST_HOLDERS]
        common: Counter[int] = Counter()
        for word in sorted(shared, key=lambda word: (len(holders[word]), word))[:RAREST]:
            common.update(one for one in rare[word] if name_article(quotes[one].article) != outlet)
            rare[word].append(number)
        found += [(one, number) for one, count in common.items() if count >= LEAST_COMMON]
    return sorted(found)


def fits_speaker(one: Speaker | None, other: Speaker | None) -> bool | None:
    """Whether two quotations can be of one speaker: True where names say so, None where one has no name, else False."""
    if one is None or other is None or "anonymous" in (one.kind, other.kind):
        return None
    first, second = content(one.name), content(other.name)
    if first <= second or second <= first:
        return True
    if one.kind == other.kind == "person":
        return False
    about = [content(f"{each.name} {each.role or ''} {each.affiliation or ''}") for each in (one, other)]
    return None if about[0] & about[1] else False
