"""Laws of fingerprints: no order, no further outlet, no moved line and no new reading gives a finding another name."""

from collections.abc import Callable, Sequence

from builders import make_claim, make_event, make_extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.compare import compare_extractions
from claimx.compare.known import Known
from claimx.compare.naming import claim_fingerprint
from claimx.records import Comparison, Extraction, Finding, make_article

NUMBERS = ("34", "43", "at least 34", "about 40", "52", "1,200", "more than 1,300", "dozens")
DAYS = (None, "2031-05-04", "2031-05-06", "2031-09-01")
NAMED = st.sampled_from(["Ferry Post", "Hill Courier", "Coast Radio", None])


def reading(number: str, outlet: str | None, day: str | None, *, file: str, above: str = "", place: str = "Orsa"):
    """An article with one figure; without an outlet it is known by its file."""
    text = f"{above}The flood in {place} killed {number} people."
    article = make_article(text, source=outlet, published=day, path=f"in/{file}.txt")
    event = make_event(article=article, name=f"flood in {place}", kind="flood", from_="2031-05-03", place=place)
    claim = make_claim(article=article, text=number, who="people", where=place, event=event)
    return make_extraction(article=article, claims=[claim], events=[event])


@st.composite
def plans(draw: st.DrawFn) -> list[tuple[str, str | None, str | None]]:
    """Number, outlet and day of up to five articles; an outlet has one article for each number and day."""
    each = st.tuples(st.sampled_from(NUMBERS), NAMED, st.sampled_from(DAYS))
    return draw(st.lists(each, min_size=2, max_size=5, unique=True))


def build(plan: Sequence[tuple[str, str | None, str | None]], *, above: str = "") -> list[Extraction]:
    return [reading(*each, file=f"story-{place}", above=above) for place, each in enumerate(plan)]


def names(comparison: Comparison) -> list[str]:
    return [finding.fingerprint for finding in comparison.findings]


def known_from(comparison: Comparison) -> Known:
    return {finding.fingerprint: frozenset(finding.figures) for finding in comparison.findings}


def decided_by(finding: Finding) -> frozenset[tuple[str, str]]:
    return frozenset((claim.article_id, claim.claim_id) for claim in finding.claims)


@settings(deadline=None, max_examples=50)
@given(plans(), st.randoms(use_true_random=False))
def test_order_plays_no_part(plan, random):
    articles = build(plan)
    shuffled = list(articles)
    random.shuffle(shuffled)
    assert names(compare_extractions(articles)) == names(compare_extractions(shuffled))


@settings(deadline=None, max_examples=50)
@given(plans(), st.sampled_from(["\n", "\n\n\n", "ORSA, Monday\n\n", "Weather\n\nIt rained for days.\n\n"]))
def test_moved_lines_change_none(plan, above):
    assert names(compare_extractions(build(plan))) == names(compare_extractions(build(plan, above=above)))


@settings(deadline=None, max_examples=50)
@given(plans(), st.sampled_from(NUMBERS), st.sampled_from(DAYS))
def test_another_outlet_changes_none(plan, number, day):
    articles = build(plan)
    before = compare_extractions(articles)
    joined = [*articles, reading(number, "Sixth Voice", day, file="sixth")]
    after = compare_extractions(joined, known=known_from(before))
    same = {decided_by(finding): finding.fingerprint for finding in before.findings}
    for finding in after.findings:
        assert same.get(decided_by(finding), finding.fingerprint) == finding.fingerprint


@settings(deadline=None, max_examples=50)
@given(plans())
def test_an_outlet_that_repeats_a_figure_brings_no_new_finding(plan):
    """Whoever joins with a number that is there, on a day that is there, brings nothing that was not accepted."""
    articles = build(plan)
    before = compare_extractions(articles)
    joined = [*articles, reading(plan[0][0], "Sixth Voice", plan[0][2], file="sixth")]
    after = compare_extractions(joined, known=known_from(before))
    between = {finding.fingerprint for finding in before.findings if finding.figures}
    assert {finding.fingerprint for finding in after.findings if finding.figures} <= between


@settings(deadline=None, max_examples=50)
@given(plans())
def test_the_same_articles_bring_nothing_new(plan):
    before = compare_extractions(build(plan))
    assert set(names(compare_extractions(build(plan), known=known_from(before)))) == set(names(before))


@settings(deadline=None, max_examples=30)
@given(plans(), st.sampled_from(["12", "61", "2,900"]))
def test_an_outlet_with_another_number_is_news(plan, number):
    """Accepting what is there hides nothing of an outlet that joins later and fits none of the others."""
    dated = [(words, outlet, "2031-09-01") for words, outlet, _ in plan]
    articles = build(list(dict.fromkeys(dated)))
    before = compare_extractions(articles)
    joined = [*articles, reading(number, "Sixth Voice", "2031-09-01", file="sixth")]
    plain, after = compare_extractions(joined), compare_extractions(joined, known=known_from(before))
    with_it = [finding for finding in plain.findings if any(c.source == "Sixth Voice" for c in finding.claims)]
    if with_it and before.findings:
        assert {finding.fingerprint for finding in after.findings} - set(names(before))


def test_reading_anew_changes_none(extract: Callable[..., Extraction]):
    """The same sentences after another paragraph, wrapped otherwise and read again by the pipeline."""
    told = {
        "Ferry Post": "At least 34 people were killed when a flood hit the old town of Lisbon on Monday, it said.",
        "Hill Courier": "The flood that hit the old town of Lisbon on Monday killed 61 people, the police said.",
    }
    wrapped = {outlet: text.replace(", the police", ",\nthe police") for outlet, text in told.items()}
    found = []
    for texts, above in ((told, ""), (wrapped, "The weather was fine.\n\n"), (told, "\n\n")):
        read = [extract(above + text, source=outlet, published="2024-03-05") for outlet, text in texts.items()]
        found.append((names(compare_extractions(read)), sorted(_claims_of(read))))
    assert found[0][0]
    assert found[0] == found[1] == found[2]


def _claims_of(read: Sequence[Extraction]) -> list[str]:
    return [claim_fingerprint(claim, each.article) for each in read for claim in each.claims]
