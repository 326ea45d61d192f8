"""The attribute ruler of the base model as a table: nearly all of its rules go by one token's tag and word.

spaCy matches all 179 rules at each token and then makes a span of each match. Here the rules for a tag, or for a tag
and a word, are looked up, and only the few others are matched. The annotations are the same: of two rules that write
one attribute the later one wins, as there.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import LOWER, MORPH, POS, TAG
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from thinc.types import Ints2d

WRITTEN = [POS, MORPH]
"""What nearly all rules write; written for all tokens at once."""

Attributes = dict[int, int]
"""Values by attribute, both as spaCy numbers them."""

Pattern = Sequence[Mapping[str, object]]
"""What a rule asks of the tokens that it holds for."""

Written = tuple[tuple[int, ...], Attributes]
"""The values of `WRITTEN`, 0 where no rule says, and of other attributes."""


class AttributeTable:
    """Writes parts of speech, morphology and some lemmas as the ruler that it is made of does.

    Args:
        ruler: The attribute ruler of a base model.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.vocab = ruler.vocab
        self.attributes: Sequence[Attributes] = ruler.attrs
        self.indices: Sequence[int] = ruler.indices
        self.matcher = Matcher(ruler.vocab)
        self.rules: dict[tuple[int, int], list[int]] = {}
        self.written: dict[tuple[int, int], Written] = {}
        for number, rule in enumerate(ruler.patterns):
            self._add(number, cast("Sequence[Pattern]", rule["patterns"]))

    def _add(self, number: int, patterns: Sequence[Pattern]) -> None:
        keys = [self._key(pattern) for pattern in patterns]
        if None in keys:
            self.matcher.add(str(number), [list(map(dict, pattern)) for pattern in patterns])
        else:
            for key in keys:
                self.rules.setdefault(cast("tuple[int, int]", key), []).append(number)

    def _key(self, pattern: Pattern) -> tuple[int, int] | None:
        """Tag and word that a pattern asks for, 0 for any; None where it asks for something else."""
        if len(pattern) != 1 or not pattern[0].keys() <= {"TAG", "LOWER"}:
            return None
        tag, word = (pattern[0].get(name, "") for name in ("TAG", "LOWER"))
        if not isinstance(tag, str) or not isinstance(word, str):
            return None
        return self.vocab.strings.add(tag), self.vocab.strings.add(word)

    def __call__(self, doc: Doc) -> Doc:
        """Write the attributes of a tagged and parsed document."""
        if not len(doc):
            return doc
        keys = list(zip(*doc.to_array([TAG, LOWER]).T.tolist(), strict=True))
        written = [self._of(key) for key in keys]
        for index, numbers in self._matched(doc).items():
            written[index] = _written(self._merge([*self._numbers(*keys[index]), *numbers]))
        values = np.array([values for values, _ in written], dtype=np.uint64)
        doc.from_array(WRITTEN, cast("Ints2d", np.where(values == 0, doc.to_array(WRITTEN), values)))
        for index, (_, rest) in enumerate(written):
            if rest:
                set_token_attrs(doc[index], rest)
        return doc

    def _matched(self, doc: Doc) -> Mapping[int, Sequence[int]]:
        """The rules of the matcher that hold at tokens, by token."""
        found: dict[int, list[int]] = {}
        for name, start, end in self.matcher(doc, allow_missing=True):
            number = int(self.vocab.strings[name])
            found.setdefault(range(start, end)[self.indices[number]], []).append(number)
        return found

    def _of(self, key: tuple[int, int]) -> Written:
        """What the rules of the table write for a tag and a word."""
        known = self.written.get(key)
        if known is None:
            known = self.written[key] = _written(self._merge(self._numbers(*key)))
        return known

    def _numbers(self, tag: int, word: int) -> Sequence[int]:
        return [number for key in ((tag, 0), (0, word), (tag, word)) for number in self.rules.get(key, ())]

    def _merge(self, numbers: Sequence[int]) -> Attributes:
        """What several rules write, of two that write one attribute the later one."""
        return {name: value for number in sorted(numbers) for name, value in self.attributes[number].items()}


def _written(attributes: Attributes) -> Written:
    rest = {name: value for name, value in attributes.items() if name not in WRITTEN}
    return tuple(attributes.get(name, 0) for name in WRITTEN), rest


@Language.factory("claimx_attributes", assigns=["token.pos", "token.morph", "token.lemma"])
def make_attributes(nlp: Language, name: str) -> AttributeTable:  # noqa: ARG001 - the signature of a factory
    """Build the component from the attribute ruler that the pipeline has.

    Raises:
        ValueError: If there is none.
    """
    ruler = nlp.get_pipe("attribute_ruler")
    if not isinstance(ruler, AttributeRuler):
        raise ValueError("there is no attribute ruler")  # noqa: TRY004 - the pipeline is wrong, not a type
    return AttributeTable(ruler)
