"""Find reported speech in the parse: a cue, whose words, and which words."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.complements import complement_of
from claimx.pipeline.quotes.contents import pieces_of, trim
from claimx.pipeline.quotes.nounphrases import NAMED, is_time, noun_phrase
from claimx.pipeline.quotes.subjects import is_passive, subject_before, subject_of
from claimx.pipeline.quotes.words import CueWords, Sense
from claimx.pipeline.wording import Wording

VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")

FAR = 60
"""Tokens before a cue in which a subject is looked for."""

RELAY = 3
"""Steps up the parse from "as cited by" to the cue whose words it relays."""

LOOSE = frozenset({"object", "figure", "agent", "name"})
"""Complements that verbs of many senses take: only a subject that can speak makes them cues."""


def find_frames(doc: Doc, words: CueWords) -> tuple[Frame, ...]:
    """All frames of a document, in order of the cue."""
    frames: list[Frame] = []
    keys = doc.vocab.strings
    verbs, verb_tags, noun = {keys["VERB"], keys["AUX"]}, {keys[tag] for tag in VERB_TAGS}, keys["NOUN"]
    parts, tags = doc.to_array(["POS", "TAG"]).T.tolist() if len(doc) else ([], [])
    lemmas = Wording.of(doc).lemmas(doc)
    nouns = {lemma for lemma in set(lemmas) if lemma.lower() in words.nouns}
    rows = zip(Wording.of(doc).lower, parts, tags, lemmas, strict=True)
    for index, (form, part, tag, lemma) in enumerate(rows):
        if part in verbs or tag in verb_tags:
            sense = words.verb(doc[index]) if words.may_be_verb(form, lemma) else None
            if sense is not None:
                frames += _verb_frames(doc[index], sense, words)
        elif part == noun and lemma in nouns:
            sense = words.noun(doc[index])
            if sense is not None:
                frames += _noun_frames(doc[index], sense, words)
    frames = [frame for frame in _without_relays(doc, frames, words) if not _stays_unnamed(doc, frame, words)]
    frames += _according(doc, words)
    return tuple(sorted(frames, key=lambda frame: (frame.cue, frame.pieces)))


def _verb_frames(verb: Token, sense: Sense, words: CueWords) -> Iterator[Frame]:
    complement = complement_of(verb, sense)
    if complement is None:
        yield from _trailing(verb, sense, words)
        return
    shape = complement.shape
    subject = subject_of(verb)
    if subject is None and not is_passive(verb):
        start, _ = Wording.of(verb.doc).sentence(verb.doc, verb.i)
        subject = subject_before(verb, start) or _speaks_before(verb, start, words)
    if subject is not None and _is_nobody(subject):
        return
    if shape in LOOSE and subject is not None and not _can_speak(subject, words):
        return
    around = shape == "parataxis" or (shape == "agent" and verb.dep_ in {"advcl", "acl"})
    own = {token.i for token in verb.subtree} if around else {verb.i}
    if subject is not None and not around and not subject.is_ancestor(verb):
        own |= {token.i for token in subject.subtree}
    own |= {child.i for child in verb.children if child.dep_ in {"aux", "auxpass", "neg", "prt", "mark"}}
    pieces = [piece for head in complement.heads for piece in pieces_of(head, frozenset(own))]
    yield from _make(verb, subject, pieces, shape, sense.meaning(complement.follows))


def _trailing(verb: Token, sense: Sense, words: CueWords) -> Iterator[Frame]:
    """A source behind a list of events that passes for one more: "The ferry sank, killing two, the port announced."."""
    source = verb.head
    if verb.tag_ != "VBN" or verb.dep_ != "acl" or source.i + 1 != verb.i or "clause" not in sense.complements:
        return
    root = verb.sent.root
    first = source.left_edge.i
    behind = source.doc[verb.i + 1 : verb.sent.end]
    if first == 0 or source.doc[first - 1].text != "," or not _can_speak(source, words) or root.i >= first:
        return
    if all(is_time(token) or token.is_punct or token.is_space for token in behind):
        own = frozenset(token.i for token in source.subtree)
        yield from _make(verb, source, pieces_of(root, own), "parataxis", sense.meaning("clause"))


def _speaks_before(verb: Token, start: int, words: CueWords) -> Token | None:
    """The nearest subject before a verb without one that can speak: "Lind, in May, defended it, calling it a gem"."""
    before = (
        token
        for token in reversed(verb.doc[max(start, verb.i - FAR) : verb.i])
        if token.dep_ in {"nsubj", "nsubjpass"} and token.head.dep_ != "relcl"
    )
    return next((token for token in before if _can_speak(token, words)), None)


def _is_nobody(subject: Token) -> bool:
    """Whether a subject names no speaker: "nobody offered to pay", "this explained why"."""
    if subject.lower_ in {"nobody", "none", "neither", "nothing", "this", "there", "what"}:
        return True
    return any(child.lower_ in {"no", "neither"} and child.dep_ in {"det", "preconj"} for child in subject.children)


def _without_relays(doc: Doc, frames: list[Frame], words: CueWords) -> list[Frame]:
    """The frames without those that only tell through whom, nor their words: "she left, as cited by the paper"."""
    relays = [frame for frame in frames if _is_relayed(doc, frame, words)]
    if not relays:
        return frames
    aside = {token.i for frame in relays for token in doc[frame.cue[0]].subtree}
    kept = []
    for frame in frames:
        if frame not in relays:
            pieces = [trim(doc, *_before(piece, aside)) for piece in frame.pieces]
            kept.append(replace(frame, pieces=tuple((start, end) for start, end in pieces if start < end)))
    return [frame for frame in kept if frame.pieces]


def _stays_unnamed(doc: Doc, frame: Frame, words: CueWords) -> bool:
    """Whether somebody only asks not to be known: "an official who asked not to be named"."""
    if frame.shape != "infinitive" or frame.source is None or doc[frame.source[0]].tag_ != "WP":
        return False
    told = doc[frame.cue[0] : frame.pieces[-1][1]].text.lower()
    return any(told.endswith(each) for each in words.unnamed)


def _before(piece: tuple[int, int], aside: set[int]) -> tuple[int, int]:
    start, end = piece
    while end > start and end - 1 in aside:
        end -= 1
    return start, end


def _is_relayed(doc: Doc, frame: Frame, words: CueWords) -> bool:
    """Whether a cue only tells through whom: "she said, as cited by the paper"."""
    verb = doc[frame.cue[0]]
    if frame.shape != "agent" or verb.dep_ != "advcl":
        return False
    above = verb.head
    for _ in range(RELAY):
        if words.verb(above) is not None:
            return True
        above = above.head
    return False


def _can_speak(subject: Token, words: CueWords) -> bool:
    """Whether a subject can speak: "the theatre admits children" reports nothing."""
    named = subject.ent_type_ in NAMED or subject.pos_ in {"PROPN", "PRON"}
    return named or subject.lemma_.lower() in words.speakers or subject.lower_ in words.speakers


def _make(
    cue: Token, subject: Token | None, pieces: list[tuple[int, int]], shape: str, meaning: str
) -> Iterator[Frame]:
    if pieces:
        yield Frame(
            (cue.i, cue.i + 1),
            noun_phrase(subject, outside=cue.i) if subject is not None else None,
            _joined(pieces),
            shape,
            meaning,
            Decimal("0.85" if subject is not None else "0.5"),
        )


def _joined(pieces: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The pieces in order, those that touch put together."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return tuple(out)


def _noun_frames(noun: Token, sense: Sense, words: CueWords) -> Iterator[Frame]:
    """Nouns: "the minister's claim that …", "a call by the union for …"."""
    by = next((child for child in noun.children if child.dep_ == "prep" and child.lower_ in {"by", "from"}), None)
    maker = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    # the parser may hang the clause on whoever speaks: "a claim by the rebels that they hold the town"
    hung = [child for child in maker.children if child.dep_ in {"acl", "relcl"}] if maker is not None else []
    heads = [
        child
        for child in (*noun.children, *hung)
        if (child.dep_ in {"acl", "ccomp", "relcl"} and _opens_clause(child, sense))
        or (child.dep_ == "prep" and child.lower_ in sense.prepositions)
    ]
    heads = heads or _said_to_be(noun, sense)
    if not heads:
        return
    holder = next((child for child in noun.children if child.dep_ == "poss"), None)
    holder = holder or maker or _who_makes(noun, words)
    if holder is None and not _stands_alone(noun, words):
        return
    pieces = pieces_of(heads[0], frozenset())
    yield from _make(noun, holder, pieces, "noun", sense.entries[0].meaning)


def _who_makes(noun: Token, words: CueWords) -> Token | None:
    """Whoever utters it: "the mayor made the point that the weir held"."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_ not in words.making:
        return None
    subject = subject_of(verb)
    return subject if subject is not None and _can_speak(subject, words) else None


def _stands_alone(noun: Token, words: CueWords) -> bool:
    """Whether nobody is named: "there were warnings of floods", "amid reports that the weir broke"."""
    if noun.dep_ in {"attr", "nsubj"} and any(child.dep_ == "expl" for child in noun.head.children):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ in words.amid


def _said_to_be(noun: Token, sense: Sense) -> list[Token]:
    """The clause that a noun is said to be: "the mayor's answer was that the weir held"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lemma_ != "be":
        return []
    return [
        child for child in verb.children if child.dep_ == "ccomp" and child.i > verb.i and _opens_clause(child, sense)
    ]


def _opens_clause(child: Token, sense: Sense) -> bool:
    marks = {each.lower_ for each in child.children if each.dep_ in {"mark", "aux"}}
    subjects = [each for each in child.children if each.dep_ in {"nsubj", "nsubjpass"}]
    stands_apart = any(each.lower_ == "that" and each.i < child.i for each in child.children)
    if "that" in marks or (stands_apart and any(each.lower_ != "that" for each in subjects)):
        return "clause" in sense.complements
    return "to" in marks and "infinitive" in sense.complements


def _according(doc: Doc, words: CueWords) -> Iterator[Frame]:
    """Phrases: "According to the port, two cranes fell."."""
    wording = Wording.of(doc)
    for phrase in words.phrases:
        parts = phrase.phrase.split()
        for index in wording.where({parts[0]}):
            last = index + len(parts)
            if last >= len(doc) or wording.lower[index:last] != parts:
                continue
            token = doc[index]
            inside = [child for each in reversed(doc[index:last]) for child in each.children]
            source = next((child for child in inside if child.dep_ == "pobj" and child.i >= last), None)
            if source is None or not _can_tell(source, words):
                continue
            own = frozenset(range(index, source.right_edge.i + 1))
            pieces = pieces_of(_clause_around(token), own)
            if pieces:
                yield Frame((index, last), noun_phrase(source), tuple(pieces), "according", "say", Decimal("0.9"))


def _can_tell(source: Token, words: CueWords) -> bool:
    """Whether a noun can be a source: "sorted according to size" has none."""
    named = source.ent_type_ not in {"", "DATE", "CARDINAL"} or source.pos_ in {"PROPN", "PRON"}
    determined = any(child.dep_ in {"det", "poss", "amod", "compound", "nummod"} for child in source.children)
    return named or determined or source.lower_ in words.speakers or source.tag_ == "NNS"


def _clause_around(token: Token) -> Token:
    """The head of the clause that an adverbial belongs to."""
    head = token.head
    while head.head != head and (head.pos_ not in {"VERB", "AUX"} or head.dep_ == "conj"):
        head = head.head
    return head
