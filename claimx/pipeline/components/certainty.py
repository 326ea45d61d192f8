"""Certainty: whether a figure is stated as fact, or believed, presumed, alleged, denied or supposed."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc, Token

from claimx.lexicon.certainty import CertaintyEntry, CertaintyKind
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.pipeline.layers import Candidate, Hold, Layers, update
from claimx.records.claim import Certainty

MOST_STEPS = 14
_CARRIES = frozenset({"ccomp", "xcomp", "oprd", "acomp", "pcomp", "csubj", "csubjpass", "dep"})
"""Dependencies over which what is said of a verb reaches the clause under it."""

_STOPS = frozenset({"relcl", "advcl", "parataxis"})
"""Clauses that stand on their own: what holds of the main clause does not hold of them."""

CLAIMED_LIVES = frozenset({"life", "lives", "victim", "casualty", "responsibility", "credit"})
"""Objects that take the doubt out of "claim": a storm claims lives, a group claims responsibility."""


class CertaintyComponent:
    """Writes `Layers.holds`, one for each candidate."""

    def __init__(self, entries: Sequence[CertaintyEntry]) -> None:
        self.words: dict[CertaintyKind, dict[str, Certainty]] = {}
        for entry in entries:
            self.words.setdefault(entry.kind, {}).update(dict.fromkeys(entry.words, entry.certainty))

    def __call__(self, doc: Doc) -> Doc:
        """Tell how sure the text is of each candidate."""
        layers = Layers.of(doc)
        holds = tuple(
            Hold(self._certainty(doc, candidate) or "asserted", layers.numbers[candidate.number].negated)
            for candidate in layers.candidates
        )
        return update(doc, holds=holds)

    def _certainty(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if span is None:
            return None
        beside = self._beside(doc, candidate)
        return beside or self._above(doc, candidate, span.root)

    def _beside(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        """An adjective of what is counted: "28 suspected cases"."""
        adjectives = self._of("adjective")
        end = candidate.head.end if candidate.head and candidate.head.end > candidate.end else candidate.end
        span = doc.char_span(candidate.end, end, alignment_mode="contract") if end > candidate.end else None
        return next((adjectives[token.lower_] for token in span or () if token.lower_ in adjectives), None)

    def _above(self, doc: Doc, candidate: Candidate, root: Token) -> Certainty | None:
        """The words that govern the figure, from the nearest up."""
        node = root
        for _ in range(MOST_STEPS):
            if found := self._at(node, candidate):
                return found
            if node.head == node:
                return None
            below, node = node, node.head
            if below.dep_ in _STOPS and below.pos_ in {"VERB", "AUX"}:
                return self._doubted_clause(below)
            if below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"} and _has_subject(below):
                return None
        return None

    def _doubted_clause(self, verb: Token) -> Certainty | None:
        """A condition: "if 40 homes burn"."""
        conjunctions = self._of("conjunction")
        marks = (child for child in verb.children if child.dep_ in {"mark", "advmod"})
        return next((conjunctions[mark.lower_] for mark in marks if mark.lower_ in conjunctions), None)

    def _at(self, node: Token, candidate: Candidate) -> Certainty | None:
        if node.pos_ in {"VERB", "AUX"}:
            return self._of_verb(node, candidate)
        if node.pos_ in {"NOUN", "PROPN"} and not _is_counted(node, candidate):
            return self._of("noun").get(node.lemma_.casefold())
        return None

    def _of_verb(self, verb: Token, candidate: Candidate) -> Certainty | None:
        if verb.lemma_.casefold() in self._of("verb") and self._reaches(verb, candidate):
            return self._of("verb")[verb.lemma_.casefold()]
        for child in verb.children:
            word = child.lower_
            if child.dep_ in {"aux", "auxpass"} and word in self._of("modal"):
                return self._of("modal")[word]
            if child.dep_ == "advmod" and word in self._of("adverb"):
                return self._of("adverb")[word]
            if child.dep_ in {"mark", "advmod"} and word in self._of("conjunction"):
                return self._of("conjunction")[word]
            if child.dep_ in {"oprd", "xcomp", "acomp"} and child.lemma_.casefold() in self._of("verb") and child.tag_ == "VBN":
                return self._of("verb")[child.lemma_.casefold()]
        return None

    def _reaches(self, verb: Token, candidate: Candidate) -> bool:
        """Whether what the verb doubts is the figure's clause and not the figure's people.

        "Forty are believed dead" and "they believe 40 died" do; "40 people who believe" and "the storm claimed 40 lives" do not.
        """
        objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
        if any(child.lemma_.casefold() in CLAIMED_LIVES for child in objects):
            return False
        holds = [child for child in verb.children if child.dep_ in _CARRIES or child.dep_ in {"nsubjpass", "prep"}]
        if any(_spans(child, candidate) for child in holds if child.dep_ != "prep" or child.lower_ in {"of", "with", "to"}):
            return True
        direct = [child for child in objects if child.dep_ == "dobj"]
        return verb.lemma_.casefold() in _TAKE_OBJECTS and any(_spans(child, candidate) for child in direct)

    def _of(self, kind: CertaintyKind) -> Mapping[str, Certainty]:
        return self.words.get(kind, {})


_TAKE_OBJECTS = frozenset({"expect", "predict", "forecast", "project", "allege", "deny", "plan", "propose", "seek", "demand", "suspect", "fear"})
"""Verbs that doubt their object too: "expects 300 guests", "denied 50 deaths"; "dismissed 50 miners" is plain fact."""


def _spans(branch: Token, candidate: Candidate) -> bool:
    subtree = list(_subtree(branch))
    return any(token.idx < candidate.end and candidate.start < token.idx + len(token) for token in subtree)


def _subtree(branch: Token) -> Iterator[Token]:
    yield from branch.subtree


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)


def _is_counted(node: Token, candidate: Candidate) -> bool:
    return bool(candidate.head and candidate.head.start <= node.idx < candidate.head.end)


@Language.factory("claimx_certainty", assigns=["doc._.claimx"])
def make_certainty(nlp: Language, name: str) -> CertaintyComponent:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return CertaintyComponent(read_entries(lexicon_folder() / "certainty.toml", CertaintyEntry))
