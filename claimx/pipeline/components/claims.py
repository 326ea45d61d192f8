"""Claims: which candidates an article really puts forward as figures."""

from spacy.language import Language
from spacy.tokens import Doc

from claimx.pipeline.layers import Candidate, Layers, update
from claimx.pipeline.phrases import token_range

DEFINITE = frozenset({"the", "all", "'s", "’s", "'", "’", "these", "those", "both", "its", "their", "our", "your", "his", "her", "my"})
SMALL = 12
GENERIC_HEADS = frozenset({"side", "sides", "countries", "nations", "parties", "teams", "groups", "men", "leaders", "women", "governments", "sides", "houses", "camps"})


class Claims:
    """Writes `Layers.claims`: the candidates that are no furniture and do not merely point back."""

    def __call__(self, doc: Doc) -> Doc:
        """Choose the claims of a document whose candidates are set."""
        layers = Layers.of(doc)
        kept = tuple(
            index
            for index, candidate in enumerate(layers.candidates)
            if layers.zone_at(candidate.start) not in {"furniture", "table"} and not _points_back(doc, layers, index, candidate)
        )
        return update(doc, claims=kept)


def _points_back(doc: Doc, layers: Layers, index: int, candidate: Candidate) -> bool:
    """Whether a plain count with an article only takes up what was named before: "the two leaders", "the three countries"."""
    number = layers.numbers[candidate.number]
    where = token_range(doc, candidate.start, candidate.end)
    if where is None or where[0] == 0 or number.kind != "count":
        return False
    if candidate.metric != "count":
        return _repeats(doc, layers, index, where[0])
    if doc[where[0] - 1].lower_ not in DEFINITE or number.value is None or number.value > SMALL:
        return False
    if doc[where[0] - 1].tag_ == "POS" or doc[where[0] - 1].tag_ == "PRP$":
        return True
    if candidate.head is None:
        return True
    if where[0] > 1 and doc[where[0] - 2].lower_ == "of" and (where[0] == 2 or doc[where[0] - 3].like_num or doc[where[0] - 2].is_title):
        return False
    counted = token_range(doc, candidate.counted.start, candidate.counted.end) if candidate.counted else None
    if counted and any(token.tag_ in {"JJS", "RBS"} for token in doc[counted[0] : counted[1]]):
        return False
    head = doc.text[candidate.head.start : candidate.head.end].casefold()
    if head in GENERIC_HEADS:
        return True
    earlier = doc.text[: candidate.start].casefold()
    return head in earlier or head.removesuffix("s") in earlier


def _repeats(doc: Doc, layers: Layers, index: int, first: int) -> bool:
    """Whether "these three" or "the three freed nurses" only take up a figure given before."""
    candidate, number = layers.candidates[index], layers.numbers[layers.candidates[index].number]
    if number.value is None or number.value > SMALL:
        return False
    if doc[first - 1].lower_ in {"these", "those"}:
        return True
    earlier = layers.candidates[:index]
    same = any(layers.numbers[each.number].value == number.value and each.unit == candidate.unit for each in earlier)
    return doc[first - 1].lower_ == "the" and same


@Language.factory("claimx_claims", assigns=["doc._.claimx"], requires=["doc._.claimx"])
def make_claims(nlp: Language, name: str) -> Claims:  # noqa: ARG001 - the signature of a factory
    """Build the component."""
    return Claims()
