from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare.align import align
from claimx.compare.reading import read_figures
from claimx.compare.repeats import Node, gather
from claimx.compare.settings import CompareSettings

SETTINGS = CompareSettings()


def nodes(name: str, text: str, place: str, code: str | None, *, published: str = "2024-03-01") -> tuple[Node, ...]:
    article = make_article(text=f"The war in {place} killed {text} people.", id=name, source=name, published=published)
    event = make_event(article=article, name=f"war in {place}", kind="war")
    claim = make_claim(
        article=article, text=text, who="people", where=place, code=code, event=event, series="cumulative"
    )
    return gather(read_figures(make_extraction(article=article, claims=[claim], events=[event]), SETTINGS), SETTINGS)


def groups(*found: tuple[Node, ...]) -> list[set[str]]:
    aligned = align([node for each in found for node in each], SETTINGS)
    return sorted(({node.scope.article.id for node in cluster.nodes} for cluster in aligned.clusters), key=sorted)


def test_figures_of_one_thing_come_together() -> None:
    one, other = nodes("a", "4,100", "Kenya", "KE"), nodes("b", "4,300", "Kenya", "KE")

    assert groups(one, other) == [{"a", "b"}]


def test_two_countries_stay_apart_and_are_counted() -> None:
    one, other = nodes("a", "4,100", "Kenya", "KE"), nodes("b", "4,100", "Uganda", "UG")
    aligned = align([*one, *other], SETTINGS)

    assert groups(one, other) == [{"a"}, {"b"}]
    assert not aligned.apart or set(aligned.apart) <= {"place differs", "event differs"}


def test_one_article_has_one_place_in_a_group() -> None:
    article = make_article(text="The war in Kenya killed 4,100 people. It killed 900 people.", id="a", source="a")
    event = make_event(article=article, name="war in Kenya", kind="war")
    claims = [
        make_claim(article=article, text=each, who="people", where="Kenya", code="KE", event=event, series="cumulative")
        for each in ("4,100", "900")
    ]
    both = gather(read_figures(make_extraction(article=article, claims=claims, events=[event]), SETTINGS), SETTINGS)
    other = nodes("b", "4,300", "Kenya", "KE")
    aligned = align([*both, *other], SETTINGS)
    sizes = sorted(len(cluster.nodes) for cluster in aligned.clusters)
    joined = next(cluster for cluster in aligned.clusters if len(cluster.nodes) > 1)

    assert sizes == [1, 2]
    assert {node.scope.claim.text for node in joined.nodes} == {"4,100", "4,300"}
