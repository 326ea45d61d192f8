"""Find what a cue verb reports: a clause, an infinitive, an object, a name, a phrase after a preposition."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from claimx.pipeline.quotes.subjects import is_passive_by
from claimx.pipeline.quotes.words import Sense

TOLD_BY = frozenset({"say", "announce", "report", "show", "believe", "forecast", "deny", "warn"})
"""What somebody tells who stands after "by": "confirmed by police", but not "asked by police"."""

ON = frozenset({"on", "upon"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports.

    Attributes:
        shape: The kind of complement.
        follows: The word of the lexicon for it: a kind of complement or a preposition.
        heads: Its heads in the parse.
    """

    shape: str
    follows: str
    heads: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb with its children by their dependency."""

    token: Token
    sense: Sense
    children: Mapping[str, tuple[Token, ...]]
    passive: bool

    def of(self, dependency: str) -> tuple[Token, ...]:
        return self.children.get(dependency, ())

    def takes(self, *complements: str) -> bool:
        return any(complement in self.sense.complements for complement in complements)


def complement_of(verb: Token, sense: Sense) -> Complement | None:
    """What a cue verb reports, None where it reports nothing.

    Args:
        verb: The verb.
        sense: What may follow it.
    """
    children: dict[str, tuple[Token, ...]] = {}
    for child in verb.children:
        children[child.dep_] = (*children.get(child.dep_, ()), child)
    read = _Verb(verb, sense, children, is_passive_by(verb, children.keys()))
    return next((found for reader in READERS if (found := reader(read)) is not None), None)


def _clause(verb: _Verb) -> Complement | None:
    """A clause: "said the road was open"; the parser may hang the verb on it: "the road, he said, was open"."""
    if not verb.takes("clause"):
        return None
    if verb.of("ccomp"):
        return Complement("clause", "clause", verb.of("ccomp"))
    hung = _hung_on_object(verb)
    if hung is not None:
        return Complement("clause", "clause", (hung,))
    head = verb.token.head
    if verb.token.dep_ == "parataxis" and head.pos_ in {"VERB", "AUX"}:
        return Complement("parataxis", "clause", (head,))
    return None


def _hung_on_object(verb: _Verb) -> Token | None:
    """The clause that the parser hangs on whoever is told: "assured residents that the well was clean"."""
    for thing in (*verb.of("dobj"), *verb.of("dative")):
        if any(child.dep_ == "poss" for child in thing.children):  # "doubted the mayor's claim that …" is the mayor's
            continue
        for child in thing.children:
            if child.dep_ in {"acl", "relcl"} and any(
                each.lower_ == "that" and each.dep_ == "mark" for each in child.children
            ):
                return child
    return None


def _infinitive(verb: _Verb) -> Complement | None:
    """An infinitive: "vowed to rebuild", "urged them to leave", "is expected to rise"."""
    infinitives = verb.of("xcomp")
    if not infinitives:
        return None
    active = "object_infinitive" if verb.of("dobj") else "infinitive"
    shape = "passive_infinitive" if verb.passive else active
    if verb.takes(shape) or (shape == "infinitive" and verb.takes("object_infinitive")):
        things = verb.of("dobj") if shape == "object_infinitive" else ()
        return Complement(shape, shape, (*things, *infinitives))
    return None


def _name(verb: _Verb) -> Complement | None:
    """A name: "called the plan a mistake"."""
    if not verb.takes("name"):
        return None
    if verb.of("oprd"):
        return Complement("name", "name", (*verb.of("dobj"), *verb.of("oprd")))
    marked = any(_opens_marks(child) for thing in verb.of("dobj") for child in thing.children if child.dep_ == "appos")
    return Complement("name", "name", verb.of("dobj")) if marked else None


def _opens_marks(token: Token) -> bool:
    """Whether a phrase begins with a mark: in "called it “a swamp”" the parser takes the name for an apposition."""
    return any(child.text in {"“", '"', "``", "''", "‘"} for child in token.lefts)


def _preposition(verb: _Verb) -> Complement | None:
    """A phrase: "warned of floods", "called on both to stop"; in the passive only accusations: "accused of theft"."""
    for child in verb.of("prep"):
        if child.lower_ not in verb.sense.prepositions or child.i < verb.token.i:
            continue
        if verb.passive and not verb.of("agent") and verb.sense.meaning(child.lower_) != "accuse":
            continue
        if any(each.dep_ == "pobj" and each.ent_type_ in {"DATE", "TIME"} for each in child.children):
            continue
        things = () if verb.passive else verb.of("dobj")
        if child.lower_ in ON and verb.of("xcomp"):
            return Complement("preposition", child.lower_, (child, *verb.of("xcomp")))
        return Complement("preposition", child.lower_, (*things, child))
    return None


def _agent(verb: _Verb) -> Complement | None:
    """What "as confirmed by police" and "deaths reported by police" speak of: what they hang on, or their subject."""
    tells = verb.takes("clause") and verb.sense.meaning("clause") in TOLD_BY
    if not (verb.passive and verb.of("agent") and (tells or verb.takes("object"))):
        return None
    token = verb.token
    if token.dep_ == "advcl" and any(child.lower_ == "as" for child in token.children):
        return Complement("agent", "clause", (token.head,))
    if token.dep_ == "acl" and token.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        return Complement("agent", "clause", (token.head,))
    subject = next((child for child in verb.of("nsubjpass") if child.pos_ != "PRON"), None)
    return Complement("agent", "clause", (subject,)) if subject is not None else None


def _object(verb: _Verb) -> Complement | None:
    """An object: "denied the report"; or whatever holds a number: "put the loss at 31 beams"."""
    things = verb.of("dobj")
    if not things or verb.passive:
        return None
    if verb.takes("object"):
        return Complement("object", "object", tuple(thing for thing in things if thing.i > verb.token.i) or things)
    if verb.takes("figure"):
        return Complement("figure", "figure", tuple(child for child in verb.token.rights if not child.is_punct))
    return None


READERS: tuple[Callable[[_Verb], Complement | None], ...] = (
    _clause,
    _infinitive,
    _name,
    _preposition,
    _agent,
    _object,
)
"""In the order in which they are tried."""
