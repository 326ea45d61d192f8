"""Find out whom a pronoun or a description means."""

from decimal import Decimal

from spacy.tokens import Doc, Token

from claimx.pipeline.quotes.nounphrases import noun_phrase
from claimx.pipeline.speakers.phrases import PRONOUNS, Phrase, read_phrase
from claimx.pipeline.speakers.roster import Bearer, Roster, is_like_a_person, is_like_a_surname

SPEAKER_WEIGHT = 1.0
SUBJECT_WEIGHT = 1.0
TOPIC_WEIGHT = 0.3
"""For each earlier mention: whom an article keeps naming, a pronoun rather means."""
TOPIC_MENTIONS = 3
ASIDE_WEIGHT = -0.3
"""For a place that is neither: "Speaking to Ana Lind, he said" is no Lind."""

FAR = 8.0
"""Sentences after which a pronoun reaches nobody any more."""

NEAR = 3
"""Sentences between a name and a bare office that means it."""


class Resolver:
    """Gives every quoted phrase its bearer; goes through the article in order.

    Args:
        doc: The document.
        roster: Whom the article names.
        uttered: Tokens of direct quotations: whoever is named in one did not say it.
    """

    def __init__(self, doc: Doc, roster: Roster, uttered: frozenset[int] = frozenset()) -> None:
        self.doc = doc
        self.uttered = uttered
        self.roster = roster
        self.sentence_of = [number for number, sentence in enumerate(doc.sents) for _ in range(len(sentence))]
        self.spoken: list[tuple[int, Bearer]] = []
        self.heard: set[int] = set()
        self.merged: dict[int, Bearer] = {}
        self._subjects: dict[tuple[int, int], bool] = {}

    def resolve(self, start: int, end: int) -> tuple[Bearer | None, Decimal]:
        """The bearer that a phrase means, and how sure that is.

        Args:
            start: First token of the phrase.
            end: One past the last.
        """
        phrase = read_phrase(self.doc, start, end, self.roster.words)
        bearer, sure = self._resolve(phrase)
        if bearer is not None:
            if all(known.start != start for known in bearer.phrases):
                bearer.add(phrase)
            self.spoken.append((start, bearer))
            self.heard.add(id(bearer))
        return bearer, sure

    def settle(self) -> None:
        """Take an office without a name for the one speaker whom the article names without an office.

        Of "the prime minister said … Hadi said" the reader knows that Hadi is the prime minister, if nobody else is in
        question.
        """
        spoke = [bearer for _, bearer in self.spoken]
        people = [
            bearer
            for bearer in self.roster.bearers
            if bearer.kind == "person" and any(bearer is each for each in spoke)
        ]
        nameless = [bearer for bearer in people if not bearer.names and any(each.definite for each in bearer.phrases)]
        plain = [bearer for bearer in people if bearer.names and not bearer.nouns]
        if len(nameless) != 1 or len(plain) != 1 or not _high_office(nameless[0]):
            return
        office, person = nameless[0], plain[0]
        if office.gender and person.gender and office.gender != person.gender:
            return
        for phrase in office.phrases:
            person.add(phrase)
        self.merged[id(office)] = person
        self.roster.bearers = [bearer for bearer in self.roster.bearers if bearer is not office]

    def final(self, bearer: Bearer) -> Bearer:
        """The bearer that stands for another after settling."""
        return self.merged.get(id(bearer), bearer)

    def _resolve(self, phrase: Phrase) -> tuple[Bearer | None, Decimal]:
        if phrase.form == "name":
            bearer = self.roster.by_name(phrase) or self._new(phrase)
            self.roster.take_apposition(bearer, phrase.end)
            return bearer, Decimal(1)
        if phrase.form == "description":
            known = self._apposed(phrase) or self._writer(phrase) or self._described(phrase)
            return (known, Decimal("0.8")) if known is not None else (self._new(phrase), Decimal("0.9"))
        return self._pronoun(phrase)

    def _apposed(self, phrase: Phrase) -> Bearer | None:
        """The name that follows: "the harbour master, Ana Lind, said"."""
        doc, at = self.doc, phrase.end + 1
        if phrase.kind not in {"person", "organization"} or at >= len(doc) or doc[phrase.end].text != ",":
            return None
        end = at
        if doc[at].ent_type_ == "PERSON":
            while end < len(doc) and doc[end].ent_type_ == "PERSON" and (end == at or doc[end].ent_iob_ == "I"):
                end += 1
        else:  # a name that the tagger takes for a body's, between commas
            while end < len(doc) and doc[end].pos_ == "PROPN":
                end += 1
            if end == at or end == len(doc) or doc[end].text != ",":
                return None
        bearer = self.roster.by_name(read_phrase(doc, at, end, self.roster.words))
        if bearer is not None and phrase.kind == "person" and self._may_be_person(bearer):
            bearer.kind = "person"
        return bearer if bearer is not None and bearer.kind == phrase.kind else None

    def _writer(self, phrase: Phrase) -> Bearer | None:
        """Whoever wrote "Lind’s statement"."""
        if phrase.kind != "document" or phrase.noun not in self.roster.words.personal:
            return None
        head = self.doc[phrase.start : phrase.end].root
        owner = next((child for child in head.children if child.dep_ == "poss"), None)
        if owner is None:
            return self._issuer(head)
        if owner.tag_ == "PRP$":
            return self._pronoun(read_phrase(self.doc, owner.i, owner.i + 1, self.roster.words))[0]
        start, end = noun_phrase(owner, outside=head.i)
        written = read_phrase(self.doc, start, min(end, owner.i + 1), self.roster.words)
        if written.form == "description":
            return self._described(written)
        bearer = self.roster.by_surname(written.name)
        return bearer if bearer is not None and bearer.kind == "person" else self.roster.by_name(written)

    def _issuer(self, document: Token) -> Bearer | None:
        """Who gave "a statement by the union", "a statement issued by Lind"."""
        for child in document.children:
            parts = [child] if child.dep_ == "prep" else [each for each in child.children if child.dep_ == "acl"]
            by = next((each for each in parts if each.lower_ in {"by", "from"}), None)
            issuer = next((each for each in by.children if each.dep_ == "pobj"), None) if by is not None else None
            if issuer is not None:
                phrase = read_phrase(self.doc, *noun_phrase(issuer), self.roster.words)
                return self.roster.by_name(phrase) if phrase.form == "name" else None
        return None

    def _new(self, phrase: Phrase) -> Bearer:
        bearer = Bearer(phrase.kind or "person")
        bearer.add(phrase)
        self.roster.bearers.append(bearer)
        return bearer

    def _pronoun(self, phrase: Phrase) -> tuple[Bearer | None, Decimal]:
        token = self.doc[phrase.start]
        gender, sort = PRONOUNS[token.lower_]
        if sort == "relative":
            return self._antecedent(token)
        if sort == "self":
            return None, Decimal(0)
        wanted = {
            "person": {"person", "anonymous"},
            "thing": {"organization", "government", "document"},
            "many": {"collective", "organization", "anonymous", "government"},
        }[sort]
        best: tuple[float, int, Bearer] | None = None
        for at, bearer, weight in self._references(phrase.start):
            like_person = sort == "person" and weight > 0 and self._may_be_person(bearer)
            if not (bearer.kind in wanted or like_person) or (gender and bearer.gender and bearer.gender != gender):
                continue
            if sort != "person" and weight == 0:  # "they" is not the country in which it happened
                continue
            distance = self.sentence_of[phrase.start] - self.sentence_of[at]
            if distance > FAR:
                continue
            score = (weight or ASIDE_WEIGHT) - distance
            if best is None or (score, at) > best[:2]:
                best = (score, at, bearer)
        if best is None:
            return None, Decimal(0)
        bearer = best[2]
        bearer.gender = bearer.gender or gender
        if sort == "person" and bearer.kind in {"organization", "government"}:
            bearer.kind = "person"
        return bearer, Decimal("0.8") if best[0] >= 0 else Decimal("0.6")

    def _may_be_person(self, bearer: Bearer) -> bool:
        """Whether a body may be a person whom the entity tagger does not know."""
        if bearer.kind not in {"organization", "government"}:
            return False
        spoke = id(bearer) in self.heard
        return any(
            is_like_a_person(name, self.roster.words) or (spoke and is_like_a_surname(name, self.roster.words))
            for name in bearer.names
        )

    def _references(self, before: int) -> list[tuple[int, Bearer, float]]:
        """Everybody named so far: where, and how much the place speaks for them."""
        spoken = dict(self.spoken)
        out = []
        for bearer in self.roster.bearers:
            named = sum(1 for phrase in bearer.phrases if phrase.end <= before)
            topic = TOPIC_WEIGHT * min(named - 1, TOPIC_MENTIONS)
            for phrase in bearer.phrases:
                if phrase.start >= before or phrase.end > before or phrase.start in self.uttered:
                    continue
                weight = SUBJECT_WEIGHT if self._is_subject(phrase.start, phrase.end) else 0.0
                weight += SPEAKER_WEIGHT if phrase.start in spoken else 0.0
                weight += topic if weight else 0.0
                out.append((phrase.start, bearer, weight))
        return sorted(out, key=lambda item: item[0])

    def _is_subject(self, start: int, end: int) -> bool:
        """Whether a phrase is the subject of its clause."""
        known = self._subjects.get((start, end))
        if known is None:
            known = self._subjects[start, end] = self.doc[start:end].root.dep_ in {"nsubj", "nsubjpass"}
        return known

    def _antecedent(self, token: Token) -> tuple[Bearer | None, Decimal]:
        """Whom a relative pronoun stands for: in "the mayor, who said …" the mayor."""
        clause = token.head
        for _ in range(4):
            if clause.dep_ == "relcl":
                start, end = noun_phrase(clause.head, outside=clause.left_edge.i)
                if start <= token.i < end:
                    return None, Decimal(0)
                return self._resolve(read_phrase(self.doc, start, end, self.roster.words))
            clause = clause.head
        before = self.doc[: token.i]
        noun = next((each for each in reversed(before[-3:]) if each.pos_ in {"NOUN", "PROPN"}), None)
        if noun is None:
            return None, Decimal(0)
        start, end = noun_phrase(noun, outside=token.i)
        return self._resolve(read_phrase(self.doc, start, end, self.roster.words))

    def _described(self, phrase: Phrase) -> Bearer | None:
        """The bearer that a definite description points back to: the same office, no other country."""
        if not phrase.definite or phrase.noun is None:
            return None
        best: tuple[tuple[int, bool, int, int], Bearer] | None = None
        for number, bearer in enumerate(self.roster.bearers):
            fit = self._fit(phrase, bearer)
            if fit is not None:
                last = max((known.start for known in bearer.phrases if known.start < phrase.start), default=-1)
                spoke = fit == 0 and id(bearer) in self.heard
                key = (fit, spoke, last, -number)
                if best is None or key > best[0]:
                    best = (key, bearer)
        return best[1] if best is not None else self._just_spoken(phrase)

    def _just_spoken(self, phrase: Phrase) -> Bearer | None:
        """A bare "the senator" right after somebody whose office the article does not give means them."""
        if phrase.kind != "person" or phrase.nations or len(phrase.modifiers) > 1 or not self.spoken:
            return None
        at, bearer = self.spoken[-1]
        near = self.sentence_of[phrase.start] - self.sentence_of[at] <= NEAR
        other_gender = phrase.gender and bearer.gender and phrase.gender != bearer.gender
        return (
            bearer
            if near and bearer.kind == "person" and bearer.names and not bearer.nouns and not other_gender
            else None
        )

    def _fit(self, phrase: Phrase, bearer: Bearer) -> int | None:
        """How well a bearer fits a description; None where it does not."""
        if phrase.nations and bearer.nations and not set(phrase.nations) & bearer.nations:
            return None
        if phrase.gender and bearer.gender and phrase.gender != bearer.gender:
            return None
        noun = phrase.noun or ""
        if phrase.kind == "person" and bearer.kind in {"person", "anonymous"}:
            same = any(noun == known or known.endswith(" " + noun) for known in bearer.nouns)
            return 2 + len(set(phrase.modifiers) & bearer.modifiers) if same else None
        return self._fit_body(phrase, bearer) if phrase.kind == bearer.kind else None

    def _fit_body(self, phrase: Phrase, bearer: Bearer) -> int | None:
        """How well a body fits "the ministry", "the group"."""
        noun = phrase.noun or ""
        words = {word for name in bearer.names for word in name.casefold().split()}
        if noun in words or noun in bearer.nouns:
            return 2 + len(set(phrase.modifiers) & (bearer.modifiers | words))
        others = (self.roster.words.noun(word) for word in sorted(words | bearer.nouns))
        if noun in self.roster.words.trades and any(other is not None for other in others):
            return None  # "the company" is no department, and no union
        spoke = id(bearer) in self.heard
        is_bare = len(phrase.modifiers) <= 1
        return 0 if is_bare and noun in self.roster.words.bodies and (spoke or bearer.kind == "organization") else None


def _high_office(bearer: Bearer) -> bool:
    """Whether a description names one person by office: with a country, and more than once."""
    return len(bearer.phrases) > 1 and bool(bearer.nations)
