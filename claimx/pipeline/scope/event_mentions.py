"""Find where a document speaks of an event, and what it says of it there: kind, date, place, who did it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from operator import attrgetter

from spacy.tokens import Doc, Token

from claimx.lexicon.event_kinds import EventKind
from claimx.pipeline.layers import Candidate
from claimx.pipeline.place_mention import PlaceMention
from claimx.pipeline.scope.words import EventWords
from claimx.pipeline.wording import Wording
from claimx.textual.dates import DateMention

OTHER = frozenset(
    {"another", "similar", "previous", "earlier", "separate", "other", "past", "second", "former", "prior"}
)
"""Words that set an event apart from those spoken of before."""

NOT_YET = frozenset({"any", "no", "possible", "potential", "future", "new", "planned", "threatened", "next", "further"})
STAND_INS = frozenset({"one", "another"})
"""Words that stand for one more event of a kind."""

_HYPOTHETICAL_HEADS = frozenset(
    {"threat", "risk", "talk", "negotiation", "effort", "proposal", "plan", "bid", "call", "fear", "deal"}
)
_DATED_BY = frozenset({"", "on", "in", "of", "that began on", "launched on", "since"})
"""What may stand between an event and its date."""

_ROLES = ("inside", "object", "modifier")
"""Roles of a place in an event's phrase that tell where it was, the surest first."""

STARTS = attrgetter("start")
NEAR_DATE = 24
"""Code points that these take at most."""

_TELLING = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS")
"""Tags of words that may tell an event as verbs do."""

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "pcomp"})
_NOT_OF_PHRASE = _CLAUSES | {"conj", "cc", "appos"}


@dataclass(frozen=True, slots=True)
class EventMention:
    """Words that speak of an event; token index and code points, half-open.

    Attributes:
        token: The noun or verb that names it.
        start: First code point of the naming words.
        end: One past the last.
        kind: Kind of event.
        verb: It is a verb.
        plural: The noun is a plural.
        definite: It is spoken of as known: "the clashes".
        indefinite: It is brought in as new: "a clash".
        other: Words set it apart from events named before.
        unreal: It has not happened: "any ground attack", "a truce proposal".
        date: The date that the words give it.
        place: The place that they give it.
        actor: Name of who did it, lower case: "hamas", "israeli".
    """

    token: int
    start: int
    end: int
    kind: EventKind
    verb: bool = False
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    other: bool = False
    unreal: bool = False
    date: DateMention | None = None
    place: PlaceMention | None = None
    actor: str | None = None


class MentionFinder:
    """Finds the mentions of events in one document.

    Args:
        doc: The document, parsed.
        words: Words that name events.
        dates: Its dates.
        places: Its places.
        candidates: Its figures: "thousands of shootings" counts them and names no event.
    """

    def __init__(
        self,
        doc: Doc,
        words: EventWords,
        dates: Sequence[DateMention],
        places: Sequence[PlaceMention],
        candidates: Sequence[Candidate],
    ) -> None:
        self.doc = doc
        self.wording = Wording.of(doc)
        self.text = self.wording.text
        self.words = words
        self.dates = dates
        self.places = places
        self.counted = {
            (each.head.start, each.head.end)
            for each in candidates
            if each.head and each.metric not in {"money", "measure"}
        }

    def find(self) -> tuple[EventMention, ...]:
        """All mentions, in order."""
        taken = -1
        found: list[EventMention] = []
        strings = self.doc.vocab.strings
        telling = {strings[tag] for tag in _TELLING}
        tags = self.doc.to_array("TAG").tolist() if len(self.doc) else []
        lemmas = self.wording.lemmas(self.doc)
        deeds = {lemma for lemma in set(lemmas) if lemma.casefold() in self.words.verbs}
        for index, (lower, tag, lemma) in enumerate(zip(self.wording.lower, tags, lemmas, strict=True)):
            if index <= taken or not (lower in self.words.openers or (lemma in deeds and tag in telling)):
                continue
            mention, last = self._at(index)
            if mention:
                found.append(mention)
                taken = last
        return tuple(self._shared(sorted([*found, *self._stand_ins(found)], key=lambda each: each.start)))

    def _stand_ins(self, found: Sequence[EventMention]) -> Iterator[EventMention]:
        """Words for one more of an event just named: "A crash in April killed five; one in May killed seven"."""
        stand_ins = self.wording.where(STAND_INS)
        for each, after in zip(found, [*found, None][1:], strict=True) if stand_ins else ():
            end = min(self.doc[each.token].sent.end, after.token if after is not None else len(self.doc))
            for index in stand_ins[bisect_right(stand_ins, each.token) : bisect_left(stand_ins, end)]:
                token = self.doc[index]
                if each.verb or token.dep_ not in {"nsubj", "nsubjpass"}:
                    continue
                inner = list(self._phrase(token))
                date = self._date_of(token, inner) if len(inner) > 1 else None
                if date is not None:
                    place = self._place_of(token, inner)
                    yield EventMention(
                        token.i, token.idx, token.idx + len(token), each.kind, other=True, date=date, place=place
                    )

    def _shared(self, mentions: Sequence[EventMention]) -> Iterator[EventMention]:
        """Join "a bombing and ground invasion of Tarvo": what is said of one holds of the other."""
        by_token = {each.token: each for each in mentions}
        partner: dict[int, EventMention] = {}
        for each in mentions:
            head = by_token.get(self.doc[each.token].head.i)
            if head and self.doc[each.token].dep_ == "conj" and not (head.verb or each.verb):
                partner[each.token], partner[head.token] = head, each
        for each in mentions:
            other = partner.get(each.token)
            if other is None:
                yield each
                continue
            kind = other.kind if other.kind.lasting and not each.kind.lasting else each.kind
            yield replace(
                each,
                kind=kind,
                place=each.place or other.place,
                date=each.date or other.date,
                actor=each.actor or other.actor,
            )

    def _at(self, index: int) -> tuple[EventMention | None, int]:
        opens = self.wording.lower[index] in self.words.openers
        longest = min(self.words.longest, len(self.doc) - index) if opens else 0
        for last in range(index + longest, index, -1):
            kind = self.words.nouns.get(self.wording.part(index, last).casefold())
            head = self.doc[last - 1]
            if kind and _is_noun(head) and not self._is_modifier(head) and not _is_surname(head):
                return self._noun(index, last, kind), last - 1
        token = self.doc[index]
        kind = self.words.verbs.get(token.lemma_.casefold()) if _is_verb(token) else None
        told = kind is not None and any(self._is_event(child) for child in token.children)
        return (self._verb(token, kind) if kind and not told else None), index

    def _is_event(self, token: Token) -> bool:
        """Whether a verb's subject is the event: a shootout that erupted is no eruption."""
        return token.dep_ in {"nsubj", "nsubjpass"} and token.lower_ in self.words.nouns

    def _is_modifier(self, token: Token) -> bool:
        """Tell "fire engines" and "attack helicopters" from "earthquake victims", which speaks of a quake."""
        following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
        if token.dep_ not in {"compound", "nmod", "amod"} or following is None or token.head.i <= token.i:
            return False
        return token.head.lower_ not in {"victim", "victims", "site", "scene", "toll", "survivors", "area", "zone"}

    def _noun(self, first: int, last: int, kind: EventKind) -> EventMention | None:
        head = self.doc[last - 1]
        dated = bool(self._dates_at({head.idx}))
        if dated or (head.idx, head.idx + len(head)) in self.counted or self._means_other(first, last, kind):
            return None
        inner = list(self._phrase(head))
        words = {token.lower_ for token in inner if token.i < head.i}
        date = self._date_of(head, inner)
        return EventMention(
            token=head.i,
            start=self.doc[first].idx,
            end=head.idx + len(head),
            kind=kind,
            plural=head.tag_ in {"NNS", "NNPS"},
            definite=bool(words & {"the", "these", "those", "this", "that"}),
            indefinite=bool(words & {"a", "an"}),
            other=bool(words & OTHER),
            unreal=self._is_unreal(head, words, date),
            date=date,
            place=self._place_of(head, inner),
            actor=self._actor_of(head),
        )

    def _means_other(self, first: int, last: int, kind: EventKind) -> bool:
        """Whether the noun is in a phrase that speaks of something else: "heart attack", "set fire to"."""
        if not kind.not_in:
            return False
        lower, opened = self.wording.lower, max(0, first - 2)
        before, after = " ".join(lower[opened:last]), " ".join(lower[first : last + 1])
        around = " ".join(lower[opened : last + 2])
        return any(
            before.endswith(phrase) or after.startswith(phrase) or f" {phrase} " in around for phrase in kind.not_in
        )

    def _is_unreal(self, head: Token, words: set[str], date: DateMention | None) -> bool:
        if words & NOT_YET:
            return True
        if date is not None and date.to_day is not None:
            return False
        above = head.head if head.dep_ == "compound" else head.head.head if head.dep_ == "pobj" else head
        if above is not head and above.lemma_.casefold() in _HYPOTHETICAL_HEADS:
            return True
        verb = next((each for each in head.ancestors if each.pos_ == "VERB"), None)
        modal = verb is not None and any(child.tag_ == "MD" for child in verb.children)
        return modal and head.dep_ in {"nsubj", "dobj"}

    def _phrase(self, head: Token) -> Iterator[Token]:
        """The words of a noun phrase, without clauses that hang on it."""
        pending = [head]
        while pending:  # a loop, for a hostile text can nest "of the" deeply
            token = pending.pop()
            yield token
            below = [child for child in token.children if child.dep_ not in _NOT_OF_PHRASE]
            pending += reversed(below)

    def _dates_at(self, positions: Iterable[int]) -> list[DateMention]:
        """The dates, in order, in which one of some offsets lies."""
        before = ((bisect_right(self.dates, position, key=STARTS) - 1, position) for position in positions)
        found = {index for index, position in before if index >= 0 and position < self.dates[index].end}
        return [self.dates[index] for index in sorted(found)]

    def _date_of(self, head: Token, inner: Sequence[Token]) -> DateMention | None:
        """A date inside the phrase, or right after it: "a truce in April", "the raid last May"."""
        positions = {token.idx for token in inner}
        if inside := self._dates_at(positions):
            return inside[0]
        end = max(token.idx + len(token) for token in inner)
        first, last = (bisect_left(self.dates, bound, key=STARTS) for bound in (end, end + NEAR_DATE))
        for date in self.dates[first:last]:
            if self.text[end : date.start].strip().casefold() in _DATED_BY:
                return date
        return self._date_of_clause(head)

    def _date_of_clause(self, head: Token) -> DateMention | None:
        """The date of what an event's noun is the subject of, or of what came after it.

        "In May 2009, a quake shook Orsa"; "nine were seized on 3 May after rebels launched an attack".
        """
        if dated := self._date_of_relative_clause(head):
            return dated
        verb = head.head
        if head.dep_ == "dobj" and verb.dep_ == "advcl":
            verb = verb.head
        elif head.dep_ not in {"nsubj", "nsubjpass"}:
            return None
        positions = {child.idx for child in verb.children if child.dep_ == "npadvmod"}
        positions |= {each.idx for child in verb.children if child.lower_ in {"in", "on"} for each in child.children}
        return next((date for date in self._dates_at(positions) if date.relation == "in"), None)

    def _date_of_relative_clause(self, head: Token) -> DateMention | None:
        """The day that a clause gives what it describes: "the raid that opened the conflict on May 3"."""
        clauses = [child for child in head.children if child.dep_ == "relcl" and child.tag_ in {"VBD", "VBN"}]
        positions = {token.idx for clause in clauses for token in clause.subtree}
        return next((date for date in self._dates_at(positions) if date.relation == "in" and date.day), None)

    def _place_of(self, head: Token, inner: Sequence[Token]) -> PlaceMention | None:
        positions = sorted(token.i for token in inner)
        held = [place for position in positions for place in self.begun.get(position, ())]
        ranked = sorted((_ROLES.index(each.role), each.first) for each in held if each.role in _ROLES)
        inner_place = next((each for each in held if ranked and each.first == ranked[0][1]), None)
        return inner_place or self._place_of_clause(head)

    def _place_of_clause(self, head: Token) -> PlaceMention | None:
        """Where the clause puts what it says of an event: "In Lebanon, the army stepped up its attacks"."""
        if head.dep_ not in {"dobj", "nsubj", "nsubjpass"}:
            return None
        return self.inside.get(head.head.i)

    @cached_property
    def begun(self) -> dict[int, list[PlaceMention]]:
        """Places by their first token, without those that only tell where another lies."""
        out: dict[int, list[PlaceMention]] = {}
        for each in self.places:
            if not each.follows:
                out.setdefault(each.first, []).append(each)
        return out

    @cached_property
    def inside(self) -> dict[int, PlaceMention]:
        """The first place that hangs on a word, or on what a part of the place hangs on."""
        out: dict[int, PlaceMention] = {}
        for each in self.places:
            if each.role == "inside" and not each.follows:
                for token in self._at_or_around(self.doc[each.anchor]):
                    out.setdefault(token.i, each)
        return out

    def _at_or_around(self, anchor: Token) -> tuple[Token, ...]:
        """The word that a place hangs on, and the one above a part of the place: "off the coast of Peru"."""
        return (anchor, anchor.head.head) if anchor.dep_ == "pobj" else (anchor,)

    def _actor_of(self, head: Token) -> str | None:
        """Who did it: "a Shabaab attack", "Peru's offensive", "the assault by Shabaab"."""
        for child in head.children:
            if child.i < head.i and child.dep_ in {"compound", "nmod", "amod", "poss"} and child.text[:1].isupper():
                return child.lower_
            if child.dep_ == "prep" and child.lower_ == "by":
                return next((each.lower_ for each in child.children if each.text[:1].isupper()), None)
        return None

    def _verb(self, verb: Token, kind: EventKind) -> EventMention:
        clause = [token for token in verb.subtree if not any(each.dep_ in _CLAUSES for each in _between(token, verb))]
        return EventMention(
            token=verb.i,
            start=verb.idx,
            end=verb.idx + len(verb),
            kind=kind,
            verb=True,
            unreal=any(child.tag_ == "MD" or child.dep_ == "neg" for child in verb.children),
            date=self._date_of(verb, clause),
            place=self._place_of(verb, clause),
        )


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun, also where the tagger takes it for a verb: "in a drive-by shooting"."""
    return token.pos_ in {"NOUN", "PROPN"} or (
        token.tag_ == "VBG" and any(child.dep_ == "det" for child in token.children)
    )


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb, also where the tagger takes it for a plural: "when a train collides with a bus"."""
    return token.pos_ == "VERB" or (token.tag_ == "NNS" and token.dep_ in _CLAUSES | {"ROOT"})


def _is_surname(token: Token) -> bool:
    """Whether a word ends somebody's name: "Mayor Tom Spill"; "Storm Tom" begins with it."""
    inside = token.ent_type_ == "PERSON" and token.ent_iob_ == "I" and token.text[0].isupper()
    return inside and token.pos_ == "PROPN" and not token.nbor(-1).is_lower


def _between(token: Token, above: Token) -> Iterator[Token]:
    """The token and its ancestors below another."""
    while token not in (above, token.head):
        yield token
        token = token.head
