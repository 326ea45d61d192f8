"""Who has a share, a lead or a sum of money: what its figure belongs to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.holders import HolderEntry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.pipeline.layers import Candidate, Offsets
from claimx.pipeline.wording import Wording, span_over

_DESCRIBES = frozenset({"acl", "relcl", "amod", "appos"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"NOUN", "PROPN"})
_HAS = frozenset({"of", "in", "for", "worth"})
_INNER = frozenset({"nummod", "quantmod", "compound", "nmod", "amod"})
_PERCENT = frozenset({"percent", "%"})
_CALLED = frozenset(
    {"estimated", "said", "thought", "believed", "reportedly", "reported", "valued", "to", "be", "together"}
)
"""Between goods and what they are worth."""

_BESIDE = re.compile(r"\s*+(?:percent|per\s+cent|%|points?)?\s*(?:to|-|–|versus|vs\.?|against)\s+", re.IGNORECASE)
"""Between the figures of two sides: "46 percent to 44 percent"."""

MOST_STEPS = 8


@dataclass(frozen=True)
class HolderWords:
    """Words that tell whose a figure is; lemmas, lower case.

    Attributes:
        contest_verb: Of two sides: "leads", "trails".
        contest_noun: What one side has before the other: "a lead of 5 points".
        choice_verb: What voters do to a candidate.
        share_verb: Between a holder and its share: "make up", "own".
        moving_verb: What is done to a quantity: "raised its forecast to 3 percent".
        moving_preposition: Between these and the figure.
        plain_noun: Nouns before "of" and a figure that name only the figure: "a total of $4 million".
    """

    contest_verb: frozenset[str]
    contest_noun: frozenset[str]
    choice_verb: frozenset[str]
    share_verb: frozenset[str]
    moving_verb: frozenset[str]
    moving_preposition: frozenset[str]
    plain_noun: frozenset[str]


@cache
def load_holder_words(language: str = "en") -> HolderWords:
    """The words of the lexicon."""
    entries = read_entries(lexicon_folder(language) / "holders.toml", HolderEntry)
    return HolderWords(**{entry.id: frozenset(entry.words) for entry in entries})


def holder_of(candidate: Candidate, before: Candidate | None, doc: Doc) -> Offsets | None:
    """What a sum of money, a share or a lead belongs to.

    Args:
        candidate: The figure.
        before: The figure before it.
        doc: The document.
    """
    span = span_over(doc, candidate.start, candidate.end)
    if span is None:
        return None
    words = load_holder_words()
    found = _owner(span) or _valued(span) or _chosen(span.root, words)
    found = found or _side(span, candidate, before, words)
    if candidate.metric == "votes" or candidate.unit.endswith("point"):
        found = found or _name_before(span)
    if candidate.metric != "votes" and candidate.unit.startswith("percent"):
        found = found or _sharer(span.root, words) or candidate.of
    return found or _described(span.root, words) or _moved(span.root, words) or _after(span) or _above(span.root)


def holder_of_measure(candidate: Candidate, doc: Doc) -> Offsets | None:
    """What a measure is said to be of: "gusts of up to 210 kph"."""
    span = span_over(doc, candidate.start, candidate.end)
    unit = span.root.head if span is not None and span.root.dep_ in _INNER else span.root if span is not None else None
    return _described(unit, load_holder_words()) if unit is not None else None


def moved_by(candidate: Candidate, doc: Doc) -> Offsets | None:
    """What a figure is put at: "The council put the death toll at 40"."""
    span = span_over(doc, candidate.start, candidate.end)
    return _moved(span.root, load_holder_words()) if span is not None else None


def _owner(span: Span) -> Offsets | None:
    """The owner right before it: "Marlow's 34 percent"."""
    owner = next((child for child in span.root.children if child.dep_ == "poss" and child.pos_ in _NAMES), None)
    return phrase_of(owner) if owner is not None else None


def _valued(span: Span) -> Offsets | None:
    """The goods that are worth it, read off the words: to the parser "and watches worth €3 million" is watching."""
    doc = span.doc
    opening, _ = Wording.of(doc).sentence(doc, span.start)
    near = Wording.of(doc).lower[max(opening, span.start - 3) : span.end]
    worth = max(opening, span.start - 3) + near.index("worth") if "worth" in near else None
    last = (worth or 0) - 1
    while last >= opening and doc[last].lower_ in _CALLED:
        last -= 1
    if worth is None or last < opening or not doc[last].is_alpha:
        return None
    first = last
    while first > opening and (doc[first - 1].pos_ in _NAMES | {"ADJ"} or doc[first - 1].lower_ == "and"):
        first -= 1
    goods = doc[first : last + 1]
    return Offsets(goods.start_char, goods.end_char) if any(each.pos_ in _NAMES for each in goods) else None


def _side(span: Span, candidate: Candidate, before: Candidate | None, words: HolderWords) -> Offsets | None:
    """The side of a contest: "Ortega leads Marlow, 46 percent to 44 percent"."""
    doc, wording, opened, second = span.doc, Wording.of(span.doc), span.start, False
    if before is not None and _BESIDE.fullmatch(wording.text, before.end, candidate.start):
        opened, second = wording.at(before.start), True
    told = _contests(doc, span.start, words)
    last = bisect_left(told, opened) - 1
    token = doc[told[last]] if last >= 0 else None
    if token is None or token.text == ";":
        return None
    side = (_sides_of_verb(token) if token.pos_ == "VERB" else _sides_of_noun(token))[second]
    fit = {"PROPN"} if candidate.metric not in {"votes", "money"} else _NAMES
    return phrase_of(side) if side is not None and side.pos_ in fit else None


def _contests(doc: Doc, index: int, words: HolderWords) -> Sequence[int]:
    """The words for contests in the sentence that holds a token, and the semicolons that end what is told of one."""
    wording = Wording.of(doc)
    first, last = wording.sentence(doc, index)
    known = wording.once(_told_contests)
    if first not in known:
        known[first] = [each.i for each in doc[first:last] if each.text == ";" or _is_contest(each, words)]
    return known[first]


def _told_contests() -> dict[int, Sequence[int]]:
    """By first token of the sentence; filled sentence by sentence."""
    return {}


def _is_contest(token: Token, words: HolderWords) -> bool:
    contest = {"VERB": words.contest_verb, "NOUN": words.contest_noun}.get(token.pos_)
    return contest is not None and token.lemma_.casefold() in contest


def _sides_of_verb(verb: Token) -> tuple[Token | None, Token | None]:
    subject = next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
    if subject is None and verb.dep_ == "acl":
        subject = verb.head
    if subject is None:
        subject = next(
            (each for each in reversed(list(verb.doc[verb.sent.start : verb.i])) if each.pos_ in _NAMES), None
        )
    other = next((child for child in verb.children if child.dep_ in {"dobj", "pobj"}), None)
    return subject, other or _over(verb)


def _sides_of_noun(noun: Token) -> tuple[Token | None, Token | None]:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None and noun.head.pos_ == "VERB":
        owner = next((child for child in noun.head.children if child.dep_ in _SUBJECTS), None)
    if owner is None and noun.head.lower_ == "with":
        owner = next((each for each in reversed(list(noun.doc[noun.sent.start : noun.i])) if each.pos_ in _NAMES), None)
    return owner, _over(noun)


def _over(token: Token) -> Token | None:
    """Whom one is ahead of: "a lead over Marlow"."""
    overs = [child for child in token.subtree if child.lower_ in {"over", "against"} and child.dep_ == "prep"]
    return next((each for over in overs for each in over.children if each.dep_ == "pobj"), None)


def _chosen(root: Token, words: HolderWords) -> Offsets | None:
    """Whom a share of voters choose: "46 percent would choose Marlow", "Marlow is backed by 46 percent"."""
    verb = root.head
    if root.dep_ == "pobj" and verb.dep_ == "agent":
        verb, role = verb.head, "nsubjpass"
    else:
        role = "dobj" if root.dep_ == "nsubj" else ""
    if verb.lemma_.casefold() not in words.choice_verb:
        return None
    chosen = next((child for child in verb.children if child.dep_ == role), None)
    return phrase_of(chosen) if chosen is not None and chosen.pos_ == "PROPN" else None


def _name_before(span: Span) -> Offsets | None:
    """The name that stands right before it: "and Ines Marlow 3 percent"."""
    first = span.start
    opening, _ = Wording.of(span.doc).sentence(span.doc, first)
    while first > opening and span.doc[first - 1].pos_ == "PROPN":
        first -= 1
    name = span.doc[first : span.start]
    return Offsets(name.start_char, name.end_char) if len(name) else None


def _sharer(root: Token, words: HolderWords) -> Offsets | None:
    """Who has a share of a whole: "farmers make up 80 percent of the members", "55 percent of them are farmers"."""
    verb = root.head
    if root.dep_ == "nsubj" and verb.lemma_ == "be":
        are = next((child for child in verb.children if child.dep_ == "attr" and child.tag_ in {"NNS", "NNPS"}), None)
        return phrase_of(are) if are is not None else None
    if root.dep_ == "pobj" and verb.lower_ == "for":
        verb = verb.head
    elif root.dep_ not in {"dobj", "attr"}:
        return None
    if verb.lemma_.casefold() not in words.share_verb:
        return None
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if verb.dep_ == "relcl" and (subject is None or subject.tag_ in {"WP", "WDT"}):
        subject = verb.head
    return phrase_of(subject) if subject is not None and subject.pos_ in _NAMES else None


def _described(root: Token, words: HolderWords) -> Offsets | None:
    """The noun that a figure is said to be of: "a loss of $4 million", "a margin of error of 4 points"."""
    noun = root.head.head
    if root.dep_ != "pobj" or root.head.lower_ != "of" or noun.pos_ != "NOUN":
        return None
    plain = words.plain_noun | words.contest_noun
    named = noun.lemma_.casefold() not in plain or any(
        child.lower_ == "of" and child != root.head for child in noun.children
    )
    if not named or noun.like_num:
        return None
    inner = next(
        (each for child in noun.children if child.lower_ == "of" and child != root.head for each in child.children),
        None,
    )
    return Offsets(phrase_of(noun).start, phrase_of(inner).end) if inner is not None else phrase_of(noun)


def _moved(root: Token, words: HolderWords) -> Offsets | None:
    """What is moved to or by the figure: "raised its growth forecast by 0.1 points to 1.8 percent"."""
    node, through = root, False
    for _ in range(MOST_STEPS):
        if node.dep_ == "prep":
            through = node.lower_ in words.moving_preposition
        if node.head == node or node.dep_ not in {"prep", "pobj", "nummod", "npadvmod", "acomp", "oprd", "advmod"}:
            return None
        node = node.head
        if node.pos_ == "VERB":
            break
    if not through or node.lemma_.casefold() not in words.moving_verb:
        return None
    moved = next((child for child in node.children if child.dep_ == "dobj" and child.pos_ in _NAMES), None)
    return phrase_of(moved) if moved is not None and moved.i < root.i else None


def _after(span: Span) -> Offsets | None:
    """A noun right after the figure: "€2 million booty", "£88m worth of gems", "$1 billion in aid"."""
    root = span.root
    while root.dep_ in _INNER and root.head.i > root.i and root.i < span.end + 2:
        root = root.head
    if root.i >= span.end and root.pos_ in _NAMES and root.lower_ != "worth":
        return phrase_of(root, start=span.end)
    index = span.end
    words = span.doc[index : index + 2]
    if len(words) and words[0].lower_ in _HAS:
        index += 2 if len(words) > 1 and words[1].lower_ == "of" else 1
        noun = next((token for token in span.doc[index : index + 6] if token.pos_ in _NAMES), None)
        if noun is not None and noun.ent_type_ not in {"DATE", "TIME", "GPE"}:
            while noun.dep_ == "compound" and noun.head.i > noun.i:
                noun = noun.head
            return phrase_of(noun, start=index)
    return None


def _above(root: Token) -> Offsets | None:
    """A noun that the figure describes, or the subject of its verb: "gems worth $2 million", "Lee led by 5 points"."""
    node = root
    for _ in range(MOST_STEPS):
        if node.dep_ in _DESCRIBES and node.head.pos_ in _NAMES:
            return phrase_of(node.head)
        if node.pos_ in {"VERB", "AUX"}:
            subject = next((child for child in node.children if child.dep_ in _SUBJECTS), None)
            if subject is not None:
                names = subject.pos_ in _NAMES and subject is not root and subject.lower_ not in _PERCENT
                return phrase_of(subject) if names else None
        if node.dep_ in _SUBJECTS or node.head == node:
            return None
        node = node.head
    return None


def phrase_of(head: Token, *, start: int = 0) -> Offsets:
    """A noun with what stands before it and a coordinated one after it.

    Args:
        head: The noun.
        start: The first token that may belong to it.
    """
    kept = {"compound", "amod", "poss", "nmod", "det", "nummod"}
    first = min((child.left_edge.i for child in head.lefts if child.dep_ in kept), default=head.i)
    first = max(first, min(start, head.i))
    other = next((child for child in head.rights if child.dep_ == "conj" and child.pos_ in _NAMES), head)
    last = other if other.i - head.i <= 4 else head  # noqa: PLR2004 - "jewellery and luxury watches"
    return Offsets(head.doc[first].idx, last.idx + len(last))
