"""What the words that a figure depends on make of it."""

from collections.abc import Iterator

from spacy.tokens import Token

from claimx.pipeline.certainty.words import CertaintyWords
from claimx.pipeline.clauses import has_subject
from claimx.pipeline.layers import Candidate
from claimx.records.claim import Certainty

MOST_STEPS = 14

_CARRIES = frozenset({"ccomp", "xcomp", "oprd", "acomp", "pcomp", "csubj", "csubjpass", "dep"})
"""Dependencies over which what is said of a verb reaches the clause under it."""

_STOPS = frozenset({"relcl", "advcl", "parataxis"})
"""Clauses that stand on their own: what holds of the main clause does not hold of them."""

_THROUGH = frozenset({"of", "with", "to"})
"""Prepositions behind which a verb doubts: "accused of killing 20"."""

_POINTING = frozenset({"this", "that", "which", "it"})
"""Subjects of a sum: "This would be half of what the port needs" doubts nothing."""

_SUMS = frozenset({"be", "mean", "make", "bring"})


def governing(candidate: Candidate, root: Token, words: CertaintyWords) -> Iterator[Certainty]:
    """What the words that govern a figure make of it, from the nearest up.

    Args:
        candidate: The figure.
        root: Its root in the parse.
        words: The words to go by.
    """
    node = root
    for _ in range(MOST_STEPS):
        if found := _at(node, candidate, words):
            yield found
        if node.head == node or node.lower_ in words.of("given"):
            return
        below, node = node, node.head
        if below.dep_ in _STOPS and below.pos_ in {"VERB", "AUX"}:
            if planned := _planned(below, node, words):
                yield planned
            return
        if below.dep_ == "conj" and below.pos_ in {"VERB", "AUX"} and has_subject(below):
            return


def _planned(infinitive: Token, verb: Token, words: CertaintyWords) -> Certainty | None:
    """What the object of a verb makes of an infinitive behind it: "signed a deal to release 160"."""
    if not any(child.lower_ == "to" for child in infinitive.children):
        return None
    nouns = words.of("noun")
    objects = (child.lemma_.casefold() for child in verb.children if child.dep_ == "dobj" and child.i < infinitive.i)
    return next((nouns[lemma] for lemma in objects if lemma in nouns), None)


def _at(node: Token, candidate: Candidate, words: CertaintyWords) -> Certainty | None:
    if node.pos_ in {"VERB", "AUX"}:
        return _of_verb(node, candidate, words)
    if node.pos_ in {"NOUN", "PROPN"} and not is_counted(node, candidate):
        found = words.of("noun").get(node.lemma_.casefold())
        return found if found != "hypothetical" or _plans(node, candidate) else None
    return None


def _of_verb(verb: Token, candidate: Candidate, words: CertaintyWords) -> Certainty | None:
    doubts = words.of("verb")
    telling = candidate.predicate is not None and candidate.predicate.start == verb.idx  # "three are expected to live"
    if not telling and verb.lemma_.casefold() in doubts and _reaches(verb, candidate, words):
        return doubts[verb.lemma_.casefold()]
    plain = _is_sum(verb, candidate)
    return next((found for child in verb.children if (found := _of_child(child, words, plain=plain))), None)


def _of_child(child: Token, words: CertaintyWords, *, plain: bool) -> Certainty | None:
    """What a word that hangs on the figure's verb makes of it; a modal makes nothing where the verb is `plain`."""
    word, found = child.lower_, None
    if child.dep_ in {"aux", "auxpass"} and not plain:
        found = words.of("modal").get(word)
    elif child.dep_ == "advmod":
        found = words.of("adverb").get(word)
    elif child.dep_ == "advcl":
        found = _condition(child, words)
    if found is None and child.dep_ in {"mark", "advmod"}:
        found = words.of("conjunction").get(word)
    if found is None and child.dep_ in {"oprd", "xcomp", "acomp"} and child.tag_ == "VBN":
        found = words.of("verb").get(child.lemma_.casefold())
    return found


def _condition(clause: Token, words: CertaintyWords) -> Certainty | None:
    """What a condition makes of the main clause: "If the dam fails, 40 villages will be flooded"."""
    opens = (child.lower_ for child in clause.children if child.dep_ in {"mark", "advmod"} and child.i < clause.i)
    return next((words.of("conjunction")[word] for word in opens if word in words.of("conjunction")), None)


def _is_sum(verb: Token, candidate: Candidate) -> bool:
    """Whether "would" only reckons or tells a poll's share: "That would be half of the harvest", "52% would vote"."""
    if candidate.metric == "votes" and candidate.unit.startswith("percent"):
        return True
    points = any(child.dep_ == "nsubj" and child.lower_ in _POINTING for child in verb.children)
    return points and verb.lemma_ in _SUMS and verb.dep_ == "ROOT"


def _reaches(verb: Token, candidate: Candidate, words: CertaintyWords) -> bool:
    """Whether what the verb doubts is the figure's clause and not the figure's people.

    "Forty are believed dead" and "they believe 40 died" do; "40 who believe", "claimed 40 lives" and "40 were charged"
    do not.
    """
    lemma = verb.lemma_.casefold()
    objects = [child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"}]
    raises = lemma in words.raise_subjects and any(child.dep_ == "xcomp" for child in verb.children)
    if any(child.lemma_.casefold() in words.unless.get(lemma, ()) for child in objects):
        return False
    for child in verb.children:
        subject = child.dep_ == "nsubjpass" and lemma not in words.spare_subjects
        raised = child.dep_ == "nsubj" and raises
        behind = child.dep_ == "prep" and child.lower_ in _THROUGH
        if (child.dep_ in _CARRIES or subject or raised or behind) and spans(child, candidate):
            return True
    through = words.through.get(lemma, frozenset())
    direct = [child for child in objects if child.dep_ == "dobj" and spans(child, candidate)]
    return any(lemma in words.take_objects or child.lemma_.casefold() in through for child in direct)


def _plans(noun: Token, candidate: Candidate) -> bool:
    """Whether the figure stands in the infinitive of a noun: "a deal to release 1,600"."""
    for child in noun.children:
        infinitive = child.pos_ == "VERB" and any(each.lower_ == "to" for each in child.children)
        if infinitive and spans(child, candidate):
            return True
    return False


def spans(branch: Token, candidate: Candidate) -> bool:
    """Whether a branch of the parse holds a word of a figure."""
    return any(token.idx < candidate.end and candidate.start < token.idx + len(token) for token in branch.subtree)


def is_counted(node: Token, candidate: Candidate) -> bool:
    """Whether a word is the noun that the figure counts."""
    return bool(candidate.head and candidate.head.start <= node.idx < candidate.head.end)
