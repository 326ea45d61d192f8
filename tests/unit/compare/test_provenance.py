from collections.abc import Sequence

import pytest
from builders import make_article, make_claim, make_extraction

from claimx.compare.figure import Figure
from claimx.compare.origins import origin_words
from claimx.compare.provenance import Provenance
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings
from claimx.records.extraction import Extraction

WALL = (
    "The earthen wall above the village gave way shortly after midnight, and the water carried off eleven houses, two "
    "mills and the only bridge within a quarter of an hour. In all 34 people drowned in their beds."
)


def reading(outlet: str, *source: str, text: str = "", published: str | None = None) -> Extraction:
    text = text or f"It killed 34 people in Kenya, said {', citing '.join(source)}."
    article = make_article(text=text, source=outlet, published=published)
    where = "Kenya" if "Kenya" in text else None
    claim = make_claim(article=article, text="34", source=source, where=where, code="KE" if where else None)
    return make_extraction(article=article, claims=[claim])


def traced(*readings: Extraction) -> tuple[Provenance, list[Figure]]:
    figures = [figure for each in readings for figure in read_figures(each, CompareSettings())]
    return Provenance(readings), figures


def chains(*readings: Extraction) -> list[str]:
    provenance, figures = traced(*readings)
    return [" ← ".join(link.name for link in provenance.trace(figure).links) for figure in figures]


def count(*readings: Extraction) -> int:
    provenance, figures = traced(*readings)
    forth, back = provenance.back(figures), provenance.back(figures[::-1])
    assert len(set(forth.sources)) == len(forth.records()) == len(set(back.sources))
    return len(forth.records())


def test_the_origin_is_the_end_of_the_chain() -> None:
    assert origin_words(reading("Ferry Post", "Zeta Wire", "the harbour police").claims[0]) == {"harbour", "police"}
    assert origin_words(reading("Ferry Post").claims[0]) is None
    assert origin_words(reading("Ferry Post", "officials").claims[0]) is None


def test_a_chain_goes_from_the_outlet_to_the_origin() -> None:
    assert chains(reading("Ferry Post", "Reuters", "Kenyan health officials")) == [
        "Ferry Post ← Reuters ← Kenya health ministry"
    ]
    assert chains(reading("Ferry Post")) == ["Ferry Post"]
    assert chains(reading("Reuters", "officials")) == ["Reuters"]


def test_outlets_that_cite_one_office_are_one_source() -> None:
    one = reading("Ferry Post", "Zeta Wire", "the harbour police")
    other = reading("Hill Courier", "harbour police")

    assert count(one, other) == 1
    assert count(one, other, reading("Coast Radio")) == 2
    assert count(reading("Coast Radio"), reading("Coast Radio", text="It killed 34 people.")) == 1


@pytest.mark.parametrize(
    ("one", "other", "sources"),
    [
        (("AFP", "Kenyan health officials"), ("Kenya’s Ministry of Health",), 1),
        (("the health ministry",), ("Kenyan health officials",), 1),
        (("Kenyan police",), ("Kenyan health officials",), 2),
        (("the Kenyan army",), ("Uganda’s army",), 2),
        (("Reuters",), ("Thomson Reuters",), 1),
        (("officials",), ("officials",), 2),
    ],
)
def test_names_of_one_source(one: Sequence[str], other: Sequence[str], sources: int) -> None:
    assert count(reading("Ferry Post", *one), reading("Hill Courier", *other)) == sources


def test_an_unsourced_figure_beside_a_sourced_one_is_no_source_of_its_own() -> None:
    text = "Dam kills 34 people. It killed 34 people in Kenya, said Kenyan police."
    article = make_article(text=text, source="Ferry Post")
    claims = [
        make_claim(article=article, text="34"),
        make_claim(article=article, text="34", nth=1, source="Kenyan police"),
    ]

    assert count(make_extraction(article=article, claims=claims), reading("Hill Courier", "Kenyan police")) == 1


def test_a_copied_passage_is_one_source() -> None:
    first = reading("Ferry Post", text=WALL, published="2031-05-01")
    copy = reading("Hill Courier", text=f"ORSA – {WALL} More soon.", published="2031-05-02")
    own = reading("Coast Radio", text="A dam broke at night, and 34 people were killed.", published="2031-05-02")

    assert count(first, copy) == 1
    assert count(first, copy, own) == 2
    assert chains(first, copy) == ["Ferry Post", "Hill Courier ← Ferry Post"]


def test_a_copied_passage_is_the_agencys_that_one_of_the_outlets_credits() -> None:
    first = reading("Ferry Post", text=WALL)
    copy = reading("Hill Courier", text=f"ORSA (AFP) – {WALL}")

    assert chains(first, copy) == ["Ferry Post ← AFP", "Hill Courier ← AFP"]
    assert count(first, copy) == 1


def test_a_text_of_one_day_is_nobodys_first() -> None:
    assert chains(reading("Ferry Post", text=WALL), reading("Hill Courier", text=f"{WALL} More soon."))[1] == (
        "Hill Courier ← text shared with Ferry Post"
    )


def test_an_outlet_that_is_cited_is_that_outlet() -> None:
    assert count(reading("Coast Radio"), reading("Hill Courier", "Coast Radio")) == 1
