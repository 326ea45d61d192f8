"""Certainty: whether a figure is stated as fact, or believed, presumed, alleged, denied or supposed."""

import re
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
        text = doc.text
        holds: list[Hold] = []
        for index, candidate in enumerate(layers.candidates):
            negated = layers.numbers[candidate.number].negated
            stated = "denied" if negated else self._certainty(doc, candidate)
            if index and not negated and _lists_on(text, layers.candidates[index - 1], candidate):
                stated = min(stated or "asserted", holds[-1].certainty, key=_STRENGTH.index)
            holds.append(Hold(stated or "asserted", negated))
        return update(doc, holds=tuple(holds))

    def _certainty(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        span = doc.char_span(candidate.start, candidate.end, alignment_mode="expand")
        if span is None:
            return None
        beside = self._beside(doc, candidate)
        if beside or _is_given(doc, span.start):
            return beside
        found = list(self._above(candidate, span.root))
        return min(found, key=_STRENGTH.index, default=None)

    def _beside(self, doc: Doc, candidate: Candidate) -> Certainty | None:
        """An adjective of what is counted, or a clause on it: "17 suspected cases", "nine who are presumed dead"."""
        adjectives = self._of("adjective")
        end = candidate.head.end if candidate.head and candidate.head.end > candidate.end else candidate.end
        span = doc.char_span(candidate.start, end, alignment_mode="expand")
        if span is None:
            return None
        for token in span:
            if token.lower_ in adjectives:
                return adjectives[token.lower_]
            for clause in token.children:
                passive = clause.tag_ == "VBN" and clause.dep_ in {"relcl", "acl"}
                if passive and clause.lemma_.casefold() in self._of("verb"):
                    return self._of("verb")[clause.lemma_.casefold()]
        return None

    def _above(self, candidate: Candidate, root: Token) -> Iterator[Certainty]:
        """What the words that govern the figure make of it, from the nearest up."""
        node = root
        for _ in range(MOST_STEPS):
            if found := self._at(node, candidate):
                yield found
            if node.head == node or node.lower_ in _GIVEN_AFTER:
                return
            below, node = node, node.head
            if below.dep_ in _STOPS and below.pos_ in {"VERB", "AUX"}:
                if planned := self._planned(below, node):
                    yield planned
                return
            if below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"} and _has_subject(below):
                return

    def _planned(self, infinitive: Token, verb: Token) -> Certainty | None:
        """What the object of a verb makes of an infinitive behind it: "signed a deal to release 160"."""
        if not any(child.lower_ == "to" for child in infinitive.children):
            return None
        objects = (
            child.lemma_.casefold() for child in verb.children if child.dep_ == "dobj" and child.i < infinitive.i
        )
        return next((self._of("noun")[lemma] for lemma in objects if lemma in self._of("noun")), None)

    def _at(self, node: Token, candidate: Candidate) -> Certainty | None:
        if node.pos_ in {"VERB", "AUX"}:
            return self._of_verb(node, candidate)
        if node.pos_ in {"NOUN", "PROPN"} and not _is_counted(node, candidate):
            found = self._of("noun").get(node.lemma_.casefold())
            return found if found != "hypothetical" or _plans(node, candidate) else None
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
            if (
                child.dep_ in {"oprd", "xcomp", "acomp"}
                and child.lemma_.casefold() in self._of("verb")
                and child.tag_ == "VBN"
            ):
                return self._of("verb")[child.lemma_.casefold()]
        return None

    def _reaches(self, verb: Token, candidate: Candidate) -> bool:
        """Whether what the verb doubts is the figure's clause and not the figure's people.

        "Forty are believed dead" and "they believe 40 died" do; "40 who believe" and "claimed 40 lives" do not.
        """
        objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
        if any(child.lemma_.casefold() in CLAIMED_LIVES for child in objects):
            return False
        holds = [child for child in verb.children if child.dep_ in _CARRIES or child.dep_ in {"nsubjpass", "prep"}]
        if any(
            _spans(child, candidate) for child in holds if child.dep_ != "prep" or child.lower_ in {"of", "with", "to"}
        ):
            return True
        direct = [child for child in objects if child.dep_ == "dobj"]
        return verb.lemma_.casefold() in _TAKE_OBJECTS and any(_spans(child, candidate) for child in direct)

    def _of(self, kind: CertaintyKind) -> Mapping[str, Certainty]:
        return self.words.get(kind, {})


_STRENGTH: tuple[Certainty, ...] = ("denied", "alleged", "presumed", "hypothetical", "believed", "asserted")
"""Of several doubts the stronger holds: claims that 50 are feared missing are claims."""

_GIVEN_AFTER = frozenset({"after", "following", "since", "for", "despite", "because", "during"})
"""What follows is taken for granted: "may be revenge for the death of 60"."""

_TAKE_OBJECTS = frozenset(
    {
        "expect",
        "predict",
        "forecast",
        "project",
        "allege",
        "deny",
        "plan",
        "propose",
        "seek",
        "demand",
        "suspect",
        "fear",
    }
)
"""Verbs that doubt their object too: "expects 300 guests", "denied 50 deaths"; "dismissed 50 miners" is plain fact."""


def _spans(branch: Token, candidate: Candidate) -> bool:
    subtree = list(_subtree(branch))
    return any(token.idx < candidate.end and candidate.start < token.idx + len(token) for token in subtree)


def _subtree(branch: Token) -> Iterator[Token]:
    yield from branch.subtree


def _plans(noun: Token, candidate: Candidate) -> bool:
    """Whether the figure stands in the infinitive of a noun: "a deal to release 1,600"."""
    for child in noun.children:
        infinitive = child.pos_ == "VERB" and any(each.lower_ == "to" for each in child.children)
        if infinitive and _spans(child, candidate):
            return True
    return False


def _is_given(doc: Doc, first: int) -> bool:
    """Whether a definite article makes the figure one that is known: "demand the return of the 39 prisoners"."""
    return first > 0 and doc[first - 1].lower_ in {"the", "these", "those", "their", "his", "her"}


def _lists_on(text: str, before: Candidate, candidate: Candidate) -> bool:
    """Whether a figure goes on with a list under the one before: "nine presumed dead — two sailors, seven guests"."""
    between = text[before.end : candidate.start]
    opened = re.search(r"\s(?:—|–|--?)\s$|:\s$", between)
    joined = re.fullmatch(r"\s[\w\s-]{1,40}\b(?:and|,)\s", between)
    return bool((opened and "." not in between) or joined) and before.metric == candidate.metric


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in verb.children)


def _is_counted(node: Token, candidate: Candidate) -> bool:
    return bool(candidate.head and candidate.head.start <= node.idx < candidate.head.end)


@Language.factory("claimx_certainty", assigns=["doc._.claimx"])
def make_certainty(nlp: Language, name: str) -> CertaintyComponent:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return CertaintyComponent(read_entries(lexicon_folder() / "certainty.toml", CertaintyEntry))
