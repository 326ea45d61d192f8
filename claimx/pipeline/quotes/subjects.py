"""Find who a cue verb belongs to."""

from collections.abc import Set as AbstractSet

from spacy.tokens import Doc, Token

from claimx.pipeline.wording import Wording

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"auxpass", "nsubjpass", "agent"})
DEPENDENT = frozenset({"xcomp", "advcl", "conj", "pcomp", "prep", "dep", "ccomp"})
MARKS = frozenset({"”", '"', "''", "’"})
RELATIVE = frozenset({"WP", "WDT"})
QUOTING = frozenset({"quote", "cite"})
CLIMB = 6
BRACKET = 5
"""Tokens between a bracket and a word in it that passes for a subject."""


def is_passive(verb: Token) -> bool:
    """Whether a verb is in the passive: "was told", "as confirmed by", "Asked whether …, she said"."""
    return is_passive_by(verb, {child.dep_ for child in verb.children})


def is_passive_by(verb: Token, relations: AbstractSet[str]) -> bool:
    """Whether a verb is in the passive, by itself and by how its children depend on it."""
    if not relations.isdisjoint(PASSIVE):
        return True
    return verb.dep_ in {"advcl", "acl"} and verb.tag_ == "VBN" and relations.isdisjoint({"aux", "nsubj"})


def subject_of(verb: Token) -> Token | None:
    """The noun or pronoun whose words a verb reports.

    "He left, adding that …" gives He for "adding"; "it was confirmed by police" gives police; "a note saying …" gives
    note.

    Returns:
        The head of the phrase, None where the text names nobody.
    """
    return _subject(verb, CLIMB)


def _subject(verb: Token, climb: int) -> Token | None:
    quoted = _quoted(verb)
    if quoted is not None:
        return quoted
    relations = {child.dep_ for child in verb.children}
    agent = _agent(verb) if "agent" in relations else None
    if agent is not None or is_passive_by(verb, relations):
        return agent
    own = _inverted(verb) or (None if SUBJECTS.isdisjoint(relations) else _own(verb))
    if own is not None and own.ent_type_ in {"DATE", "TIME"}:  # "Monday in Tarn Mayor Ana Lind (top) said"
        start, _ = Wording.of(verb.doc).sentence(verb.doc, verb.i)
        own = subject_before(verb, start) or own
    own = _out_of_brackets(own) if own is not None else _relative_pronoun(verb)
    return own if own is not None or climb == 0 else _inherited(verb, climb)


def _quoted(verb: Token) -> Token | None:
    """Whose words a paper gives: in "the Gazette quoted Lind as saying", "Lind was quoted by it as saying" Lind's."""
    head = verb.head
    if verb.tag_ != "VBG" or head == verb:
        return None
    head = head.head if head.lower_ == "as" else head
    if head.lemma_ not in QUOTING or head.i >= verb.i:
        return None
    wanted = {"nsubjpass"} if any(child.dep_ == "auxpass" for child in head.children) else {"dobj", "nsubj"}
    named = [child for child in head.children if child.dep_ in wanted and child.i < verb.i]
    return named[-1] if named and (named[-1].i > head.i or "nsubjpass" in wanted) else None


def _own(verb: Token) -> Token | None:
    """The subject in the parse; of two before the verb the nearer: in "TARN (Meridian) - Ana Lind said" it is Lind."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    before = [child for child in own if child.i < verb.i]
    return before[-1] if len(before) > 1 else own[0] if own else None


def _inverted(verb: Token) -> Token | None:
    """The subject right behind a verb that follows a closing mark, as in “The dyke,” said Lind."""
    if verb.tag_ not in {"VBD", "VBZ"} or verb.i == 0 or verb.nbor(-1).text not in MARKS:
        return None
    return next((child for child in verb.rights if child.dep_ == "nsubj" and child.left_edge.i == verb.i + 1), None)


def _relative_pronoun(verb: Token) -> Token | None:
    """The pronoun of a relative clause, where the parser hangs it elsewhere: "Lind, who has in May called it …"."""
    if verb.dep_ != "relcl" or verb.head.i >= verb.i:
        return None
    between = verb.doc[verb.head.i + 1 : verb.i]
    if any(token.dep_ == "nsubj" and token.tag_ not in RELATIVE for token in between):
        return None
    return next((token for token in between if token.tag_ in RELATIVE and token.lower_ != "what"), None)


def _out_of_brackets(subject: Token) -> Token:
    """The name before the bracket that the parser took for the subject: "Odile Marsh (D-Tarn) said"."""
    doc, words = subject.doc, Wording.of(subject.doc).words
    first = max(0, subject.i - BRACKET)
    if "(" not in words[first : subject.i]:
        return subject
    for index in range(subject.i - 1, first - 1, -1):
        if words[index] == ")" or words[index].isspace():
            break
        if words[index] == "(" and index > 0 and doc[index - 1].pos_ in {"NOUN", "PROPN"}:
            return doc[index - 1]
    return subject


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((each for each in child.children if each.dep_ == "pobj"), None)
    return None


def _inherited(verb: Token, climb: int) -> Token | None:
    """The subject that a participle, an infinitive or a coordinated verb shares with what it hangs on."""
    head = verb.head
    if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
        return _sender(verb) or _main_subject(verb, climb) or head
    if verb.dep_ not in DEPENDENT or head == verb or head.pos_ not in {"VERB", "AUX", "ADP", "SCONJ", "PART"}:
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


def _main_subject(verb: Token, climb: int) -> Token | None:
    """Whoever does what a participle behind a comma goes with: in "Lind rejected the notion, saying …" Lind."""
    thing = verb.head
    if verb.tag_ != "VBG" or not _after_comma(verb) or thing.pos_ != "NOUN" or thing.dep_ not in {"dobj", "pobj"}:
        return None
    above = thing.head
    while above.head != above and above.pos_ not in {"VERB", "AUX"}:
        above = above.head
    return _subject(above, climb - 1) if above.pos_ in {"VERB", "AUX"} and above.i < verb.i else None


def _sender(verb: Token) -> Token | None:
    """Who wrote to people "saying …": in "the senator sent a letter to supporters saying" the senator, no supporter."""
    hearer = verb.head
    if verb.tag_ != "VBG" or hearer.tag_ != "NNS" or hearer.i + 1 != verb.i or hearer.head.lower_ != "to":
        return None
    wrote = hearer.head.head
    if wrote.pos_ == "NOUN" and wrote.dep_ == "dobj":
        wrote = wrote.head
    return next((child for child in wrote.children if child.dep_ == "nsubj" and child.i < wrote.i), None)


def subject_before(verb: Token, limit: int) -> Token | None:
    """The noun before a finite verb to which the parser gave no subject, across a bracket or a phrase between commas.

    "Roth (left), said", "Roth, in a speech on Friday, said" give Roth.

    Args:
        verb: The verb.
        limit: First token that may be the subject.
    """
    if verb.tag_ not in {"VBD", "VBZ", "VBP", "VBN"}:
        return None
    doc = verb.doc
    index = verb.i - 1
    for _ in range(3):
        while index >= limit and doc[index].pos_ in {"ADV", "AUX", "PART"}:
            index -= 1
        if index < limit:
            return None
        if doc[index].text == ")":
            index = _back_to(doc, index - 1, limit, "(")
        elif doc[index].text in {",", "—", "–"}:
            index = _back_to(doc, index - 1, limit, doc[index].text)
        else:
            break
    if index < limit or doc[index].pos_ not in {"NOUN", "PROPN", "PRON"}:
        return None
    return _out_of_clause(_head_of_phrase(doc[index], limit), limit)


def _out_of_clause(token: Token, limit: int) -> Token:
    """Whoever a relative clause that ends in a noun describes: in "a guard who left the door said" the guard."""
    step = token
    for _ in range(CLIMB):
        if step.head == step or step.head.i < limit:
            break
        if step.dep_ == "relcl" and step.head.pos_ in {"NOUN", "PROPN"}:
            return step.head
        step = step.head
    return token


def _back_to(doc: Doc, index: int, limit: int, mark: str) -> int:
    """The token before the last mark before `index`; before the limit where there is none."""
    while index >= limit and doc[index].text != mark:
        index -= 1
    return index - 1


def _head_of_phrase(token: Token, limit: int) -> Token:
    """Up from the last word of "the mayor of the port" to mayor."""
    for _ in range(CLIMB):
        head = token.head
        if head.i < limit or head == token:
            break
        if (
            token.dep_ in {"compound", "poss", "nmod", "appos", "amod"}
            and head.pos_ in {"NOUN", "PROPN"}
            and head.i >= token.i
        ):
            token = head
        elif token.dep_ == "pobj" and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i >= limit:
            token = head.head
        else:
            break
    return token


def _after_comma(verb: Token) -> bool:
    index = verb.i - 1
    while index > 0 and verb.doc[index].text in MARKS:  # “bad,” adding
        index -= 1
    return index >= 0 and verb.doc[index].text == ","
