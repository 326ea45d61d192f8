"""Laws of where figures come from, for any articles."""

from builders import make_article, make_claim, make_event, make_extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.compare import compare_extractions
from claimx.compare.drift import drift_findings
from claimx.compare.reuse import find_reuse
from claimx.records.base import content_id
from claimx.records.extraction import Extraction
from claimx.records.quote import Quote

SOURCES = (None, "officials", "Kenyan police", "Kenyan health officials", "the health ministry", "Reuters", "Ada Lind")
PASSAGES = (
    "The river rose by four metres overnight and tore away the lower market, the tannery and both of the footbridges.",
    "Those who slept near the bank had no time to leave, and their neighbours heard them call until it was nearly day.",
    "Boats from three villages downstream went out before anybody had asked them to, and brought in whom they found.",
)
SAID = (
    "We will bring all of the miners home before the week is out",
    "We may bring all of the miners home by the week",
)


@st.composite
def readings(draw: st.DrawFn, name: str) -> Extraction:
    source = draw(st.sampled_from(SOURCES))
    number = draw(st.sampled_from(["34", "about 40", "1,163"]))
    body = " ".join(draw(st.lists(st.sampled_from(PASSAGES), max_size=3)))
    said = draw(st.sampled_from(SAID))
    told = f", {source} said" if source else ""
    credit = draw(st.sampled_from(["", "NAIROBI (AFP) – ", "NAIROBI – "]))
    text = f"{credit}{body} The flood in Kenya killed {number} people{told}. “{said},” said Imre Volt."
    article = make_article(text=text, id=name, source=f"outlet {name}", published=draw(st.sampled_from(DAYS)))
    event = make_event(article=article, name="flood in Kenya", kind="flood", from_="2031-05-02")
    claim = make_claim(article=article, text=number, who="people", where="Kenya", code="KE", event=event, source=source)
    start = text.index("“") + 1
    quote = Quote(
        id=content_id("q", name),
        kind="direct",
        start=start,
        end=start + len(said),
        text=said,
        confidence="0.9",
    )
    return make_extraction(article=article, claims=[claim], events=[event]).model_copy(update={"quotes": (quote,)})


DAYS = (None, "2031-05-03", "2031-05-04")


@st.composite
def several(draw: st.DrawFn) -> list[Extraction]:
    return [draw(readings(name)) for name in "abcde"[: draw(st.integers(2, 5))]]


@settings(deadline=None, max_examples=40)
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_articles_plays_no_part(articles: list[Extraction], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert compare_extractions(articles) == compare_extractions(shuffled)
    assert find_reuse(articles) == find_reuse(shuffled)
    assert drift_findings(articles) == drift_findings(shuffled)


@settings(deadline=None, max_examples=40)
@given(several())
def test_sources_are_no_more_than_outlets_and_hold_every_figure_once(articles: list[Extraction]) -> None:
    for group in compare_extractions(articles).groups:
        claims = [claim for source in group.sources for claim in source.claims]

        assert 1 <= group.independent_sources == len(group.sources) <= len({m.article_id for m in group.members})
        assert sorted(claims) == sorted(member.claim_id for member in group.members)
        assert all(member.chain for member in group.members)


@settings(deadline=None, max_examples=40)
@given(several())
def test_another_outlet_that_prints_the_same_words_is_no_new_source(articles: list[Extraction]) -> None:
    """A whole article taken over, with enough words outside its quotation to show it."""
    whole = [each for each in articles if sum(passage in (each.article.text or "") for passage in PASSAGES) > 1]
    if not whole:
        return
    taken = whole[0]
    copy = make_extraction(
        article=taken.article.model_copy(update={"id": "z", "source": "outlet z"}),
        claims=[each.model_copy(update={"id": f"{each.id}-z", "event_id": None}) for each in taken.claims],
    )
    before = {group.id: group.independent_sources for group in compare_extractions(articles).groups}
    after = compare_extractions([*articles, copy])
    held = [group for group in after.groups if any(m.claim_id == taken.claims[0].id for m in group.members)]

    for group in held:
        if group.id in before and any(member.article_id == "z" for member in group.members):
            assert group.independent_sources <= before[group.id]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=300), max_size=4))
def test_any_texts_are_compared(texts: list[str]) -> None:
    made = [make_extraction(article=make_article(text=text, id=str(place))) for place, text in enumerate(texts)]

    find_reuse(made)
