"""Find who a cue verb belongs to."""

from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
DEPENDENT = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "dep", "ccomp"})
CLIMB = 6


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: "was told", "as confirmed by"."""
    return any(child.dep_ in {"auxpass", "nsubjpass", "agent"} for child in verb.children)


def subject_of(verb: Token) -> Token | None:
    """The noun or pronoun whose words a verb reports.

    "He left, adding that …" gives He for "adding"; "it was confirmed by police" gives police; "a note saying …" gives note.

    Returns:
        The head of the phrase, None where the text names nobody.
    """
    return _subject(verb, CLIMB)


def _subject(verb: Token, climb: int) -> Token | None:
    agent = _agent(verb)
    if agent is not None:
        return agent
    if is_passive(verb):
        return None
    own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if own is not None:
        return own
    if climb == 0:
        return None
    return _inherited(verb, climb)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def _inherited(verb: Token, climb: int) -> Token | None:
    """The subject that a participle, an infinitive or a coordinated verb shares with what it hangs on."""
    head = verb.head
    if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return head
    if verb.dep_ not in DEPENDENT or head == verb:
        return None
    if head.pos_ not in {"VERB", "AUX", "ADP", "SCONJ", "PART"}:
        return None
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.dep_ == "ccomp" and _after_comma(verb):
        return _subject(head.head, climb - 1)  # "she said the pass was shut, adding that …": she adds
    if verb.dep_ in {"xcomp", "pcomp", "advcl"}:
        passive = next((child for child in head.children if child.dep_ == "nsubjpass"), None)
        if passive is not None and verb.tag_ == "VBG":
            return passive
        thing = next((child for child in head.children if child.dep_ in {"dobj", "nsubj"}), None)
        if verb.dep_ == "xcomp" and thing is not None and thing.dep_ == "dobj":
            return thing
    return _subject(head, climb - 1)


def _after_comma(verb: Token) -> bool:
    return verb.i > 0 and verb.nbor(-1).text == ","
