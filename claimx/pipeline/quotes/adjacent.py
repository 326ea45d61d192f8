"""Find the cue beside quotation marks by the words that stand there: the parse is at its worst around marks."""

from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.layers import Frame
from claimx.pipeline.quotes.forms import cue_by_form
from claimx.pipeline.quotes.nounphrases import is_break, is_time, noun_phrase
from claimx.pipeline.quotes.outer import is_somebody, near_source, outer_source
from claimx.pipeline.quotes.subjects import is_passive, subject_before, subject_of
from claimx.pipeline.quotes.words import CueWords

REACH = 45
"""Tokens between a quotation and its cue, a long apposition included."""

SENTENCE_ENDS = frozenset({".", "?", "!"})
SPEECH_ENDS = frozenset({",", "?", "!"})
HEARD = frozenset({"tell", "ask", "answer", "warn"})
"""Entries of verbs whose object is whoever hears the words."""
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
    if _is_cue(doc[first], words) and not _is_noun_use(doc[first]):
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
    end = _phrase_end(doc, first, stop) if size and first < stop else first
    return Frame((index, first), (first, end), (), "after", "say", Decimal("0.9")) if end > first else None


def _any_verb(doc: Doc, index: int, stop: int) -> Frame | None:
    """A verb of any sense right behind a speech, with somebody's name: “We won!” beamed Ana Lind."""
    verb = doc[index]
    if verb.tag_ != "VBD" or index + 1 >= stop or doc[index + 1].ent_type_ != "PERSON":
        return None
    end = _phrase_end(doc, index + 1, stop)
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
    end = _phrase_end(doc, after + 1, limit)
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


def _is_cue(token: Token, words: CueWords) -> bool:
    sense = words.verb(token)
    if sense is None or not (token.pos_ in {"VERB", "AUX"} or token.tag_.startswith("VB")):
        return False
    before = token.nbor(-1).lower_ if token.i else ""
    return before not in {"-", "so"}  # "so-called", "self-described"


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
    while index < stop and doc[index].pos_ in {"ADV", "PART"} and not _is_capital(doc[index]):
        index += 1
    if index < stop and doc[verb].tag_ != "VBG" and (_starts_phrase(doc[index]) or _is_attribute(doc, index, stop)):
        end = _phrase_end(doc, index, stop)
        if end > index:
            return Frame((verb, verb + 1), (index, end), (), "after", "say", Decimal("0.95"))
    subject = subject_of(doc[verb])
    source = noun_phrase(subject, outside=verb) if subject is not None and not is_passive(doc[verb]) else None
    return Frame((verb, verb + 1), source, (), "after", "say", Decimal("0.7")) if source else None


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper()


def _is_attribute(doc: Doc, index: int, stop: int) -> bool:
    """Whether a participle belongs to the noun behind it: said retired judge Ana Lind."""
    return index + 1 < stop and doc[index].tag_ == "VBN" and doc[index + 1].pos_ in {"NOUN", "PROPN", "ADJ"}


def _starts_phrase(token: Token) -> bool:
    if token.pos_ == "ADP" or token.lower_ in {"that", "to", "in", "on", "at"}:
        return False
    if token.pos_ == "ADV":  # "said Marsh", where the tagger does not know the name
        return _is_capital(token)
    return token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X"} and token.ent_type_ != "DATE"


def _phrase_end(doc: Doc, start: int, stop: int) -> int:
    """Where a phrase that names somebody ends: at a comma, a verb, a time, a preposition but "of" and "for"."""
    index = start
    while index < stop:
        token = doc[index]
        other = token.pos_ in {"VERB", "AUX", "SCONJ", "ADV"} and not (
            index == start and (_is_capital(token) or _is_attribute(doc, index, stop))
        )
        if is_break(token) or other or token.lower_ in {"who", "which"}:
            break
        if token.ent_type_ in {"DATE", "TIME"} and token.pos_ in {"PROPN", "NOUN"} and index > start:
            break
        if token.pos_ == "ADP" and token.lower_ not in {"of", "for"} and not _inside_name(token):
            break
        index += 1
    while index > start and doc[index - 1].pos_ in {"CCONJ", "PUNCT", "ADP", "DET", "PART"}:
        if doc[index - 1].pos_ == "PART" and index - 1 > start:
            break
        index -= 1
    return index


def _inside_name(token: Token) -> bool:
    return token.ent_type_ in {"ORG", "PERSON", "GPE", "FAC"} and token.ent_iob_ == "I"


def _subject_first(doc: Doc, start: int, stop: int, words: CueWords) -> Frame | None:
    """Speaker first: "the mayor, a former pilot, told reporters"."""
    if not _starts_phrase(doc[start]) or doc[start].lower_ in NOT_SPEAKERS:
        return None
    end = _phrase_end(doc, start, stop)
    if end <= start:
        return None
    index = end
    while index < stop:
        token = doc[index]
        if _is_cue(token, words) and token.tag_ not in {"VBG", "VB"} and not _within_apposition(doc, end, index):
            if _does_something(token, words):
                return None
            return Frame((index, index + 1), (start, end), (), "after", "say", Decimal("0.95"))
        if _is_main_verb(token) and not _within_apposition(doc, end, index):
            quoted = token.lower_ in {"quoted", "cited"} and index + 2 < stop and doc[index + 1].lower_ == "as"
            return Frame((index + 2, index + 3), (start, end), (), "after", "say", Decimal("0.9")) if quoted else None
        index += 1
    return None


def _does_something(verb: Token, words: CueWords) -> bool:
    """Whether a verb has a thing for its object: “High Water,” the author wrote a blog; but not: told the crowd."""
    sense = words.verb(verb)
    if sense is None or "object_infinitive" in sense.complements or _has_hearer(verb, words):
        return False
    things = [child for child in verb.children if child.dep_ == "dobj" and child.i > verb.i and child.pos_ == "NOUN"]
    return any(thing.lemma_.lower() not in words.speakers for thing in things)


def _has_hearer(verb: Token, words: CueWords) -> bool:
    """Whether the object of a verb is whoever hears the words: "telling reporters, “…”"."""
    sense = words.verb(verb)
    return sense is not None and any(each.id in HEARD for each in sense.entries)


def _is_main_verb(token: Token) -> bool:
    """Whether a verb is finite or stands behind one: "I had prepared a note, but chose to speak" has no cue."""
    if token.pos_ != "VERB":
        return False
    return token.tag_ in {"VBD", "VBZ", "VBP"} or (token.tag_ in {"VBN", "VBG"} and token.nbor(-1).pos_ == "AUX")


def _within_apposition(doc: Doc, start: int, index: int) -> bool:
    """Whether a verb stands in a clause put in between: "Lind, who said nothing before, told …"."""
    return any(
        doc[i].lower_ in {"who", "which", "whose", "that", "whom", "where"} for i in range(start, index)
    ) and not any(doc[i].text == "," for i in range(max(start, index - 1), index))


def cue_before(doc: Doc, index: int, limit: int, words: CueWords, frames: Sequence[Frame]) -> Frame | None:
    """The cue that leads in: The mayor said: “…”; he told the crowd, “…”; saying “…”.

    Args:
        doc: The document.
        index: The token of the opening mark.
        limit: First token that may belong to the cue.
        words: Cue words.
        frames: Frames from the parse, which know the subject best.

    Returns:
        A frame without pieces, None where nothing leads in.
    """
    last = index - 1
    while last >= limit and doc[last].is_space:
        last -= 1
    if last < limit:
        return None
    lead = doc[last].text
    according = _according_to(doc, last, limit, words) if lead in {",", ":"} else None
    if according is not None:
        return according
    for i in range(last, max(limit, last - REACH) - 1, -1):
        token = doc[i]
        if token.text in SENTENCE_ENDS or token.text == ";":
            return None
        near = lead in {",", ":"} or i == last or (i >= last - 3 and _takes_clause(token, words))
        near = near or (lead == "that" and _takes_clause(token, words))
        if not near or not _is_cue(token, words):
            continue
        known = next((frame for frame in frames if frame.cue[0] == i and frame.source is not None), None)
        if known is not None and known.source is not None and known.source[1] <= index:
            return Frame(known.cue, known.source, (), "before", known.meaning, Decimal("0.9"))
        found = _lead_in(token, limit, index, frames, words)
        return found if found is None or found.source is not None or lead in {",", ":"} else None
    return None


def _takes_clause(token: Token, words: CueWords) -> bool:
    sense = words.verb(token)
    return sense is not None and "clause" in sense.complements


def clause_cue_before(index: int, limit: int, doc: Doc, words: CueWords, frames: Sequence[Frame]) -> Frame | None:
    """The last verb of a sentence that takes a clause, where the parser has lost the clause.

    Args:
        index: The token of the opening mark.
        limit: First token of the sentence.
        doc: The document.
        words: Cue words.
        frames: Frames from the parse.
    """
    for i in range(index - 1, limit - 1, -1):
        if doc[i].text == ";":
            return None
        if not _is_cue(doc[i], words) or not _takes_clause(doc[i], words):
            continue
        known = next((frame for frame in frames if frame.cue[0] == i and frame.source is not None), None)
        frame = Frame(known.cue, known.source, (), "before", known.meaning, Decimal("0.5")) if known else None
        frame = frame or _lead_in(doc[i], limit, index, frames, words)
        if frame is not None and frame.source is not None:
            return frame
    return None


def _according_to(doc: Doc, last: int, limit: int, words: CueWords) -> Frame | None:
    """The source of "According to the port authority, “…”", "in the words of Ana Lind, “…”"."""
    for i in range(last - 1, max(limit, last - REACH), -1):
        if doc[i].text in SENTENCE_ENDS or doc[i].text == ";":
            return None
        size = next((n for n in words.phrase_sizes if _phrase_ends(doc, i, n, words)), 0)
        if size:
            end = _phrase_end(doc, i + 1, last)
            cue = (i + 1 - size, i + 1)
            return Frame(cue, (i + 1, end), (), "before", "say", Decimal("0.9")) if end > i + 1 else None
    return None


def _phrase_ends(doc: Doc, index: int, size: int, words: CueWords) -> bool:
    """Whether one of the phrases before a source ends in a token and has so many."""
    first = index + 1 - size
    return (
        first >= 0 and doc[index].lower_ in words.phrase_ends and doc[first : index + 1].text.lower() in words.sources
    )


def _lead_in(verb: Token, limit: int, index: int, frames: Sequence[Frame], words: CueWords) -> Frame | None:
    """The cue in the middle or at the end of what leads in, with its subject.

    Args:
        verb: The cue.
        limit: First token that may belong to the cue.
        index: The token of the opening mark: no subject stands behind it.
        frames: Frames from the parse.
        words: Cue words.
    """
    cue = (verb.i, verb.i + 1)
    if is_passive(verb) and verb.tag_ == "VBN" and not any(child.dep_ == "agent" for child in verb.children):
        asked = verb.i + 1 < index <= verb.i + 2 and verb.nbor(-1).pos_ == "AUX"  # "He was asked, “…”"
        return Frame(cue, None, (), "before", "say", Decimal("0.5")) if asked else None
    subject = subject_of(verb)
    if subject is not None and subject.i >= index:
        subject = None
    outer = outer_source(verb, subject.i if subject is not None else None, frames)
    if outer is not None:
        return Frame(cue, outer, (), "before", "say", Decimal("0.8"))
    if verb.tag_ == "VBG" and (subject is None or (subject.tag_ == "NN" and not is_somebody(subject))):
        near_by = near_source(verb, limit, words) or _last_source(verb, frames)
        if near_by is not None:
            return Frame(cue, near_by, (), "before", "say", Decimal("0.7"))
    if subject is not None and subject.i >= limit - REACH:
        return Frame(cue, noun_phrase(subject, outside=verb.i), (), "before", "say", Decimal("0.9"))
    near = subject_before(verb, limit)
    if near is not None:
        return Frame(cue, noun_phrase(near, outside=verb.i), (), "before", "say", Decimal("0.8"))
    behind = _source_behind(verb, index) if not _has_hearer(verb, words) else None
    return Frame(cue, behind, (), "before", "say", Decimal("0.8" if behind is not None else "0.4"))


def _source_behind(verb: Token, index: int) -> tuple[int, int] | None:
    """The source between a cue and the words: "Continued Lind: “…”"."""
    if verb.i + 1 >= index or not _starts_phrase(verb.nbor()):
        return None
    end = _phrase_end(verb.doc, verb.i + 1, index)
    return (verb.i + 1, end) if end in {index - 1, index} else None


def _last_source(verb: Token, frames: Sequence[Frame]) -> tuple[int, int] | None:
    """Who spoke last before a participle, in its paragraph: “… messy.” Adding, “…”."""
    said = [frame for frame in frames if frame.cue[0] < verb.i and frame.source is not None]
    last = max(said, key=lambda frame: frame.cue, default=None)
    near = last is not None and not any(token.is_space for token in verb.doc[last.cue[0] : verb.i])
    return last.source if last is not None and near else None
