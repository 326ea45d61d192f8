"""The phrase that a number counts, on documents built by hand."""

import pytest
from spacy.lang.en import English
from spacy.tokens import Doc

from claimx.pipeline.phrases import Phrase, counted_phrase, described_end, sentence_bounds, token_range

VOCAB = English().vocab
TAGS = {
    "NUM": "CD",
    "NOUN": "NNS",
    "PROPN": "NNP",
    "ADJ": "JJ",
    "VERB": "VBD",
    "AUX": "VBD",
    "ADP": "IN",
    "DET": "DT",
    "CCONJ": "CC",
    "ADV": "RB",
    "PUNCT": ",",
    "PRON": "PRP",
}


def make_doc(*, tagged: str) -> Doc:
    """A document of `word/POS` or `word/POS/TAG`; one sentence."""
    parts = [word.split("/") for word in tagged.split()]
    return Doc(
        VOCAB,
        words=[part[0] for part in parts],
        pos=[part[1] for part in parts],
        tags=[part[2] if len(part) > 2 else TAGS[part[1]] for part in parts],
        sent_starts=[index == 0 for index in range(len(parts))],
    )


def phrase_of(tagged: str, *, last: int) -> tuple[str | None, bool]:
    doc = make_doc(tagged=tagged)
    phrase = counted_phrase(doc, last)
    return (doc[phrase.start : phrase.end].text if phrase.head is not None else None), phrase.partitive


@pytest.mark.parametrize(
    ("tagged", "last", "expected"),
    [
        ("250/NUM local/ADJ and/CCONJ foreign/ADJ nurses/NOUN fled/VERB", 1, ("local and foreign nurses", False)),
        ("dozens/NOUN of/ADP captives/NOUN fled/VERB", 1, ("captives", False)),
        ("four/NUM of/ADP the/DET nine/NUM miners/NOUN fled/VERB", 1, ("miners", True)),
        ("29/NUM out/ADP of/ADP 30/NUM charges/NOUN", 1, ("charges", True)),
        ("wounded/VERB 15/NUM ./PUNCT", 2, (None, False)),
        ("40/NUM men/NOUN and/CCONJ boys/NOUN fled/VERB", 1, ("men", False)),
        ("two/NUM oil/NOUN/NN and/CCONJ gas/NOUN/NN rigs/NOUN burned/VERB", 1, ("oil and gas rigs", False)),
        ("five/NUM most/ADV/RBS recent/ADJ floods/NOUN", 1, ("most recent floods", False)),
        ("nine/NUM front/NOUN/NN (/PUNCT abc/PROPN )/PUNCT fighters/NOUN", 1, ("front ( abc ) fighters", False)),
    ],
)
def test_counted_phrase(tagged: str, last: int, expected: tuple[str | None, bool]) -> None:
    assert phrase_of(tagged, last=last) == expected


def test_of_them_names_no_noun() -> None:
    doc = make_doc(tagged="nine/NUM of/ADP them/PRON fled/VERB")

    assert counted_phrase(doc, 1) == Phrase(start=2, end=3, head=None, partitive=True)


def test_description_goes_on_after_the_head() -> None:
    doc = make_doc(tagged="60/NUM farmers/NOUN ,/PUNCT mostly/ADV women/NOUN and/CCONJ children/NOUN ,/PUNCT fled/VERB")

    assert doc[1 : described_end(doc, counted_phrase(doc, 1))].text == "farmers , mostly women and children"


def test_a_line_break_ends_the_phrase() -> None:
    doc = Doc(
        VOCAB,
        words=["40", "\n\n", "nurses"],
        spaces=[False, False, False],
        pos=["NUM", "SPACE", "NOUN"],
        tags=["CD", "_SP", "NNS"],
        sent_starts=[True, False, False],
    )

    assert counted_phrase(doc, 1).head is None


def test_token_range_widens_to_whole_tokens() -> None:
    doc = make_doc(tagged="some/DET 250/NUM nurses/NOUN")

    assert token_range(doc, 5, 7) == (1, 2)
    assert token_range(doc, 0, 8) == (0, 2)
    assert sentence_bounds(doc, 1) == (0, 3)
