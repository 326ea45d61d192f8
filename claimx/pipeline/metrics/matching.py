"""From the evidence around a number to the lexicon entry that tells its metric."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Doc

from claimx.lexicon.metrics import NOUN_ROLES, MetricEntry, MetricLexicon, Role
from claimx.pipeline.clauses import governors
from claimx.pipeline.metrics.evidence import PREDICATE, WEAK, Evidence
from claimx.pipeline.metrics.nouns import NounClass
from claimx.pipeline.phrases import Phrase, sentence_bounds
from claimx.pipeline.wording import Wording

Setting = Literal["hostage", "prisoner"]
SETTINGS: tuple[Setting, ...] = ("hostage", "prisoner")
CLAUSE = 9
"""How many tokens past a trigger and its number the words of its clause are sought."""
TOPIC = 150
"""How many tokens before a sentence still give its topic."""
UNREAL_REACH = 10
RELEASES = frozenset({"hostages_released", "prisoners_released"})
JOINED = 3
CRIMES: frozenset[Role] = frozenset({"of", "noun"})
"""As what a word names a crime: "the murder of two guards", "two murders"."""

ATTEMPT_REACH = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted, as far as the lexicon's conditions ask.

    Attributes:
        noun: Class of the counted noun; None where the text leaves it out.
        first: First token of the number.
        after: One past the number and its phrase.
        named: The phrase that names what is counted, here or before.
    """

    noun: NounClass | None
    first: int
    after: int
    named: Phrase


@dataclass(frozen=True, slots=True)
class Match:
    """An entry that fires, and the word that made it fire."""

    entry: MetricEntry
    token: int
    place: int


class Matcher:
    """Finds the best entry for the evidence.

    Attributes:
        lexicon: The metric entries.
    """

    def __init__(self, lexicon: MetricLexicon) -> None:
        self.lexicon = lexicon
        self._casualties = next((entry for entry in lexicon.entries if entry.metric == "casualties"), None)

    def best(self, doc: Doc, pieces: Iterable[Evidence], counted: Counted) -> Match | None:
        """The entry whose trigger stands at the most telling place; among those, of the lowest rank.

        "were killed and injured" is one predicate for people of whom some died: casualties.

        Args:
            doc: The document.
            pieces: The evidence.
            counted: What is counted.
        """
        found = [match for piece in pieces for match in self._matches(doc, piece, counted)]
        if not found:
            return None
        found.sort(key=lambda match: (match.place, match.entry.rank, abs(match.token - counted.first), match.entry.id))
        best = found[0]
        if self._casualties is not None and _killed_and_hurt(doc, found, best):
            return Match(self._casualties, best.token, best.place)
        return best

    def allows(self, doc: Doc, entry: MetricEntry, index: int) -> bool:
        """Whether the sentence of a token, and the text before it, hold the words that an entry asks for."""
        start, end = sentence_bounds(doc, index)
        lower = Wording.of(doc).lower
        if entry.near or entry.unless:
            sentence = lower[start:end]
            barred = not entry.unless.isdisjoint(sentence) or _says(sentence, entry.unless)
            if barred or (entry.near and entry.near.isdisjoint(sentence)):
                return False
        return not entry.topic or not entry.topic.isdisjoint(lower[max(0, start - TOPIC) : end])

    def _matches(self, doc: Doc, piece: Evidence, counted: Counted) -> Iterator[Match]:
        word = Wording.of(doc).lower[piece.token]
        for length in self.lexicon.edges[piece.role].get(word, ()):
            form = form_at(doc, piece.token, length, ends=piece.role in NOUN_ROLES)
            for entry in self.lexicon.find(piece.role, form) if form else ():
                if self._holds(doc, entry, piece, counted):
                    hint = entry.hint or (entry.metric in RELEASES and self._is_unreal(doc, piece.token))
                    yield Match(entry, piece.token, WEAK if hint else piece.place)

    def _holds(self, doc: Doc, entry: MetricEntry, piece: Evidence, counted: Counted) -> bool:
        return (
            _fits(entry, counted.noun)
            and not (entry.counted == "being" and self._happens(doc, counted))
            and not (piece.role in CRIMES and entry.metric == "killed" and self._is_attempt(doc, piece.token))
            and _clause_has(doc, entry, piece.token, counted)
            and self.allows(doc, entry, counted.first)
            and _named_fits(doc, entry, counted.named)
            and not (entry.idle and self._acts(doc, counted.after - 1))
            and (entry.context is None or self._setting(doc, counted) == entry.context)
        )

    def _is_attempt(self, doc: Doc, index: int) -> bool:
        """Whether a crime was only tried: "five attempted murders", "the attempted murder of two guards"."""
        start, _ = sentence_bounds(doc, index)
        before = Wording.of(doc).lower[max(start, index - ATTEMPT_REACH) : index]
        return not self.lexicon.settings["tried"].isdisjoint(before)

    def _happens(self, doc: Doc, counted: Counted) -> bool:
        """Whether what is counted happens, or is where it happens: "two shootings that killed nine" are not killed."""
        head = counted.named.head
        if head is None or not counted.first <= head < counted.after:
            return False
        word = Wording.of(doc).lower[head]
        return word in self.lexicon.settings["happenings"] or any(
            entry.metric == "attacks" and entry.counted == "any" for entry in self.lexicon.find("weak_noun", word)
        )

    def _is_unreal(self, doc: Doc, index: int) -> bool:
        """Whether a release has not happened: "they demand the release of 9 kidnapped nurses" counts the kidnapped."""
        verb = doc[index]
        start, end = sentence_bounds(doc, index)
        lower = Wording.of(doc).lower
        words = {*lower[max(start, index - UNREAL_REACH) : index]}
        later = {*lower[index:end]}
        denied = any(child.dep_ == "neg" for child in verb.children)
        held = self.lexicon.settings
        conditional = bool(later & held["conditions"] and words & held["modals"])
        return denied or conditional or bool(words & held["demands"])

    def _acts(self, doc: Doc, index: int) -> bool:
        """Whether the counted do something: subject of an active verb, also in a relative clause."""
        token = doc[index]
        verbs = [governor.token for governor in governors(doc, token.i) if governor.function == "subject"]
        verbs += [child.i for child in token.children if child.dep_ == "relcl" and child.tag_ != "VBN"]
        return any(doc[verb].lemma_.lower() not in self.lexicon.settings["stative"] for verb in verbs)

    def _setting(self, doc: Doc, counted: Counted) -> Setting:
        """Whether hostages or prisoners are meant: by the phrase, else by the nearest word before or after."""
        start, end = sentence_bounds(doc, counted.first)
        after = min(counted.after + 4, end)
        for low, high in ((counted.first, counted.after), (counted.after, after), (start, end), (start - TOPIC, start)):
            near = self._nearest(doc, max(0, low), high, counted.first)
            if near:
                return near
        return "prisoner"

    def _nearest(self, doc: Doc, low: int, high: int, origin: int) -> Setting | None:
        found = [
            (abs(low + offset - origin), kind)
            for offset, word in enumerate(Wording.of(doc).lower[low:high])
            for kind in SETTINGS
            if word in self.lexicon.settings[kind]
        ]
        return min(found)[1] if found else None


def form_at(doc: Doc, index: int, length: int, *, ends: bool) -> str:
    """So many words, lower case, that begin (`ends`: end) at a token; empty where the text has not so many."""
    start = index - length + 1 if ends else index
    if start < 0 or start + length > len(doc):
        return ""
    return " ".join(Wording.of(doc).lower[start : start + length])


def _fits(entry: MetricEntry, noun: NounClass | None) -> bool:
    """Whether an entry counts such a thing."""
    if entry.counted == "person":
        return noun in {"person", None}
    if entry.counted in {"being", "animal"}:
        return (noun == "animal") is (entry.counted == "animal")
    return entry.counted != "thing" or noun not in {"person", "animal"}


def _clause_has(doc: Doc, entry: MetricEntry, trigger: int, counted: Counted) -> bool:
    """Whether a word that the entry asks for stands in the clause: "took 40 people hostage"."""
    if not entry.with_words:
        return True
    start, end = sentence_bounds(doc, trigger)
    low, high = min(trigger, counted.first), max(trigger, counted.after)
    clause = Wording.of(doc).lower[max(start, low - 3) : min(end, high + CLAUSE)]
    return not entry.with_words.isdisjoint(clause) or _says(clause, entry.with_words)


def _says(clause: Sequence[str], phrases: frozenset[str]) -> bool:
    """Whether one of the phrases of several words stands in a clause, given by its words: "beat nine men to death"."""
    several = _of_several_words(phrases)
    words = f" {' '.join(clause)} " if several else ""
    return any(f" {phrase} " in words for phrase in several)


@cache
def _of_several_words(phrases: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(phrase for phrase in phrases if " " in phrase))


def _named_fits(doc: Doc, entry: MetricEntry, named: Phrase) -> bool:
    if not entry.heads and not entry.not_heads:
        return True
    words = {*Wording.of(doc).lower[named.start : named.end]}
    return (not entry.heads or bool(words & entry.heads)) and not words & entry.not_heads


def _killed_and_hurt(doc: Doc, found: list[Match], best: Match) -> bool:
    """Whether two verbs of one predicate say that some were killed and some hurt."""
    if best.place != PREDICATE:
        return False
    near = [match for match in found if match.place == PREDICATE and _joined(doc, match.token, best.token)]
    killed = {match.token for match in near if match.entry.metric == "killed"}
    hurt = {match.token for match in near if match.entry.metric == "injured"}
    return bool(killed and hurt - killed)


def _joined(doc: Doc, one: int, other: int) -> bool:
    """Whether two verbs are one predicate: "were killed and injured"; "died in hospital" are no two."""
    low, high = sorted((one, other))
    between = Wording.of(doc).lower[low + 1 : high]
    joined = 0 < len(between) < JOINED and not {*between} - {"and", "or", "/", "been"}
    return low == high or joined
