"""Find the cue behind quotation marks by the words that stand there."""

from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.forms import cue_by_form
from claimx.pipeline.quotes.nounphrases import is_time, noun_phrase
from claimx.pipeline.quotes.subjects import is_passive, subject_of
from claimx.pipeline.quotes.surface import (
    REACH,
    SENTENCE_ENDS,
    has_hearer,
    is_attribute,
    is_capital,
    is_cue,
    phrase_end,
    starts_phrase,
)
from claimx.pipeline.quotes.words import CueWords

SPEECH_ENDS = frozenset({",", "?", "!"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
NOT_SPEAKERS = frozenset({"which", "what", "this", "there", "here", "where", "when"})


def cue_after(doc: Doc, index: int, limit: int, words: CueWords) -> Frame | None:
    """The cue that follows a quotation: “…,” said the mayor; “…,” the mayor, who is 61, told the paper.

    Args:
        doc: The document.
        index: First token after the closing mark.
        limit: One past the last token that may belong to the cue (the next quotation or the paragraph's end).
        words: Cue words.

    Returns:
        A frame without pieces, None where none follows.
    """
    while index < limit and (doc[index].is_space or doc[index].text in {",", "—", "–", "--", "-"}):
        index += 1
    stop = _sentence_end(doc, index, min(limit, index + REACH))
    if index >= stop:
        return None
    first = _skip_adverbs(doc, index, stop)
    if is_cue(doc[first], words) and not _is_noun_use(doc[first]):
        if doc[first].tag_ == "VBG":  # “…”, adding that …: another quotation
            return None
        return _inverted(doc, first, stop)
    speech = index > 1 and any(doc[i].text in SPEECH_ENDS for i in range(index - 2, index))
    found = _subject_first(doc, index, stop, words)
    if found is not None or not speech:
        return found
    return _any_verb(doc, index, stop) or _by_source(doc, index, stop, words) or cue_by_form(doc, index, stop, words)


def _by_source(doc: Doc, index: int, stop: int, words: CueWords) -> Frame | None:
    """A source with no verb: “The dam is old,” according to the port authority."""
    size = next((n for n in words.phrase_sizes if doc[index : index + n].text.lower() in words.sources), 0)
    first = index + size
    end = phrase_end(doc, first, stop) if size and first < stop else first
    return Frame((index, first), (first, end), (), "after", "say", Decimal("0.9")) if end > first else None


def _any_verb(doc: Doc, index: int, stop: int) -> Frame | None:
    """A verb of any sense right behind a speech, with somebody's name: “We won!” beamed Ana Lind."""
    verb = doc[index]
    if verb.tag_ != "VBD" or index + 1 >= stop or doc[index + 1].ent_type_ != "PERSON":
        return None
    end = phrase_end(doc, index + 1, stop)
    return Frame((index, index + 1), (index + 1, end), (), "after", "say", Decimal("0.6")) if end > index + 1 else None


def named_by(doc: Doc, before: int, after: int, limit: int, words: CueWords) -> Frame | None:
    """Who gives something a name in the passive: was described as “a fast track” by port spokesman Imre Kolb.

    Args:
        doc: The document.
        before: The token of the opening mark.
        after: First token after the closing mark.
        limit: One past the last token of the paragraph.
        words: Cue words.
    """
    if after + 1 >= limit or doc[after].lower_ != "by":
        return None
    verb = next((token for token in reversed(doc[max(0, before - 2) : before]) if token.tag_ in {"VBN", "VBD"}), None)
    sense = words.verb(verb) if verb is not None else None
    if verb is None or sense is None or all(entry.meaning != "call" for entry in sense.entries):
        return None
    end = phrase_end(doc, after + 1, limit)
    return (
        Frame((verb.i, verb.i + 1), (after + 1, end), (), "after", "call", Decimal("0.8")) if end > after + 1 else None
    )


def is_tag(doc: Doc, frame: Frame, start: int, limit: int) -> bool:
    """Whether a cue and its source are a whole sentence behind a quotation that ends in a stop: “We left.” Lind said.

    Args:
        doc: The document.
        frame: The cue and its source.
        start: First token after the closing mark.
        limit: One past the last token of the paragraph.
    """
    if frame.source is None or min(frame.source[0], frame.cue[0]) != start:
        return False
    end = max(frame.source[1], frame.cue[1])
    while end < limit and is_time(doc[end]):
        end += 1
    return end == limit or doc[end].text in SENTENCE_ENDS or doc[end].is_space


def _skip_adverbs(doc: Doc, index: int, stop: int) -> int:
    while index + 1 < stop and doc[index].pos_ in {"ADV", "AUX"}:
        index += 1
    return index


def _is_noun_use(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).pos_ == "DET"


def _sentence_end(doc: Doc, start: int, limit: int) -> int:
    for index in range(start, limit):
        if doc[index].text in SENTENCE_ENDS:
            return index
    return limit


def _inverted(doc: Doc, verb: int, stop: int) -> Frame | None:
    """Verb first: "said the mayor", "wrote Dr. Lind"."""
    index = verb + 1
    while index < stop and doc[index].pos_ in {"ADV", "PART"} and not is_capital(doc[index]):
        index += 1
    if index < stop and doc[verb].tag_ != "VBG" and (starts_phrase(doc[index]) or is_attribute(doc, index, stop)):
        end = phrase_end(doc, index, stop)
        if end > index:
            return Frame((verb, verb + 1), (index, end), (), "after", "say", Decimal("0.95"))
    subject = subject_of(doc[verb])
    source = noun_phrase(subject, outside=verb) if subject is not None and not is_passive(doc[verb]) else None
    return Frame((verb, verb + 1), source, (), "after", "say", Decimal("0.7")) if source else None


def _subject_first(doc: Doc, start: int, stop: int, words: CueWords) -> Frame | None:
    """Speaker first: "the mayor, a former pilot, told reporters"."""
    if not starts_phrase(doc[start]) or doc[start].lower_ in NOT_SPEAKERS:
        return None
    end = phrase_end(doc, start, stop)
    if end <= start:
        return None
    index = end
    while index < stop:
        token = doc[index]
        if is_cue(token, words) and token.tag_ not in {"VBG", "VB"} and not _within_apposition(doc, end, index):
            if _does_something(token, words):
                return None
            return Frame((index, index + 1), (start, end), (), "after", "say", Decimal("0.95"))
        if (
            _is_main_verb(token)
            and not _within_apposition(doc, end, index)
            and not _in_commas(doc, end, index, stop, words)
        ):
            quoted = token.lower_ in {"quoted", "cited"} and index + 2 < stop and doc[index + 1].lower_ == "as"
            return Frame((index + 2, index + 3), (start, end), (), "after", "say", Decimal("0.9")) if quoted else None
        index += 1
    return None


def _in_commas(doc: Doc, start: int, index: int, stop: int, words: CueWords) -> bool:
    """Whether a verb stands in a phrase that a cue follows: the tagger errs in "Lind, now 81 and retired, told …"."""
    if doc[start].text != "," or doc[index - 1].text == ",":
        return False
    return any(
        doc[i - 1].text == "," and is_cue(doc[i], words) and doc[i].tag_ in FINITE for i in range(index + 1, stop)
    )


def _does_something(verb: Token, words: CueWords) -> bool:
    """Whether a verb has a thing for its object: “High Water,” the author wrote a blog; but not: told the crowd."""
    sense = words.verb(verb)
    if sense is None or "object_infinitive" in sense.complements or has_hearer(verb, words):
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i and child.pos_ == "NOUN"]
    return any(thing.lemma_.lower() not in words.speakers for thing in things)


def _is_main_verb(token: Token) -> bool:
    """Whether a verb is finite or stands behind one: "I had prepared a note, but chose to speak" has no cue."""
    if token.pos_ != "VERB":
        return False
    return token.tag_ in FINITE or (token.tag_ in {"VBN", "VBG"} and token.nbor(-1).pos_ == "AUX")


def _within_apposition(doc: Doc, start: int, index: int) -> bool:
    """Whether a verb stands in a clause put in between: "Lind, who said nothing before, told …"."""
    return any(
        doc[i].lower_ in {"who", "which", "whose", "that", "whom", "where"} for i in range(start, index)
    ) and not any(doc[i].text == "," for i in range(max(start, index - 1), index))
