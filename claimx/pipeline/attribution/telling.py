"""Ways of telling that hold figures and no quotation: "reported losing 11", "as Lind said", "given by police as 54"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from claimx.pipeline.attribution.sentences import Sentences
from claimx.pipeline.attribution.source import Named, can_tell, rest_of, subject_token, tells_number
from claimx.pipeline.attribution.vocabulary import SourceVocabulary
from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.quotes.subjects import is_passive, subject_of
from claimx.pipeline.quotes.words import CueWords, Sense

TELLING = frozenset(
    {"say", "announce", "report", "show", "answer", "believe", "forecast", "warn", "accuse", "deny", "hope"}
)
"""What one does to be the source of a figure; who demands or rejects one is not."""

SAYING = frozenset({"say", "announce", "report", "answer", "deny", "forecast"})
"""What one does to be the source of an act of one's own: "admitted to killing eight"."""

LIST_OPENS = 4
"""Tokens behind an object in which a colon opens its list."""

ADDRESSEE = 6
"""Tokens that whoever is told may take: "told the Tarvo Herald that"."""

TO_GERUND = frozenset({"to", "of"})
AS = frozenset({"as", "at"})


def told_besides(doc: Doc, sentences: Sentences, cues: CueWords, words: SourceVocabulary) -> Iterator[Named]:
    """Sources whose telling is no quotation.

    Args:
        doc: The document.
        sentences: The sentences in which they are looked for.
        cues: Cue words.
        words: Words about sources.
    """
    for verb in _verbs(doc, sentences):
        sense = cues.verb(verb)
        if sense is None:
            continue
        meanings = frozenset(entry.meaning for entry in sense.entries)
        if meanings & SAYING:
            yield from _own_acts(verb, sense)
            yield from _as_told(doc, verb, words)
            yield from _listed(verb)
            yield from _told_somebody(verb)
        if meanings & TELLING:
            yield from _in_relative(doc, verb, words)
            yield from _given_as(verb)


def _verbs(doc: Doc, sentences: Sentences) -> Iterator[Token]:
    """The verbs of some sentences."""
    strings = doc.vocab.strings
    verbs = {strings["VERB"], strings["AUX"]}
    parts = doc.to_array("POS").tolist() if sentences else []
    for start, end in sentences:
        yield from (doc[index] for index in range(start, end) if parts[index] in verbs)


def _own_acts(verb: Token, sense: Sense) -> Iterator[Named]:
    """Acts of one's own: "reported losing 11 workers", "claims to have killed 35", "confessed to killing six"."""
    told = [child for child in verb.children if child.dep_ == "xcomp" and _is_own_act(child)]
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in TO_GERUND:
            told += [each for each in child.children if each.dep_ == "pcomp" and each.tag_ == "VBG"]
    if not told or is_passive(verb) or not ({"clause", "quote", "object"} & sense.complements):
        return
    subject = subject_of(verb)
    if subject is not None:
        pieces = tuple(piece for act in told for piece in rest_of(act, *_asides(act)))
        yield Named(noun_phrase(subject, outside=verb.i), pieces)


def _listed(verb: Token) -> Iterator[Named]:
    """Lists that a colon opens: "The army reported the following losses: 40 mules killed, nine carts burnt"."""
    thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
    subject = subject_of(verb) if thing is not None else None
    if subject is None or thing is None or is_passive(verb) or subject.i > verb.i:
        return
    doc, end = verb.doc, verb.sent.end
    colon = next((i for i in range(thing.i + 1, min(end - 1, thing.i + 1 + LIST_OPENS)) if doc[i].text == ":"), None)
    if colon is not None:
        yield Named(noun_phrase(subject, outside=verb.i), ((colon + 1, end),))


def _told_somebody(verb: Token) -> Iterator[Named]:
    """What follows "that" behind whomever it was told: "Lind told Radio-4 that 40 mules had died", however parsed."""
    subject = subject_of(verb) if verb.lemma_ == "tell" and verb.tag_ in {"VBD", "VBZ"} else None
    if subject is None or subject.i > verb.i:
        return
    doc, end = verb.doc, verb.sent.end
    that = next((i for i in range(verb.i + 2, min(end, verb.i + 2 + ADDRESSEE)) if doc[i].lower_ == "that"), None)
    if that is not None and doc[that].tag_ == "IN":
        yield Named(noun_phrase(subject, outside=verb.i), ((that, end),))


def _is_own_act(verb: Token) -> bool:
    """Whether a verb in -ing or "to have done" tells what its subject did."""
    if verb.tag_ == "VBG":
        return True
    parts = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return verb.tag_ == "VBN" and {"to", "have"} <= parts


def _asides(verb: Token) -> list[Token]:
    """Clauses that another subject adds: "lost 11 workers, while the mill lost 12"."""
    clauses = (child for child in verb.children if child.dep_ in {"advcl", "conj"})
    return [child for child in clauses if subject_token(child, ("nsubj", "nsubjpass")) is not None]


def _as_told(doc: Doc, verb: Token, words: SourceVocabulary) -> Iterator[Named]:
    """Asides: "As the Tarn Herald reported, 40 people had left", "as Lind has said"."""
    is_as = any(child.lower_ == "as" and child.dep_ in {"mark", "advmod", "prep"} for child in verb.children)
    bare = not any(child.dep_ in {"ccomp", "xcomp", "dobj"} for child in verb.children)
    subject = subject_token(verb)
    if verb.dep_ != "advcl" or not is_as or not bare or subject is None:
        return
    source = noun_phrase(subject, outside=verb.i)
    if can_tell(doc, source, words.speakers):
        yield Named(source, rest_of(verb.head, verb))


def _in_relative(doc: Doc, verb: Token, words: SourceVocabulary) -> Iterator[Named]:
    """Relative clauses: "damage that the bank estimates at $3 billion", "a plant which Lind says cost $9 million"."""
    subject = subject_token(verb)
    if verb.dep_ != "relcl" or subject is None or subject.tag_ in {"WP", "WDT"} or subject.i > verb.i:
        return
    source = noun_phrase(subject, outside=verb.i)
    rest = tuple(piece for piece in rest_of(verb, subject) if piece[0] >= verb.i)
    if rest and can_tell(doc, source, words.speakers):
        yield Named(source, rest)


def _given_as(verb: Token) -> Iterator[Named]:
    """Passives: "was first reported by the observatory as 6.4", "was put by police at 40"."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    source = next((child for child in agent.children if child.dep_ == "pobj"), None) if agent is not None else None
    if source is None:
        return
    near = (child for child in (*verb.children, *source.children) if child.dep_ == "prep" and child.lower_ in AS)
    told = [child for child in near if tells_number(child)]
    pieces = tuple((child.left_edge.i, child.right_edge.i + 1) for child in told)
    if pieces:
        yield Named(noun_phrase(source, outside=told[0].i), pieces)
