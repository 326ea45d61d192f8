"""Read a phrase that names a speaker: pronoun, name or description; role, country, kind."""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span, Token

from claimx.lexicon.speakers import LONGEST_NOUN, Gender
from claimx.pipeline.speakers.anonymity import is_unnamed
from claimx.pipeline.speakers.vocabulary import SpeakerNoun, SpeakerWords
from claimx.records.speaker import SpeakerKind
from claimx.textual.names import without_title

Form = Literal["pronoun", "name", "description"]

PRONOUNS: dict[str, tuple[Gender | None, Literal["person", "thing", "many", "self", "relative"]]] = {
    "he": ("m", "person"), "him": ("m", "person"), "himself": ("m", "person"), "his": ("m", "person"),
    "she": ("f", "person"), "her": ("f", "person"), "herself": ("f", "person"),
    "it": (None, "thing"), "its": (None, "thing"), "itself": (None, "thing"),
    "they": (None, "many"), "them": (None, "many"), "their": (None, "many"),
    "i": (None, "self"), "we": (None, "self"), "me": (None, "self"), "us": (None, "self"), "you": (None, "self"),
    "my": (None, "self"), "our": (None, "self"),
    "who": (None, "relative"), "which": (None, "relative"), "that": (None, "relative"), "whom": (None, "relative"),
}  # fmt: skip
BY_LABEL: dict[str, SpeakerKind] = {
    "GPE": "government", "NORP": "government", "LOC": "government", "ORG": "organization", "FAC": "organization",
    "PRODUCT": "organization", "WORK_OF_ART": "organization",
}  # fmt: skip
CONNECTORS = frozenset({"of", "for", "and", "the", "&", "-", "’s", "'s", "’", "'", "on"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says of the speaker it names.

    Attributes:
        start: First token.
        end: One past the last.
        form: Pronoun, name or description.
        kind: What sort of speaker; None for a pronoun.
        name: The proper name, without titles; the phrase without its article where it is a description.
        role: The words for office or work, as written.
        noun: The noun of the role or of the description.
        nations: Countries named in the phrase, sorted.
        modifiers: Further words of the phrase in lower case, sorted.
        gender: Where the words tell it.
        definite: Whether a description points back ("the spokesman", "Norway's spokesman").
    """

    start: int
    end: int
    form: Form
    kind: SpeakerKind | None
    name: str
    role: str | None = None
    noun: str | None = None
    nations: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    gender: Gender | None = None
    definite: bool = False


def read_phrase(doc: Doc, start: int, end: int, words: SpeakerWords) -> Phrase:
    """Read the phrase of tokens `start` to `end`."""
    span = doc[start:end]
    if len(span) == 1 and is_pronoun(span[0]):
        gender, _ = PRONOUNS[span[0].lower_]
        return Phrase(start, end, "pronoun", None, span.text, gender=gender)
    head = span.root if len(span) > 1 else span[0]
    name = name_around(head, start, end, words)
    if name is None:
        return _description(span, head, words)
    return _named(span, name, words)


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun and not an acronym: WHO, US."""
    return token.lower_ in PRONOUNS and (len(token.text) == 1 or not token.text.isupper())


def name_around(head: Token, start: int, end: int, words: SpeakerWords) -> tuple[int, int] | None:
    """Tokens of the proper name that a phrase's head belongs to, titles and roles before it left out."""
    if not is_name_token(head, words):
        return None
    first, last = head.i, head.i + 1
    while first > start and _joins(head.doc[first - 1], words, ahead=head.doc[first]):
        first -= 1
    while last < end and _joins(head.doc[last], words, ahead=None):
        last += 1
    dash = next(
        (i for i in range(first, last - 1) if head.doc[i].text == "-" and _ends_name(head.doc[i + 1], words)), None
    )
    last = dash if dash is not None and dash > first else last
    while last > head.i + 1 and head.doc[last - 1].lower_ in CONNECTORS:
        last -= 1
    if head.ent_type_ in {"ORG", "GPE", "FAC", "NORP", "LOC"} and not _has_title(head.doc, first, last, words):
        return first, last
    return _without_role(head.doc, first, last, words)


def is_name_token(token: Token, words: SpeakerWords) -> bool:
    """Whether a token is part of a proper name; in old newswire names are in lower case, and only the tag tells."""
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        noun = words.noun(token.lower_)
        if noun is not None and noun.kind == "role":  # "Fiji PM": an office, whatever the tagger says
            return token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
        return noun is None or token.ent_type_ in {"PERSON", "ORG", "GPE"}
    return token.ent_type_ in {"ORG", "GPE"} and token.text[:1].isupper()


def _is_title(token: Token, words: SpeakerWords) -> bool:
    return token.lower_.rstrip(".") in words.names.titles or token.text == "."


def _has_title(doc: Doc, first: int, last: int, words: SpeakerWords) -> bool:
    """Whether a title tells that a name is a person's, whatever the entity tagger says: "Bishop Tadesse"."""
    if last - first < 2:  # noqa: PLR2004 - a title and a name
        return False
    noun = words.noun(doc[last - 1].lower_)
    if noun is not None and noun.kind != "role":
        return False
    word = doc[first].lower_.rstrip(".")
    role = words.noun(word)
    is_role = role is not None and role.kind == "role"
    outside = is_role and (doc[first].ent_type_ == "" or words.is_country(doc[first + 1 : last].text))
    return word in words.sure_titles or doc[first].text in words.pointed_titles or outside


def _joins(token: Token, words: SpeakerWords, ahead: Token | None) -> bool:
    if token.text == "-":
        return not token.whitespace_
    if token.lower_ in words.names.particles:
        return True
    if token.pos_ == "PROPN" or token.ent_type_ == "PERSON":
        return True
    same_entity = ahead is not None and ahead.ent_iob_ == "I" and ahead.ent_type_ in {"ORG", "GPE", "PERSON", "FAC"}
    return same_entity or (token.ent_iob_ == "I" and token.ent_type_ in {"ORG", "GPE", "PERSON", "FAC"})


def _ends_name(token: Token, words: SpeakerWords) -> bool:
    """Whether what follows a hyphen is no part of a name: "Ana Lind-director of the port"."""
    noun = words.noun(token.lower_)
    return token.text[:1].islower() and noun is not None and noun.kind == "role"


def _without_role(doc: Doc, first: int, last: int, words: SpeakerWords) -> tuple[int, int]:
    """The name without the role before it: of "Foreign Ministry Spokesman Karim Haddad" the last two."""
    for index in range(last - 2, first - 1, -1):
        token = doc[index]
        noun = words.noun(token.lower_)
        is_part = token.ent_type_ == "PERSON" and token.ent_iob_ == "I"
        if noun is not None and noun.kind in {"role", "organization", "government"} and not is_part:
            elect = index + 2 if doc[index + 1].text == "-" and doc[index + 2].lower_ == "elect" else index
            return elect + 1, last
    while first + 1 < last and (doc[first].is_space or doc[first].lower_ in words.days):
        first += 1
    while first + 1 < last and (words.nations.get(doc[first].lower_) or _is_title(doc[first], words)):
        first += 1
    return first, last


def longest_noun(tokens: list[Token], words: SpeakerWords) -> tuple[SpeakerNoun, int, int] | None:
    """The noun of a role or description that ends last, with the tokens it covers as indices into the list."""
    for last in range(len(tokens), 0, -1):
        for first in range(max(0, last - LONGEST_NOUN), last):
            found = words.noun(" ".join(token.text for token in tokens[first:last]))
            if found is not None:
                return found, first, last
    return None


def _named(span: Span, name: tuple[int, int], words: SpeakerWords) -> Phrase:
    doc = span.doc
    named = doc[name[0] : name[1]]
    written = named.text
    ahead = doc[span.start : name[0]] if name[0] > span.start else ()
    before = [token for token in ahead if not token.is_punct]
    found = longest_noun(before, words)
    role = _role_text(doc, before, found)
    kind = _kind_of_name(named, written, found, words)
    gender = _gender(doc[name[0]], before, found, words) if kind == "person" else None
    return Phrase(
        span.start,
        span.end,
        "name",
        kind,
        without_title(written, words.names) if kind == "person" else written,
        role=role if kind == "person" else None,
        noun=found[0].same if found and kind == "person" else None,
        nations=_nations(before, words),
        modifiers=_modifiers(before, words),
        gender=gender,
        definite=True,
    )


def _gender(
    first: Token, before: list[Token], found: tuple[SpeakerNoun, int, int] | None, words: SpeakerWords
) -> Gender | None:
    """The gender that a title, a role or the first name tells."""
    titles = (words.genders.get(token.lower_.rstrip(".")) for token in before)
    by_title = next((gender for gender in titles if gender is not None), None)
    by_role = found[0].gender if found else None
    is_first = first.i + 1 < len(first.doc) and first.nbor().pos_ == "PROPN"
    given = words.given.get(first.lower_)
    return by_title or by_role or (given if is_first or given == "f" else None)  # Thomas alone may be a surname


def _role_text(doc: Doc, before: list[Token], found: tuple[SpeakerNoun, int, int] | None) -> str | None:
    if found is None or found[0].kind != "role":
        return None
    tokens = [token for token in before[: found[2]] if token.pos_ != "DET"]
    return doc[tokens[0].i : tokens[-1].i + 1].text if tokens else None


def _kind_of_name(
    name: Span, written: str, found: tuple[SpeakerNoun, int, int] | None, words: SpeakerWords
) -> SpeakerKind:
    """What sort of bearer a name has: by its country, the role before it, its last noun, the entity tagger."""
    label = (name.root if len(name) > 1 else name[0]).ent_type_
    last = words.noun(written.removeprefix("The ").removeprefix("the ")) or words.noun(name[-1].lower_)
    if last is not None and last.kind == "organization" and label in {"GPE", "NORP"}:
        return "organization"
    start = found[1] if found is not None else 0
    titled = name.start > 0 and _has_title(name.doc, max(0, name.start - 1 - start), name.end, words)
    if label != "PERSON" and (words.is_country(written) or (words.nation(written) is not None and not titled)):
        return "government"
    if titled or _is_given(name, words):
        return "person"
    if found is not None and found[0].kind == "role":
        return "person"
    if last is not None and last.kind in {"organization", "government", "document"} and len(name) > 1:
        return last.kind
    is_body = written in words.agencies or (len(name) == 1 and written.isupper() and label != "PERSON")
    return BY_LABEL.get(label, "organization" if is_body else "person")


def _is_given(name: Span, words: SpeakerWords) -> bool:
    """Whether a name of two words begins with a first name and ends in no body's noun."""
    two = len(name) == 2 and name[0].lower_ in words.given  # noqa: PLR2004 - a first name and a surname
    return two and words.noun(name[-1].lower_) is None and name[-1].text[:1].isupper() and not name[-1].text.isupper()


def _description(span: Span, head: Token, words: SpeakerWords) -> Phrase:
    tokens = [token for token in span if token.i <= head.i and not token.is_punct]
    found = longest_noun([token for token in tokens if token.i > head.i - LONGEST_NOUN], words)
    start = span.start
    while start < span.end - 1 and span.doc[start].pos_ == "DET":
        start += 1
    noun = found[0] if found else None
    first = span[0]
    definite = first.lower_ in {"the", "this", "that", "his", "her", "its", "their"} or any(
        token.dep_ in {"poss", "case"} or token.ent_type_ in {"GPE", "NORP", "ORG"} for token in tokens
    )
    return Phrase(
        span.start,
        span.end,
        "description",
        _kind_of_description(span, head, noun, words),
        _without_ending(span.doc[start : _name_end(span, head, noun)].text),
        role=_without_ending(span.doc[start : span.end].text) if noun is not None and noun.kind == "role" else None,
        noun=noun.same if noun else head.lemma_.lower(),
        nations=_nations(list(span), words),
        modifiers=_modifiers(list(span), words),
        gender=noun.gender if noun else None,
        definite=definite and first.lower_ not in {"a", "an"},
    )


def _without_ending(written: str) -> str:
    """The words without a possessive ending: "engineer" of "the engineer’s claim that …"."""
    return written.removesuffix("’s").removesuffix("'s")


def _name_end(span: Span, head: Token, noun: SpeakerNoun | None) -> int:
    """Where the name of a description ends: a document is named without "released last year"."""
    if noun is not None and noun.kind == "document":
        clause = next((child for child in head.rights if _is_aside(child) and child.i < span.end), None)
        if clause is not None and clause.left_edge.i > head.i:
            return clause.left_edge.i
    return span.end


def _is_aside(clause: Token) -> bool:
    return clause.dep_ in {"acl", "relcl"} and not any(child.dep_ == "agent" for child in clause.children)


def _kind_of_description(span: Span, head: Token, noun: SpeakerNoun | None, words: SpeakerWords) -> SpeakerKind:
    kind = _kind_of_noun(head, noun)
    return "anonymous" if kind in {"person", "collective"} and is_unnamed(span, words) else kind


def _kind_of_noun(head: Token, noun: SpeakerNoun | None) -> SpeakerKind:
    if noun is None:
        return "collective" if head.tag_ in {"NNS", "NNPS"} else "person"
    if noun.kind == "role":
        return "collective" if head.tag_ == "NNS" else "person"
    return noun.kind


def _nations(tokens: list[Token], words: SpeakerWords) -> tuple[str, ...]:
    codes = {words.nation(token.text) for token in tokens if token.text[:1].isupper() or token.ent_type_ == "NORP"}
    return tuple(sorted(code for code in codes if code))


def _modifiers(tokens: list[Token], words: SpeakerWords) -> tuple[str, ...]:
    kept = {
        token.lower_ for token in tokens if token.pos_ in {"NOUN", "PROPN", "ADJ"} and words.nation(token.text) is None
    }
    return tuple(sorted(kept))
