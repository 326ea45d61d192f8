"""The origin that an article names for a figure: an official body, an agency, or somebody by their words."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimx.compare.bodies import Body, read_body, read_government
from claimx.compare.folding import content
from claimx.compare.places import Place, read_place
from claimx.lexicon.comparing import word_set
from claimx.lexicon.provenance import agency_names
from claimx.records.claim import Claim
from claimx.records.provenance import LinkKind
from claimx.records.speaker import Attribution, Speaker

NAMED = frozenset({"person", "source"})
"""Kinds that one article may take for the other: whoever is only named."""

ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)

CITED = frozenset({"outlet", "source"})
"""An outlet, and an outlet that another one cites."""

SHORT = 2
"""Words of a phrase that may only point back to a speaker: "the group", "Blackmore"."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One link of a chain of telling.

    Attributes:
        kind: What it is.
        name: Its name in reports.
        body: The official body, where it is one.
        words: The words of its name, where it is none.
    """

    kind: LinkKind
    name: str
    body: Body | None = None
    words: frozenset[str] = frozenset()

    def is_one_with(self, other: "Origin") -> bool:
        """Whether two names can be one source's: "coast guard" and "Brenna coast guard"."""
        if self.body is not None and other.body is not None:
            return self.body.is_one_with(other.body)
        if self.body is not None or other.body is not None:
            return False
        if {self.kind, other.kind} == CITED:
            return self.words == other.words
        if self.kind != other.kind and {self.kind, other.kind} != NAMED:
            return False
        if self.kind in NAMED:
            return self.words <= other.words or other.words <= self.words
        return self.name == other.name

    @property
    def order(self) -> tuple[str, int, str]:
        """A key that sorts origins, those with the fullest names first within each kind."""
        fullness = len(self.words) + (self.body is not None and self.body.place is not None)
        return (self.kind, -fullness, self.name)


def named_chain(claim: Claim, speakers: Mapping[str, Speaker]) -> tuple[Origin, ...]:
    """The sources that an article names for a figure, outermost first; empty where it names none, or nobody by them.

    Args:
        claim: The figure.
        speakers: The speakers of its article by id.
    """
    if claim.attribution is None:
        return ()
    attribution = claim.attribution
    texts = [each.text for each in attribution.chain] or [attribution.text]
    near = _near(claim)
    links: list[Origin] = []
    for number, text in enumerate(texts):
        speaker = _speaker(attribution, text, speakers) if number == len(texts) - 1 else None
        links += [each for each in _read(text, speaker, near) if each not in links]
    return tuple(links)


def origin_words(claim: Claim) -> frozenset[str] | None:
    """The words of the source at the end of the attribution; None where none is named."""
    if claim.attribution is None:
        return None
    chain = claim.attribution.chain
    named = content(chain[-1].text if chain else claim.attribution.text)
    return named if named - word_set("vague-source") else None


def _near(claim: Claim) -> tuple[Place, str] | None:
    place = read_place(claim.where)
    return (place, claim.where.name) if place is not None and claim.where is not None else None


def _speaker(attribution: Attribution, text: str, speakers: Mapping[str, Speaker]) -> Speaker | None:
    """The speaker of an attribution that names but one."""
    alone = len(attribution.chain) < SHORT or text == attribution.text
    return speakers.get(attribution.speaker_id or "") if alone else None


def _read(text: str, speaker: Speaker | None, near: tuple[Place, str] | None) -> Sequence[Origin]:
    """The links in one phrase: a person who speaks for a body is told by both."""
    agency = agency_names().get(ARTICLE.sub("", text))
    if agency is not None:
        return [Origin("agency", agency)]
    person = speaker if speaker is not None and speaker.kind == "person" else None
    name = person.name if person else ""
    body = read_body(text, person=name, near=near)
    if speaker is not None and (body is None or body.generic):
        fuller = [speaker.name if person is None else "", speaker.role or "", _for(speaker)]
        body = next((each for each in (read_body(one, person=name, near=near) for one in fuller if one) if each), body)
    if body is None and speaker is not None and speaker.kind == "government":
        body = read_government(text)
    if body is not None:
        behind = Origin("body", body.name, body=body)
        told = _person(person) if person is not None and person.name != person.role else None
        return [behind] if told is None else [told, behind]
    return _by_words(text, speaker)


def _for(speaker: Speaker) -> str:
    """The role with what it belongs to: "health minister" of "Chile"."""
    return f"{speaker.role} of {speaker.affiliation}" if speaker.role and speaker.affiliation else ""


def _person(person: Speaker) -> Origin | None:
    """Whoever has a name of their own: "Ada Lind", but not "a spokeswoman"."""
    named = sum(word[:1].isupper() for word in person.name.split()) >= SHORT
    words = content(person.name)
    return Origin("person", person.name, words=words) if named and person.role and words else None


def _by_words(text: str, speaker: Speaker | None) -> list[Origin]:
    vague = word_set("vague-source")
    words, name = content(text) - vague, ARTICLE.sub("", " ".join(text.split()))
    if speaker is not None:
        fuller = content(speaker.name) - vague
        points_back = len(words) <= SHORT and not any(char.isupper() for char in name)
        if fuller and (words <= fuller or points_back):
            words, name = fuller, ARTICLE.sub("", speaker.name)
    agency = agency_names().get(name)
    if agency is not None:
        return [Origin("agency", agency)]
    return [Origin(_kind(speaker), name, words=words)] if words else []


def _kind(speaker: Speaker | None) -> Literal["person", "source"]:
    return "person" if speaker is not None and speaker.kind == "person" else "source"
