"""The tier `figures`: the same figures at the same place, of fewer sentences."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.pipeline.excerpt import take_excerpt
from claimx.pipeline.read import Reader
from claimx.records import Claim, make_article
from claimx.textual.layout import LayoutWords, find_blocks

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.txt"))

STORY = """Flood in Tarn leaves 14 dead

TARN, Orsa (Meridian) — The river broke its banks at night. It was the first flood since the bridge was built.

Police said that 14 people had died. Nobody knew at first how many were on the bridge. “We lost 30 houses,” the
mayor, Ana Lind, said. She went home late.

The mayor is 51 years old. She stayed for two hours.

Town | Dead | Hurt
Tarn | 14 | 20
Orsk | 15 | 21

About 1,200 people were moved to schools.
"""

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def figures() -> Reader:
    return Reader(tier="figures")


def core(claim: Claim) -> tuple[object, ...]:
    return claim.id, claim.start, claim.end, claim.text, claim.metric, claim.quantity, claim.sentence, claim.zone


def test_the_claims_are_those_of_the_whole(reader: Reader, figures: Reader) -> None:
    article = make_article(STORY, title="A night in Tarn that killed 14", published="2031-05-04")
    whole, short = reader.read_one(article), figures.read_one(article)

    assert [core(each) for each in short.claims] == [core(each) for each in whole.claims]
    assert [note.code for note in short.notes] == [note.code for note in whole.notes] == ["CX950"]


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_so_they_are_in_the_samples(file: Path, reader: Reader, figures: Reader) -> None:
    article = make_article(file.read_text(encoding="utf-8"))
    whole, short = reader.read_one(article), figures.read_one(article)

    assert [core(each) for each in short.claims] == [core(each) for each in whole.claims]


def test_only_sentences_with_a_figure_and_the_beginning_are_read(figures: Reader) -> None:
    layout = LayoutWords()
    numbers = figures.numbers.find(STORY, figures.context(make_article(STORY)))
    excerpt = take_excerpt(STORY, find_blocks(STORY, layout), numbers)

    assert [STORY[piece.start : piece.end].split(maxsplit=1)[0] for piece in excerpt.pieces] == [
        "Flood",
        "TARN,",
        "Police",
        "“We",
        "About",
    ]
    for piece in excerpt.pieces:
        assert excerpt.text[piece.at :].startswith(STORY[piece.start : piece.end])


def test_the_output_names_the_tier(reader: Reader, figures: Reader) -> None:
    article = make_article(STORY)

    assert figures.read_one(article).producer.tier == "figures"
    assert "tier" not in reader.read_one(article).model_dump(mode="json")["producer"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "Nothing here.", "a | 1\nb | 2\nc | 3"])
def test_an_article_without_figures_has_none(text: str, figures: Reader) -> None:
    assert figures.read_one(make_article(text)).claims == ()


PIECES = [
    "14 people died",
    ". ",
    "The",
    "\n\n",
    "“",
    "” ",
    "said",
    "Lind",
    "| 5 ",
    "\n",
    "about 30%",
    " ",
    "Dr. ",
    "İ",
    "one",
]


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
@settings(max_examples=20)
def test_whatever_is_found_stands_in_the_text(pieces: list[str], figures: Reader) -> None:
    text = "".join(pieces)
    extraction = figures.read_one(make_article(text))

    assert all(span.of(text, None) for span in extraction.spans())
