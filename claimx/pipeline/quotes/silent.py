"""Tell titles, nicknames and terms in quotation marks from words that somebody said."""

from spacy.tokens import Doc

from claimx.pipeline.quotes.stretches import MarkedTokens
from claimx.pipeline.quotes.words import CueWords
from claimx.pipeline.wording import Wording

LONGEST_TITLE = 8
WORDS_BEFORE = 3
SMALL = frozenset({"a", "an", "the", "of", "in", "on", "and", "or", "to", "for", "with", "at", "by", "from"})


def is_bare_title(doc: Doc, stretch: MarkedTokens) -> bool:
    """Whether words in marks that no cue stands beside look like a title, with nothing before them that tells."""
    return not _words_before(doc, stretch) and _looks_like_title(doc, stretch)


def is_term(doc: Doc, stretch: MarkedTokens, words: CueWords) -> bool:
    """Whether the words in marks are a name or a title by their looks and by what stands before them.

    "on the talk show “Night Desk”", "the fighter known as “the Fox”".
    """
    at = stretch.marked.outer_start
    if at and Wording.of(doc).text[at - 1] == "=":  # <tweet author="…">
        return True
    if _is_nickname(doc, stretch) or _is_reference(doc, stretch):
        return True
    before = _words_before(doc, stretch)
    if len(before) > 1 and before[-1] == "as" and before[-2] in words.naming:
        return True
    passive = bool(before) and before[-1] in words.naming and _is_passive(doc, stretch)
    if passive:
        return True
    if not before and _follows_work(doc, stretch, words) and _looks_like_title(doc, stretch):
        return True
    told = before and (before[-1] in words.works or before[-1] in {"'s", "’s", "on", "to", "of", "in", "the", "with"})
    heard = bool(before) and before[-1] == "told" and stretch.size > 1  # told “Night and Day”, a programme
    return (bool(told) or heard) and _looks_like_title(doc, stretch)


def _is_nickname(doc: Doc, stretch: MarkedTokens) -> bool:
    """Whether the marks stand within a name: Runa “Tide” Falk."""
    first, last = stretch.before - 1, stretch.after
    if first < stretch.first or last >= stretch.last or stretch.size > WORDS_BEFORE:
        return False
    around = all(doc[i].pos_ == "PROPN" and doc[i].text[:1].isupper() for i in (first, last))
    return around and _looks_like_title(doc, stretch)


def _is_reference(doc: Doc, stretch: MarkedTokens) -> bool:
    """Whether a line gives the title, outlet and date of an article: “Harbour shut” — Velda Times, May 3, 2019."""
    at = stretch.after
    if at + 2 >= stretch.last or doc[at].text not in {"—", "–", "-", "--"} or doc[at + 1].ent_type_ == "PERSON":
        return False
    line = [token for token in doc[at + 1 : stretch.last] if not token.is_space and not token.is_punct]
    dated = bool(line) and line[-1].ent_type_ == "DATE" and line[0].ent_type_ != "DATE"
    return dated and not any(token.pos_ in {"VERB", "AUX"} for token in line)


def _follows_work(doc: Doc, stretch: MarkedTokens, words: CueWords) -> bool:
    """Whether the marks stand in apposition to a work: her new book, “Northern Light,”."""
    index = stretch.before - 1
    return index > stretch.first and doc[index].text == "," and doc[index - 1].lower_ in words.works


def _words_before(doc: Doc, stretch: MarkedTokens) -> list[str]:
    index = stretch.before - 1
    out: list[str] = []
    while index >= stretch.first and len(out) < WORDS_BEFORE:
        token = doc[index]
        if token.is_punct or token.is_space:
            break
        out.append(token.lower_)
        index -= 1
    return out[::-1]


def _is_passive(doc: Doc, stretch: MarkedTokens) -> bool:
    """Whether nobody is named who calls it so: "a group called “…”", "is called “…”"."""
    verb = doc[stretch.before - 1]
    if verb.tag_ != "VBN":
        return False
    return verb.dep_ == "acl" or any(child.dep_ == "auxpass" for child in verb.children)


def _looks_like_title(doc: Doc, stretch: MarkedTokens) -> bool:
    """All words but the small ones have capitals, and no clause ends inside the marks."""
    tokens = [token for token in doc[stretch.start : stretch.end] if token.is_alpha]
    if not tokens or len(tokens) > LONGEST_TITLE or any(t.text in {"?", "!"} for t in doc[stretch.start : stretch.end]):
        return False
    capital = [token for token in tokens if token.text[:1].isupper()]
    return all(token.text[:1].isupper() or token.lower_ in SMALL for token in tokens) and len(capital) > 0
