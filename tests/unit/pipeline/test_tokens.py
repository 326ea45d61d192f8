"""Tokens of ordinary and of endless runs of characters."""

import pytest
from spacy.lang.en import English

from claimx.pipeline.tokens import LONGEST_RUN, keep_points, make_tokens


@pytest.fixture(scope="module")
def blank() -> English:
    return English()


def test_ordinary_text_has_the_tokens_of_the_model(blank: English) -> None:
    text = "At least 1,450 people fled, the mayor said.\n\nNobody was hurt."

    assert [each.text for each in make_tokens(blank, text)] == [each.text for each in blank(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a" * (LONGEST_RUN + 1),
        "“" * (3 * LONGEST_RUN),
        f"Before {'(' * (2 * LONGEST_RUN)} between  {'$' * (LONGEST_RUN + 7)} after",
        "😀" * (LONGEST_RUN * 2) + "\n\n 5 died.",
    ],
)
def test_an_endless_run_keeps_its_text(blank: English, text: str) -> None:
    doc = make_tokens(blank, text)

    assert doc.text == text
    assert all(doc.text[each.idx : each.idx + len(each)] == each.text for each in doc)


def test_an_endless_run_is_not_looked_at_as_a_whole() -> None:
    asked: list[int] = []
    nlp = English()
    whole = nlp.tokenizer.prefix_search
    nlp.tokenizer.prefix_search = lambda text: (asked.append(len(text)), whole(text))[1]

    make_tokens(nlp, "“" * (4 * LONGEST_RUN))

    assert 0 < max(asked) <= LONGEST_RUN


def test_a_title_keeps_its_point() -> None:
    nlp = English()
    text = "Five died, said Sgt. Odile Marsh. CAPT. Ivo Brandt was at sea."
    assert "Sgt." not in [each.text for each in make_tokens(nlp, text)]

    keep_points(nlp, ["Sgt.", "CAPT."])

    assert [each.text for each in make_tokens(nlp, text) if each.text.endswith(".")] == ["Sgt.", ".", "CAPT.", "."]


def test_a_word_behind_a_special_case_is_cut_once() -> None:
    asked: list[str] = []
    nlp = English()
    whole = nlp.tokenizer.suffix_search
    nlp.tokenizer.suffix_search = lambda text: (asked.append(text), whole(text))[1]
    text = "They don't sail.\n\nThe weir, said Marsh, held."
    once = [each.text for each in make_tokens(nlp, text)]
    asked.clear()

    again = [each.text for each in make_tokens(nlp, text)]

    assert again == once
    assert not {"The", "weir,", "said", "Marsh,", "held."} & set(asked)
