from builders import make_article, make_claim, make_extraction

from claimx.compare.figure import Figure
from claimx.compare.provenance import independent_sources, origin
from claimx.compare.reading import read_figures
from claimx.compare.settings import CompareSettings


def figure(outlet: str, *source: str) -> Figure:
    text = f"It killed 34 people, said {', citing '.join(source)}."
    article = make_article(text=text, source=outlet)
    claim = make_claim(article=article, text="34", source=source)
    return read_figures(make_extraction(article=article, claims=[claim]), CompareSettings())[0]


def test_the_origin_is_the_end_of_the_chain() -> None:
    assert origin(figure("Ferry Post", "Zeta Wire", "the harbour police").claim) == {"harbour", "police"}
    assert origin(figure("Ferry Post").claim) is None
    assert origin(figure("Ferry Post", "officials").claim) is None


def test_outlets_that_cite_one_office_are_one_source() -> None:
    one = figure("Ferry Post", "Zeta Wire", "the harbour police")
    other = figure("Hill Courier", "harbour police")

    assert independent_sources([one, other]) == 1
    assert independent_sources([one, other, figure("Coast Radio")]) == 2
    assert independent_sources([figure("Coast Radio"), figure("Coast Radio")]) == 1
