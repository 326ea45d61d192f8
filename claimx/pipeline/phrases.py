"""The noun that a number counts, and the phrase of that noun.

Functions read a parsed document and change nothing. They lean on the order of words first and on the parse second: a
headline, a caption or old newswire without capitals is often parsed wrongly, and "12 killed, 30 hurt in blast" must
read all the same.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from claimx.pipeline.wording import Wording

NOUNS = frozenset({"NOUN", "PROPN"})
PLURALS = frozenset({"NNS", "NNPS"})
PARTICIPLES = frozenset({"VBN", "VBG"})
ADVERBS = frozenset({"RB", "RBR", "RBS"})
DETERMINERS = frozenset({"DT", "PDT", "PRP$", "WP$", "CD"})
TIMES = frozenset({"DATE", "TIME"})
QUOTES = frozenset("\"'“”‘’«»`")
DASHES = frozenset({"-", "–", "‑"})
ENDING = frozenset({"age", "ages", "aged", "aboard", "onboard"})
"""Words that end a noun phrase though a headline makes names of them: "Plane With 110 Aboard Crashes"."""

PARTITIVE_PRONOUNS = frozenset({"them", "whom", "which", "these", "those", "us", "you"})
MOSTLY = frozenset({"mostly", "mainly", "predominantly", "most", "largely"})
DESCRIBING = frozenset({"ADV", "ADJ", "NOUN", "PROPN", "CCONJ", "ADP", "PRON"})
REPORTS = frozenset({"reports", "report", "signs", "sign", "records", "record", "indications", "indication"})
NONE = frozenset({"no", "any", "zero"})

LOOKAHEAD = 4
"""How many tokens ahead the noun of a run of premodifiers is sought."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The phrase that names what a number counts; token indices, half-open.

    Attributes:
        start: First token, the number left out.
        end: One past its last.
        head: The head noun; None where the text leaves it out ("and wounded 15").
        partitive: The number is a part of it: "four of the miners".
    """

    start: int
    end: int
    head: int | None
    partitive: bool = False


def token_range(doc: Doc, start: int, end: int) -> tuple[int, int] | None:
    """Indices of the tokens that code points `start` to `end` touch, half-open; None where there are none."""
    touched = Wording.of(doc).touched(start, end)
    return touched if touched is not None and touched[0] < touched[1] else None


def sentence_bounds(doc: Doc, index: int) -> tuple[int, int]:
    """First token of the sentence that holds a token, and one past its last."""
    return Wording.of(doc).sentence(doc, index)


def is_break(token: Token) -> bool:
    """Whether a token ends a line."""
    return token.is_space and "\n" in token.text


def counted_phrase(doc: Doc, last: int) -> Phrase:
    """The phrase after a number that names what it counts.

    "about 90 local and foreign nurses" gives "local and foreign nurses"; "dozens of clerks" gives "clerks"; "four of
    the nine miners" gives "miners", partitive; "and wounded 15" gives an empty phrase.

    Args:
        doc: The document.
        last: One past the last token of the number.
    """
    _, end = sentence_bounds(doc, max(0, last - 1))
    start = last
    if start + 1 < end and doc[start].text in DASHES and not doc[start - 1].whitespace_:
        if doc[start + 1].pos_ in NOUNS:
            return Phrase(start=start + 1, end=start + 2, head=start + 1)
        start += 1
    start, partitive = _after_of(doc, start, end)
    if partitive and start < end and doc[start].lower_ in PARTITIVE_PRONOUNS:
        return Phrase(start=start, end=start + 1, head=None, partitive=True)
    head = _head_from(doc, start, end)
    if head is not None and head + 2 < end and _reports_none(doc, last, head):
        return counted_phrase(doc, head + 2)
    if partitive and head is not None and head + 2 < end and doc[head + 1].tag_ == "POS" and doc[head + 2].like_num:
        return replace(counted_phrase(doc, head + 3), partitive=True)
    return Phrase(start=start, end=start if head is None else head + 1, head=head, partitive=partitive)


def _reports_none(doc: Doc, last: int, head: int) -> bool:
    """Whether there is none of what is reported: "no immediate reports of injuries"; not "two reports of injuries"."""
    return doc[last - 1].lower_ in NONE and doc[head].lower_ in REPORTS and doc[head + 1].lower_ == "of"


def described_end(doc: Doc, phrase: Phrase) -> int:
    """One past the words that describe what is counted: an "of" complement, and ", mostly women and children"."""
    if phrase.head is None:
        return phrase.end
    _, end = sentence_bounds(doc, phrase.head)
    index = phrase.end
    if index + 1 < end and doc[index].lower_ == "of":
        inner = counted_phrase(doc, index)
        index = inner.end if inner.head is not None else index
    mostly = index + 1 if index < end and doc[index].text == "," else index
    if mostly < end and doc[mostly].lower_ in MOSTLY:
        while mostly < end and doc[mostly].pos_ in DESCRIBING:
            mostly += 1
        return mostly
    return index


def _after_of(doc: Doc, start: int, end: int) -> tuple[int, bool]:
    """Where the phrase begins after "of the nine", and whether the number is a part of it; "dozens of" is none."""
    index = start
    if index + 1 < end and doc[index].lower_ == "out" and doc[index + 1].lower_ == "of":
        index += 1
    if index >= end or doc[index].lower_ != "of":
        return start, False
    index += 1
    number = doc[start - 1]
    partitive = number.is_digit or not number.lower_.endswith("s")
    while index < end and (doc[index].tag_ in DETERMINERS or doc[index].like_num):
        partitive = True
        index += 1
    return index, partitive or (index < end and doc[index].lower_ in PARTITIVE_PRONOUNS)


def _head_from(doc: Doc, start: int, end: int) -> int | None:
    """The last noun of the noun phrase that begins at a token."""
    index, head = start, None
    while index < end and _continues(doc, index, end, head):
        if doc[index].text in {"(", "["}:
            index = _after_brackets(doc, index, end) or index + 1
            continue
        if doc[index].pos_ in NOUNS:
            head = index
        index += 1
    return head


def _continues(doc: Doc, index: int, end: int, head: int | None) -> bool:
    """Whether the token at `index` goes on with a noun phrase whose last noun so far is `head`."""
    token = doc[index]
    foreign_time = head is not None and token.ent_type_ in TIMES and token.ent_type_ != doc[head].ent_type_
    if is_break(token) or foreign_time or token.lower_ in ENDING:
        return False
    for applies, goes_on in CONTINUATIONS:
        if applies(token):
            return goes_on(doc, index, end, head)
    return token.tag_ == "POS"


def _noun_goes_on(doc: Doc, index: int, _end: int, head: int | None) -> bool:
    """After a plural only another plural or its own head goes on: "200 farmers Tuesday" has ended."""
    token = doc[index]
    if head is None or head != index - 1 or doc[head].tag_ not in PLURALS or token.tag_ in PLURALS:
        return True
    return token.dep_ not in {"npadvmod", "dobj", "ROOT"} and doc[head].head == token


def _modifier_goes_on(doc: Doc, index: int, end: int, head: int | None) -> bool:
    if head is not None and doc[head].tag_ in PLURALS:
        return False
    return doc[index].text.endswith("-") or _noun_follows(doc, index + 1, end)


def _mark_goes_on(doc: Doc, index: int, end: int, _head: int | None) -> bool:
    if index + 1 >= end or (doc[index].text in DASHES and doc[index - 1].whitespace_):
        return False
    return _premodifies(doc[index + 1]) or doc[index + 1].pos_ in NOUNS


def _adverb_goes_on(doc: Doc, index: int, end: int, head: int | None) -> bool:
    """As in "five most recent floods", "90 mainly-Danish guests"."""
    if head is not None or index + 1 >= end:
        return False
    follows = index + 2 if doc[index + 1].text in DASHES else index + 1
    return follows < end and _premodifies(doc[follows]) and _noun_follows(doc, follows, end)


def _and_goes_on(doc: Doc, index: int, end: int, head: int | None) -> bool:
    """As in "local and foreign nurses", "fire- and bomb-proof walls", "oil and gas rigs", "medical and aid workers".

    Not as in "40 men and boys".
    """
    if index + 1 >= end:
        return False
    last = doc[index - 1]
    if head == index - 1 and last.tag_ == "NN":
        return any(token.tag_ == "NNS" for token in doc[index + 1 : min(end, index + LOOKAHEAD)])
    adjectives = last.pos_ == "ADJ" and (doc[index + 1].pos_ == "ADJ" or _names_kind(doc, index + 1, end))
    return (last.text in DASHES or last.text.endswith("-") or adjectives) and _noun_follows(doc, index + 1, end)


def _names_kind(doc: Doc, index: int, end: int) -> bool:
    """Whether a noun only tells the kind of the plural after it: "cruise missiles"."""
    return doc[index].tag_ == "NN" and index + 1 < end and doc[index + 1].tag_ in PLURALS


def _bracket_goes_on(doc: Doc, index: int, end: int, _head: int | None) -> bool:
    return _after_brackets(doc, index, end) is not None


def _after_brackets(doc: Doc, index: int, end: int) -> int | None:
    """One past a short bracket that a noun follows: "front (ABC) fighters"."""
    for close in range(index + 1, min(end, index + LOOKAHEAD + 1)):
        if doc[close].text in {")", "]"}:
            return close + 1 if close + 1 < end and doc[close + 1].pos_ in NOUNS else None
    return None


def _noun_follows(doc: Doc, index: int, end: int) -> bool:
    """Whether a noun ends the run of premodifiers: "30 confirmed cases" has one, "30 confirmed dead" none."""
    for token in doc[index : min(end, index + LOOKAHEAD)]:
        if token.pos_ in NOUNS:
            return True
        joins = token.tag_ == "CC" and token.i + 1 < end and _premodifies(doc[token.i + 1])
        if not (_premodifies(token) or joins or token.text in DASHES or token.text in QUOTES):
            return False
    return False


def _premodifies(token: Token) -> bool:
    return token.pos_ == "ADJ" or token.tag_ in PARTICIPLES or (token.pos_ == "VERB" and token.dep_ == "amod")


CONTINUATIONS: tuple[tuple[Callable[[Token], bool], Callable[[Doc, int, int, int | None], bool]], ...] = (
    (lambda token: token.pos_ in NOUNS, _noun_goes_on),
    (_premodifies, _modifier_goes_on),
    (lambda token: token.text in DASHES or token.text in QUOTES, _mark_goes_on),
    (lambda token: token.tag_ in ADVERBS, _adverb_goes_on),
    (lambda token: token.tag_ == "CC", _and_goes_on),
    (lambda token: token.text in {"(", "["}, _bracket_goes_on),
)
"""Which tokens may stand inside a noun phrase, and what decides."""
