"""From the evidence around a number to the lexicon entry that tells its metric."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from claimx.lexicon.metrics import MetricEntry, MetricLexicon
from claimx.pipeline.metrics.evidence import PREDICATE, Evidence
from claimx.pipeline.metrics.nouns import NounClass
from claimx.pipeline.phrases import Phrase, governors, sentence_bounds

Setting = Literal["hostage", "prisoner"]
CLAUSE = 9
TOPIC = 150
PASSIVE_LIKE = frozenset({"remain", "be", "have", "stay", "await", "include", "languish", "face", "live"})


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

    def best(
        self, doc: Doc, pieces: Iterable[Evidence], noun: NounClass | None, window: tuple[int, int], named: Phrase
    ) -> Match | None:
        """The entry whose trigger stands at the most telling place; among those, of the lowest rank.

        Args:
            doc: The document.
            pieces: The evidence.
            noun: Class of the counted noun; None where the text leaves it out.
            window: Tokens of the number and its phrase.
            named: The phrase that names what is counted, here or before.
        """
        found = [match for piece in pieces for match in self._matches(doc, piece, noun, window, named)]
        if not found:
            return None
        found.sort(key=lambda match: (match.place, match.entry.rank, abs(match.token - window[0]), match.entry.id))
        best = found[0]
        killed_and_hurt = {
            match.entry.metric
            for match in found
            if match.place == best.place == PREDICATE and _joined(doc, match.token, best.token)
        }
        if {"killed", "injured"} <= killed_and_hurt:
            return Match(self._casualties() or best.entry, best.token, best.place)
        return best

    def allows(self, doc: Doc, entry: MetricEntry, window: tuple[int, int]) -> bool:
        """Whether the sentence, and the text before it, hold the words that an entry asks for and none that it excludes."""
        start, end = sentence_bounds(doc, window[0])
        if entry.near or entry.unless:
            words = {token.lower_ for token in doc[start:end]}
            if (entry.near and not words & entry.near) or words & entry.unless:
                return False
        return not entry.topic or any(token.lower_ in entry.topic for token in doc[max(0, start - TOPIC) : end])

    def _acts(self, doc: Doc, window: tuple[int, int]) -> bool:
        """Whether the counted do something: subject of an active verb, also in a relative clause."""
        token = doc[window[1] - 1]
        verbs = [governor.token for governor in governors(doc, token.i) if governor.function == "subject"]
        verbs += [child.i for child in token.children if child.dep_ == "relcl" and child.tag_ != "VBN"]
        return any(doc[index].lemma_.lower() not in PASSIVE_LIKE for index in verbs)

    def _casualties(self) -> MetricEntry | None:
        return next((entry for entry in self.lexicon.entries if entry.metric == "casualties"), None)

    def _matches(self, doc: Doc, piece: Evidence, noun: NounClass | None, window: tuple[int, int], named: Phrase) -> Iterator[Match]:
        for length in range(self.lexicon.longest, 0, -1):
            for form in _forms_at(doc, piece.token, length, ends=piece.role in {"noun", "weak_noun"}):
                for entry in self.lexicon.find(piece.role, form):
                    if self._holds(doc, entry, piece, noun, window, named):
                        yield Match(entry, piece.token, piece.place)

    def _holds(
        self, doc: Doc, entry: MetricEntry, piece: Evidence, noun: NounClass | None, window: tuple[int, int], named: Phrase
    ) -> bool:
        if entry.counted == "person" and noun not in {"person", None}:
            return False
        if entry.counted == "being" and noun == "animal":
            return False
        if entry.counted == "thing" and noun in {"person", "animal"}:
            return False
        if entry.with_words:
            start, end = sentence_bounds(doc, piece.token)
            low, high = min(piece.token, window[0]), max(piece.token, window[1])
            clause = doc[max(start, low - 3) : min(end, high + CLAUSE)]
            if not any(token.lower_ in entry.with_words for token in clause):
                return False
        if not self.allows(doc, entry, window):
            return False
        if entry.heads and not any(token.lower_ in entry.heads for token in doc[named.start : named.end]):
            return False
        if entry.not_heads and any(token.lower_ in entry.not_heads for token in doc[named.start : named.end]):
            return False
        if entry.idle and self._acts(doc, window):
            return False
        return entry.context is None or setting_of(doc, window, self.lexicon) == entry.context


def _joined(doc: Doc, one: int, other: int) -> bool:
    """Whether two verbs are one predicate: "were killed and injured"."""
    low, high = sorted((one, other))
    return low == high or (
        high - low <= 3 and all(token.lower_ in {"and", "or", "/", "been"} for token in doc[low + 1 : high])
    )


def _forms_at(doc: Doc, index: int, length: int, *, ends: bool) -> Iterator[str]:
    """The words of a given number that begin (for nouns: end) at a token, in lower case."""
    start = index - length + 1 if ends else index
    if start >= 0 and start + length <= len(doc):
        yield " ".join(token.lower_ for token in doc[start : start + length])


def setting_of(doc: Doc, window: tuple[int, int], lexicon: MetricLexicon) -> Setting:
    """Whether hostages or prisoners are meant: by the counted phrase, then the nearest word of either kind in the sentence, then before it.

    Args:
        doc: The document.
        window: Tokens of the number and its phrase.
        lexicon: Brings the words of each kind.

    Returns:
        "prisoner" where no word tells.
    """
    start, end = sentence_bounds(doc, window[0])
    for low, high in ((window[0], window[1]), (window[1], min(window[1] + 4, end)), (start, end)):
        near = _nearest(doc, low, high, window[0], lexicon)
        if near:
            return near
    return _nearest(doc, max(0, start - 150), start, start, lexicon) or "prisoner"


def _nearest(doc: Doc, low: int, high: int, origin: int, lexicon: MetricLexicon) -> Setting | None:
    best: tuple[int, Setting] | None = None
    for token in doc[low:high]:
        kind: Setting | None = None
        if token.lower_ in lexicon.settings["hostage"]:
            kind = "hostage"
        elif token.lower_ in lexicon.settings["prisoner"]:
            kind = "prisoner"
        if kind and (best is None or abs(token.i - origin) < best[0]):
            best = (abs(token.i - origin), kind)
    return best[1] if best else None
