"""Sources that are documents, counts and forecasts: what is found in them, by them, given by whom."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.pipeline.attribution.sentences import Sentences
from claimx.pipeline.attribution.source import Named, can_tell, rest_of, runs_of, subject_token
from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.wording import Wording

INTO = frozenset({"in", "per", "from"})
NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
"""What only nouns are, whatever the tagger made of "its growth forecast"."""

CLIMB = 4
"""Steps up the parse from "in a poll" to the verb of its clause."""

BY = frozenset({"by", "per"})


def documents_named(doc: Doc, sentences: Sentences, words: SourceVocabulary, cues: set[int]) -> Iterator[Named]:
    """All such sources of some sentences.

    Args:
        doc: The document.
        sentences: The sentences.
        words: Words about sources.
        cues: Tokens of the cues of speech.
    """
    told_by_verbs = words.giving | words.finding
    told_by = told_by_verbs | words.forecasts | words.provided
    lower, lemmas = Wording.of(doc).lower, Wording.of(doc).lemmas(doc)
    telling = {lemma for lemma in set(lemmas) if lemma.lower() in told_by}
    for index in (index for start, end in sentences for index in range(start, end)):
        leads = lower[index] in INTO or lower[index] in BY
        if not leads and lemmas[index] not in telling:
            continue
        token = doc[index]
        if token.dep_ == "prep":
            if leads:
                yield from _found_in(doc, token, words, cues)
        elif token.pos_ == "NOUN" or token.dep_ in NOMINAL:
            lemma = token.lemma_.lower()
            if lemma in words.forecasts:
                yield from _forecast(token)
            if lemma in words.provided:
                yield from _provided(token)
        if token.pos_ in {"VERB", "AUX"} and token.i not in cues and token.lemma_.lower() in told_by_verbs:
            yield from _giving(token, words)


def polls_spoken_of(doc: Doc, words: SourceVocabulary) -> Iterator[Named]:
    """Named polls that a sentence is about: the shares after "The Herald poll was taken in May" are of that poll."""
    for at in Wording.of(doc).where(words.polls):
        token = doc[at]
        if token.dep_ in {"nsubj", "nsubjpass"}:
            start, end = noun_phrase(token)
            if any(doc[index].pos_ == "PROPN" or doc[index].text.istitle() for index in range(start + 1, end)):
                yield Named((start, end), ())


def _found_in(doc: Doc, preposition: Token, words: SourceVocabulary, cues: set[int]) -> Iterator[Named]:
    """In "In the latest census, a third of the homes …" the census tells; so does "By the ministry's count, …"."""
    word = preposition.lower_
    thing = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if thing is None:
        return
    verb = preposition.head
    for _ in range(CLIMB if thing.lower_ in words.polls else 0):  # "18 percent have a bad view of Lind in a poll"
        verb = verb if verb.pos_ in {"VERB", "AUX"} else verb.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    if verb.i in cues and not _counts_answers(verb, thing, words):  # "he said in a report": he says it
        return
    start, end = noun_phrase(thing)
    measures = thing.lemma_.lower() in words.measuring
    told_by = word in BY and _stands_aside(preposition) and (measures or _is_somebody(doc, (start, end), words))
    if not told_by and not (measures and word in INTO):
        return
    own = set(range(preposition.i, thing.right_edge.i + 1))
    rest = runs_of(each.i for each in verb.subtree if each.i not in own)
    if rest:
        yield Named((start, end), rest)


def _stands_aside(preposition: Token) -> bool:
    """Whether a phrase opens its sentence, or follows a comma."""
    return preposition.i == preposition.sent.start or preposition.nbor(-1).text == ","


def _counts_answers(verb: Token, thing: Token, words: SourceVocabulary) -> bool:
    """Whether a share of those asked speaks and the poll tells: "In a Herald poll, 75 percent said they were well"."""
    subject = subject_token(verb)
    share = subject is not None and any(each.lower_ in words.shares for each in subject.subtree)
    return thing.lower_ in words.polls and share


def _is_somebody(doc: Doc, source: tuple[int, int], words: SourceVocabulary) -> bool:
    """Whether a phrase names a body, not a measure: "per the fire service", but "per head", "per person"."""
    head = doc[source[0] : source[1]].root
    definite = head.pos_ == "PROPN" or any(child.dep_ in {"det", "poss"} for child in head.children)
    return definite and can_tell(doc, source, words.speakers)


def _giving(verb: Token, words: SourceVocabulary) -> Iterator[Named]:
    """Documents: "A preliminary count indicated 5,600 votes", "The poll has Lind at 40 percent".

    And inquiries: "The probe uncovered 340 unpaid fines".
    """
    subject = subject_token(verb)
    measures = subject is not None and subject.lemma_.lower() in words.measuring
    denies = any(child.dep_ == "neg" for child in verb.children)
    finds = subject is not None and subject.lower_ in words.inquiries and verb.lemma_.lower() in words.finding
    gives = measures and verb.lemma_.lower() in words.giving
    if subject is None or denies or not (finds or gives):
        return
    rest = tuple((start, end) for start, end in rest_of(verb, subject) if start > verb.i or end > verb.i)
    if rest:
        yield Named(noun_phrase(subject, outside=verb.i), rest)


def _forecast(noun: Token) -> Iterator[Named]:
    """Forecasts: "The fund raised its forecast by 0.2 points": the forecast's owner tells."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        return
    verb = noun.head
    while verb.head != verb and verb.pos_ not in {"VERB", "AUX"}:
        verb = verb.head
    if any(child.dep_ == "neg" for child in verb.children):
        return
    subject = subject_token(verb)
    if owner.pos_ == "PRON" and subject is not None:
        owner = subject
    start, end = noun_phrase(owner, outside=verb.i if owner.i < verb.i else noun.i)
    rest = runs_of(each.i for each in verb.subtree if not start <= each.i < end)
    if rest:
        yield Named((start, end), rest)


def _provided(noun: Token) -> Iterator[Named]:
    """Providers: "The raid killed 40, although the figure given by the army is disputed": the army tells.

    "The latest toll, 64 dead, was given by the army", "15 died, a figure confirmed by the clinic" have them too.
    """
    clause = next((child for child in noun.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if clause is None and noun.dep_ == "nsubjpass":
        clause = noun.head
    agent = next((child for child in clause.children if child.dep_ == "agent"), None) if clause else None
    provider = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent else None
    if clause is None or agent is None or provider is None:
        return
    pieces = [(noun.sent.start, noun.left_edge.i)] if noun.i > noun.sent.start else []
    if noun.dep_ == "nsubjpass":
        pieces += rest_of(clause, agent)
    pieces = [(start, end) for start, end in pieces if start < end]
    if pieces:
        yield Named(noun_phrase(provider), tuple(pieces))
