"""The attribute ruler of the base model as a table: nearly all of its rules go by one token's tag and word.

spaCy matches all 179 rules at each token and then makes a span of each match. Here what a token's tag, word and
relation bring is worked out once, and the few rules for two tokens are matched only where one of them may begin. The
annotations are the same: of two rules that write one attribute the later one wins, as there.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.attrs import MORPH, POS
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

if TYPE_CHECKING:
    from thinc.types import Ints2d

WRITTEN = [POS, MORPH]
"""What nearly all rules write; written for all tokens at once."""

IS_SPACE = "IS_SPACE"
ASKED = ("TAG", "LOWER", "DEP", IS_SPACE)
"""What nearly all rules ask for, of one token."""

MOST_PAIRS = 10_000
"""Pairs of a word and its relation that are remembered."""

Attributes = dict[int, int]
"""Values by attribute, both as spaCy numbers them."""

Condition = Mapping[str, object]
"""What a rule asks of one token."""

Key = tuple[int, int, int, int]
"""`ASKED` of a token; its word is 0 where no rule asks for it."""

Written = tuple[tuple[int, ...], Attributes]
"""The values of `WRITTEN`, 0 where no rule says, and of other attributes."""


class AttributeTable:
    """Writes parts of speech, morphology and some lemmas as the ruler that it is made of does.

    Args:
        ruler: The attribute ruler of a base model.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.strings = ruler.vocab.strings
        self.attributes: Sequence[Attributes] = ruler.attrs
        self.indices: Sequence[int] = ruler.indices
        self.matcher = Matcher(ruler.vocab)
        self.longest = 1
        self.begin_with: list[Condition] = []
        self.may_begin: dict[tuple[int, int], bool] = {}
        self.rules: list[tuple[int, Condition]] = []
        self.words: set[int] = set()
        self.written: dict[Key, Written] = {}
        for number, rule in enumerate(ruler.patterns):
            self._add(number, cast("Sequence[Sequence[Condition]]", rule["patterns"]))

    def _add(self, number: int, patterns: Sequence[Sequence[Condition]]) -> None:
        for pattern in patterns:
            if len(pattern) == 1 and pattern[0].keys() <= set(ASKED) and _lists_words(pattern[0]):
                self.rules.append((number, pattern[0]))
                self.words.update(self.strings.add(word) for word in _values(pattern[0].get("LOWER", [])))
            else:
                self.matcher.add(str(number), [list(map(dict, pattern))])
                self.longest = max(self.longest, len(pattern))
                self.begin_with.append(pattern[0])

    def __call__(self, doc: Doc) -> Doc:
        """Write the attributes of a tagged and parsed document."""
        if not len(doc):
            return doc
        columns = doc.to_array(list(ASKED)).T.tolist()
        beginnings = [index for index, pair in enumerate(zip(*columns[1:3], strict=True)) if self._may_begin(pair)]
        columns[1] = [word if word in self.words else 0 for word in columns[1]]
        keys: list[Key] = list(zip(*columns, strict=True))
        written = [self.written.get(key) or self._work_out(key) for key in keys]
        for index, numbers in self._matched(doc, beginnings).items():
            written[index] = self._write([*self._numbers(keys[index]), *numbers])
        values = np.array([values for values, _ in written], dtype=np.uint64)
        doc.from_array(WRITTEN, cast("Ints2d", np.where(values == 0, doc.to_array(WRITTEN), values)))
        for index, (_, rest) in enumerate(written):
            if rest:
                set_token_attrs(doc[index], rest)
        return doc

    def _may_begin(self, pair: tuple[int, int]) -> bool:
        """Whether a rule of the matcher may begin with a word that has a relation; kept for the next such token."""
        kept = self.may_begin.get(pair)
        if kept is None:
            if len(self.may_begin) >= MOST_PAIRS:
                self.may_begin.clear()
            token = {name: self.strings[value] for name, value in zip(("LOWER", "DEP"), pair, strict=True)}
            asked = [{name: each[name] for name in token.keys() & each.keys()} for each in self.begin_with]
            self.may_begin[pair] = kept = any(_holds(each, token) for each in asked)
        return kept

    def _matched(self, doc: Doc, beginnings: Iterable[int]) -> Mapping[int, Sequence[int]]:
        """The rules of the matcher that hold from some tokens on, by the token that they write."""
        found: dict[int, list[int]] = {}
        for start in beginnings:
            for name, first, end in self.matcher(doc[start : start + self.longest], allow_missing=True):
                if first == 0:
                    number = int(self.strings[name])
                    found.setdefault(start + range(first, end)[self.indices[number]], []).append(number)
        return found

    def _work_out(self, key: Key) -> Written:
        """What the rules for one token write, kept for the next such token."""
        self.written[key] = made = self._write(self._numbers(key))
        return made

    def _numbers(self, key: Key) -> list[int]:
        """The rules that hold for a token."""
        token = {name: self.strings[value] for name, value in zip(ASKED[:-1], key, strict=False)}
        return [number for number, condition in self.rules if _holds(condition, {**token, IS_SPACE: bool(key[-1])})]

    def _write(self, numbers: Sequence[int]) -> Written:
        """What several rules write, of two that write one attribute the later one."""
        merged = {name: value for number in sorted(numbers) for name, value in self.attributes[number].items()}
        rest = {name: value for name, value in merged.items() if name not in WRITTEN}
        return tuple(merged.get(name, 0) for name in WRITTEN), rest


def _lists_words(condition: Condition) -> bool:
    """Whether a condition names all the words that it holds for, if it asks for the word at all."""
    asked = condition.get("LOWER", "")
    return isinstance(asked, str) or (isinstance(asked, Mapping) and asked.keys() == {"IN"})


def _values(asked: object) -> Sequence[str]:
    """The words that a condition names."""
    if isinstance(asked, str):
        return [asked]
    return cast("Sequence[str]", asked["IN"] if isinstance(asked, Mapping) else asked)


def _holds(condition: Condition, token: Mapping[str, object]) -> bool:
    """Whether a token has what a rule asks for."""
    for name, asked in condition.items():
        has = token[name]
        if isinstance(asked, Mapping):
            if ("IN" in asked and has not in asked["IN"]) or ("NOT_IN" in asked and has in asked["NOT_IN"]):
                return False
            if "REGEX" in asked and not re.search(asked["REGEX"], str(has)):
                return False
        elif has != asked:
            return False
    return True


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
