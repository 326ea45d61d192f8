"""Laws of comparing that hold for any articles."""

from decimal import Decimal

from builders import make_article, make_claim, make_event, make_extraction
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.compare import CompareSettings, Selection, compare_extractions
from claimx.compare.reading import read_figures
from claimx.compare.scope import plain_days, relate, weigh
from claimx.compare.slips import slip_between
from claimx.compare.verdict import compare_figures
from claimx.records.comparison import Comparison
from claimx.records.extraction import Extraction
from claimx.records.span import Span

PLACES = {"Orsa": None, "Kenya": "KE", "Uganda": "UG", "Texas": "US-TX"}
GROUPS = {"people": (), "children": ("child",), "soldiers": ("soldier",), "Kenyans": ("kenyan",)}
NUMBERS = st.sampled_from(
    ["7", "12", "13", "at least 12", "about 130", "1,200", "1,240", "dozens", "nearly 130", "up to 50"]
)
LEVELS = ("note", "warning", "error")
WORSE = ("agree", "update", "tension", "conflict")


@st.composite
def readings(draw: st.DrawFn, name: str = "a") -> Extraction:
    place = draw(st.sampled_from(sorted(PLACES)))
    kind = draw(st.sampled_from(["flood", "attack", "war"]))
    dates = st.one_of(st.none(), st.sampled_from(["2020-03-01", "2020-03-05", "2020-06-01"]))
    written = [(draw(NUMBERS), draw(st.sampled_from(sorted(GROUPS)))) for _ in range(draw(st.integers(1, 3)))]
    text = " ".join(f"In {place} the {kind} {number} killed {number} {who}." for number, who in written)
    article = make_article(text=text, id=name, source=f"outlet {name}", published=draw(dates))
    event = make_event(article=article, name=f"{kind} in {place}", kind=kind) if draw(st.booleans()) else None
    claims = {}
    for number, who in written:
        claim = make_claim(
            article=article,
            text=number,
            nth=2 * [each for each, _ in written[: written.index((number, who))]].count(number) + 1,
            metric=draw(st.sampled_from(["killed", "missing"])),
            who=who,
            groups=GROUPS[who],
            where=place if draw(st.booleans()) else None,
            code=PLACES[place],
            event=event,
        )
        claims[claim.id] = claim
    return make_extraction(article=article, claims=list(claims.values()), events=[event] if event else [])


@st.composite
def several(draw: st.DrawFn) -> list[Extraction]:
    return [draw(readings(name)) for name in "abcd"[: draw(st.integers(1, 4))]]


def level(comparison: Comparison) -> int:
    """The highest level of what figures say of one another; where they come from (CX4) is another matter."""
    findings = (finding for finding in comparison.findings if not finding.code.startswith("CX4"))
    return max((LEVELS.index(finding.level) + 1 for finding in findings), default=0)


@settings(deadline=None, max_examples=60)
@given(several(), st.randoms(use_true_random=False))
def test_the_order_of_articles_plays_no_part(articles: list[Extraction], random: object) -> None:
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert compare_extractions(articles, pairs=True) == compare_extractions(shuffled, pairs=True)


@settings(deadline=None, max_examples=60)
@given(readings())
def test_an_article_does_not_contradict_itself_between_articles(article: Extraction) -> None:
    comparison = compare_extractions([article, article])

    assert not [finding for finding in comparison.findings if finding.code.startswith("CX1")]


@settings(deadline=None, max_examples=60)
@given(several(), st.sampled_from(["0.05", "0.1", "0.3"]))
def test_a_wider_tolerance_never_raises_a_level(articles: list[Extraction], width: str) -> None:
    narrow = compare_extractions(articles, CompareSettings(width=Decimal("0.02")))
    wide = compare_extractions(articles, CompareSettings(width=Decimal(width)))

    assert level(wide) <= level(narrow)


@settings(deadline=None, max_examples=60)
@given(several())
def test_an_unrelated_article_changes_no_group(articles: list[Extraction]) -> None:
    article = make_article(
        text="The vote in Lisbon drew 812 delegates.", id="z", source="outlet z", published="2020-03-04"
    )
    claim = make_claim(article=article, text="812", metric="attendance", where="Lisbon", code="PT")
    more = compare_extractions([*articles, make_extraction(article=article, claims=[claim])], pairs=True)
    before = compare_extractions(articles, pairs=True)

    assert set(map(repr, before.groups)) <= set(map(repr, more.groups))
    assert more.findings == before.findings


@settings(deadline=None, max_examples=60)
@given(several())
def test_every_pair_of_figures_is_compared_or_counted_with_its_reason(articles: list[Extraction]) -> None:
    comparison = compare_extractions(articles)
    homes = [len({member.article_id for member in group.members}) for group in comparison.groups]
    figures = [sum(name in {m.article_id for m in group.members} for group in comparison.groups) for name in "abcd"]
    across = [pairs_of(number) for number in (sum(figures), *figures)]

    assert comparison.not_compared.count == sum(comparison.not_compared.reasons.values())
    assert min(comparison.not_compared.reasons.values(), default=1) > 0
    assert comparison.not_compared.count + sum(map(pairs_of, homes)) == across[0] - sum(across[1:])


def pairs_of(number: int) -> int:
    return number * (number - 1) // 2


@settings(deadline=None, max_examples=60)
@given(readings("a"), readings("b"))
def test_scopes_and_verdicts_are_symmetric(one: Extraction, other: Extraction) -> None:
    chosen = CompareSettings()
    turned = {"narrower": "wider", "wider": "narrower"}
    for a in read_figures(one, chosen):
        for b in read_figures(other, chosen):
            forth, back = relate(a, b, chosen), relate(b, a, chosen)
            assert (forth.confidence, forth.differs) == (back.confidence, back.differs)
            assert turned.get(forth.who, forth.who) == back.who
            assert turned.get(forth.where, forth.where) == back.where
            assert compare_figures(a, b, chosen) == compare_figures(b, a, chosen)
            assert weigh(a, b, chosen) == (forth.confidence, forth.differs)


def counted_in(day: int, who: str) -> Extraction:
    article = make_article(text=f"The flood killed 12 {who}.", source=f"Post {day}", published="2020-06-01")
    event = make_event(article=article, name="flood", kind="flood", from_=f"2020-03-{day:02}")
    event = event.model_copy(update={"mentions": (Span(start=4, end=9, text="flood"),)})
    made = make_claim(article=article, text="12", who=who, groups=GROUPS.get(who, ()), event=event)
    return make_extraction(article=article, claims=[made], events=[event])


@given(st.integers(1, 9), st.integers(1, 9), *[st.sampled_from(["people", "residents", "children"])] * 2)
def test_days_alone_keep_apart_only_what_the_whole_scope_does(one: int, other: int, who: str, whom: str) -> None:
    chosen = CompareSettings()
    (a,), (b,) = (read_figures(counted_in(*each), chosen) for each in ((one, who), (other, whom)))
    mine, theirs = plain_days(a), plain_days(b)

    assert (mine is None, theirs is None) == (who == "children", whom == "children")
    if mine is not None and theirs is not None:
        assert mine.apart_from(theirs) == (abs(one - other) > 1)
        assert not mine.apart_from(theirs) or weigh(a, b, chosen) == (0.0, "event differs")


@settings(deadline=None, max_examples=60)
@given(several())
def test_every_figure_is_in_one_group_at_most(articles: list[Extraction]) -> None:
    members = [member.claim_id for group in compare_extractions(articles).groups for member in group.members]

    assert len(members) == len(set(members))


@settings(deadline=None, max_examples=60)
@given(several())
def test_a_copy_of_an_article_raises_no_level(articles: list[Extraction]) -> None:
    """The same text in another outlet says nothing new: what agreed still agrees, and nothing gets worse."""
    both = [*articles, copied(articles[0])]

    assert len(compare_extractions(both).articles) == len(articles) + 1
    assert level(compare_extractions(both)) == level(compare_extractions(articles))


def copied(extraction: Extraction) -> Extraction:
    """The same article in another outlet, with ids of its own."""
    article = extraction.article.model_copy(update={"id": "z", "source": "outlet z"})
    events = [event.model_copy(update={"id": f"{event.id}-z"}) for event in extraction.events]
    claims = [
        claim.model_copy(update={"id": f"{claim.id}-z", "event_id": claim.event_id and f"{claim.event_id}-z"})
        for claim in extraction.claims
    ]
    return make_extraction(article=article, claims=claims, events=events)


@settings(deadline=None, max_examples=80)
@given(NUMBERS, NUMBERS, st.sampled_from(["0.05", "0.1", "0.3"]))
def test_a_wider_interval_makes_no_conflict_of_agreement(one: str, other: str, width: str) -> None:
    narrow, wide = CompareSettings(width=Decimal("0.02")), CompareSettings(width=Decimal(width))
    first, second = (read_figures(lone(number, name), narrow)[0] for number, name in ((one, "a"), (other, "b")))
    before = compare_figures(first, second, narrow).relation
    first, second = (read_figures(lone(number, name), wide)[0] for number, name in ((one, "a"), (other, "b")))
    after = compare_figures(first, second, wide).relation

    assert WORSE.index(after) <= WORSE.index(before)


def lone(number: str, name: str) -> Extraction:
    article = make_article(text=f"The flood killed {number} people.", id=name, source=name, published="2020-03-01")
    return make_extraction(article=article, claims=[make_claim(article=article, text=number, who="people")])


@settings(deadline=None, max_examples=60)
@given(several())
def test_choosing_everything_is_comparing_everything(articles: list[Extraction]) -> None:
    chosen = Selection(metrics=frozenset({"killed", "missing"}))

    assert compare_extractions([chosen.of(each) for each in articles]) == compare_extractions(articles)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 10**7), st.integers(1, 10**7))
def test_slips_are_symmetric_and_of_two_numbers(one: int, other: int) -> None:
    assert slip_between(Decimal(one), Decimal(other)) == slip_between(Decimal(other), Decimal(one))
    assert slip_between(Decimal(one), Decimal(one)) is None
