"""How a place stands in its sentence: something is at it, goes to it, or it acts itself."""

from spacy.tokens import Doc, Token

from claimx.lexicon.places import PlaceSort
from claimx.pipeline.place_mention import PlaceMention, Role
from claimx.pipeline.scope.places import NAMED
from claimx.pipeline.scope.words import EventWords, PlaceWords

_PART_OF_NAME = frozenset({"compound", "nmod", "amod"})

DATELINE = 12
"""Tokens within which a place by itself is where the article was sent from."""


LINE_HEAD = 9
"""Tokens behind the place of a dateline in which its dash stands."""

DASHES = frozenset({"-", "–", "—", "--"})


class RoleReader:
    """Tells the roles of the places of one document."""

    def __init__(self, doc: Doc, words: PlaceWords, events: EventWords) -> None:
        self.doc = doc
        self.words = words
        self.event_nouns = events.nouns
        self.deeds = events.deeds

    def read(self, mention: PlaceMention) -> tuple[Role, int]:
        """The role of a place, and the token that it is attached to."""
        before = self.doc[mention.first - 1] if mention.first else None
        if before is not None and before.lower_ == "the" and mention.first > 1:
            before = self.doc[mention.first - 2]
        root = self.doc[mention.first : mention.last].root
        role, anchor = self._role(root, before, mention.last, mention.sort)
        if role == "owner" and self._is_source(self.doc[anchor]):
            return "actor", anchor
        if role == "inside" and self._is_venue(self.doc[anchor]):
            return "venue", anchor
        heads = (role == "other" and mention.first < DATELINE) or self._heads_a_line(mention)
        return ("dateline" if heads else role), anchor

    def _heads_a_line(self, mention: PlaceMention) -> bool:
        """Whether a dash ends the head of a line that a place opens: "TARVO, Ky. (WHAM) – Police are looking"."""
        first = mention.first
        if not self.doc[first].is_upper or (first and not self.doc[first - 1].is_space):
            return False
        for token in self.doc[mention.last : mention.last + LINE_HEAD]:
            if token.text in DASHES:
                return bool(token.whitespace_)
            if not (token.text[0].isupper() or token.text in {",", ".", "(", ")"} or token.like_num):
                return False
        return False

    def _role(self, root: Token, before: Token | None, last: int, sort: PlaceSort | None) -> tuple[Role, int]:
        while (owned := self._owned(root, last)) is None:
            if root.head.i == last and root.dep_ in _PART_OF_NAME and root.head.lower_ in self.words.features_after:
                root, last = root.head, last + 1
                continue
            modifies = root.dep_ in {"compound", "nmod", "amod"} and root.head.pos_ in {"NOUN", "PROPN"}
            if modifies and (sort == "country" or root.head.lower_ not in self.words.buildings):
                return self._role_of_modifier(root, sort), root.head.i
            listed = root.dep_ in {"conj", "appos"} and root.head.ent_type_ in NAMED
            if not modifies and not (listed and (before is None or before.dep_ != "prep")):
                return self._role_by_case(root, before)
            root, before, last = root.head, None, root.head.i + 1
        return ("modifier" if owned.lower_ in self.event_nouns else "owner"), owned.i

    def _is_source(self, anchor: Token) -> bool:
        """Whether the owner only tells whose word it is: "according to Peru's civil defence"."""
        return anchor.dep_ == "pobj" and anchor.head.head.lower_ == "according"

    def _is_venue(self, anchor: Token) -> bool:
        """Whether something is only spoken of there: "talks in Tunis", "talks resumed in Tunis", "said in Tunis"."""
        subjects = {child.lower_ for child in anchor.children if child.dep_ in {"nsubj", "nsubjpass"}}
        said = anchor.pos_ == "VERB" and anchor.lemma_.casefold() in self.words.speech
        return said or bool(self.words.talks & {anchor.lower_, *subjects})

    def _role_by_case(self, root: Token, before: Token | None) -> tuple[Role, int]:
        """The role that the preposition gives, or the function in the clause."""
        preposition = root.head if root.dep_ == "pobj" else before
        if preposition is not None and preposition.lower_ in self.words.prepositions:
            return self._role_after(preposition), preposition.head.i
        plain: dict[str, Role] = {"nsubj": "actor", "nsubjpass": "actor", "dobj": "object"}
        return plain.get(root.dep_, "other"), root.head.i

    def _owned(self, root: Token, last: int) -> Token | None:
        """The noun that a possessive owns: "outbreak" in "Kenya's Ebola outbreak"."""
        if last >= len(self.doc) or self.doc[last].tag_ != "POS":
            return root.head if root.dep_ == "poss" else None
        nouns = [token for token in self.doc[last + 1 : last + 6] if token.pos_ == "NOUN" and token.dep_ != "compound"]
        return nouns[0] if nouns else root.head

    def _role_of_modifier(self, root: Token, sort: PlaceSort | None) -> Role:
        """Tell "the Lima bombing" and "a Lima store" from "U.S. forces" and "a U.S. airstrike", which act."""
        if root.head.lower_ in self.words.buildings:
            return "owner"
        if root.head.lower_ in self.words.actors or (sort == "country" and root.head.lower_ in self.deeds):
            return "actor"
        if sort in {"city", "region"} or root.head.lower_ in self.event_nouns:
            return "modifier"
        return "owner" if root.head.pos_ == "NOUN" else "actor"

    def _role_after(self, preposition: Token) -> Role:
        if preposition.lower_ == "of":
            located = preposition.head.lower_ in self.event_nouns or preposition.head.lower_ in self.words.parts
            return "inside" if located else "owner"
        return "inside" if preposition.lower_ in self.words.inside else "toward"
