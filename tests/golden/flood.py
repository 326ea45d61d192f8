"""A comparison built by hand: three outlets on a flood, one figure that cannot hold, one sum, one hostile headline."""

from decimal import Decimal

from claimx.records import (
    Attribution,
    Claim,
    ComparedArticle,
    Comparison,
    Extraction,
    Finding,
    FindingClaim,
    FindingCounts,
    FindingValues,
    Group,
    GroupScope,
    Member,
    NotCompared,
    Note,
    Producer,
    Quantity,
    Quote,
    Span,
    Speaker,
    Sum,
    Summary,
    Where,
    Who,
    make_article,
)

PRODUCER = Producer(version="0", model="none", lexicon="none")
TEXTS = {
    "Morning Ledger": (
        "2031-04-02",
        "The flood in Coimbra killed 19 people, the mayor said. He put the homeless at about 300.",
    ),
    "Radio Litoral": (
        "2031-04-04",
        "Coimbra counts: the flood killed 31 people, officials said. 200 adults and 110 children lost their home.",
    ),
    "Evil [red]Outlet[/red]\x1b[2J": (
        "2031-04-05",
        "The river took 12 \u202elives\u202c in Coimbra \x1b]0;owned\x07last week. Some 305 are homeless.",
    ),
}


def span(text: str, words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(words, start + 1)
    return Span(start=start, end=start + len(words), text=words)


def sentence_around(text: str, start: int) -> Span:
    first = text.rfind(". ", 0, start) + 2 if ". " in text[:start] else 0
    last = text.find(". ", start) + 1 or len(text)
    return Span(start=first, end=last, text=text[first:last])


def claim(text: str, name: str, words: str, metric: str, value: int, **fields: object) -> Claim:
    anchor = span(text, words)
    return Claim.model_validate(
        {
            "id": name,
            "start": anchor.start,
            "end": anchor.end,
            "text": words,
            "metric": metric,
            "quantity": Quantity(
                value=Decimal(value), low=Decimal(value), high=Decimal(value), comparator="exact", unit="people"
            ),
            "sentence": sentence_around(text, anchor.start),
            "rule": "by hand",
            "confidence": Decimal(1),
            **fields,
        }
    )


def extractions() -> tuple[Extraction, ...]:
    articles = [
        make_article(
            text, id=f"a{number}", source=source, published=date, published_from="manifest", path=f"{number}.txt"
        )
        for number, (source, (date, text)) in enumerate(TEXTS.items(), start=1)
    ]
    first, second, third = (article.text or "" for article in articles)
    mayor = Speaker(id="s1", name="Rui Salgado", kind="person", role="mayor", mentions=(span(first, "He"),))
    he = Attribution(**span(first, "He").model_dump(), speaker_id="s1")
    officials = Attribution(**span(second, "officials").model_dump())
    coimbra = Where(**span(first, "Coimbra").model_dump(), name="Coimbra", code="PT")
    people = Who(**span(first, "people").model_dump())
    said = span(first, "He put the homeless at about 300")
    quote = Quote(**said.model_dump(), id="q1", kind="indirect", speaker_id="s1", confidence=Decimal(1))
    return (
        Extraction(
            producer=PRODUCER,
            article=articles[0],
            speakers=(mayor,),
            quotes=(quote,),
            claims=(
                claim(first, "c1", "19", "killed", 19, who=people, where=coimbra),
                claim(first, "c2", "about 300", "displaced", 300, attribution=he, attributions=(he,)),
            ),
        ),
        Extraction(
            producer=PRODUCER,
            article=articles[1],
            claims=(
                claim(second, "c3", "31", "killed", 31, attribution=officials, attributions=(officials,)),
                claim(second, "c4", "200", "displaced", 200),
                claim(second, "c5", "110", "displaced", 110, as_of="2031-04-03", as_of_from="text"),
            ),
        ),
        Extraction(
            producer=PRODUCER,
            article=articles[2],
            claims=(
                claim(third, "c6", "12", "killed", 12),
                claim(third, "c7", "Some 305", "displaced", 305),
            ),
            notes=(Note(code="CX902", level="info", message="the text holds \x1b[31mescape codes"),),
        ),
    )


def member(name: str, article: str, value: int, **fields: object) -> Member:
    exactly = (Decimal(value), Decimal(value))
    return Member.model_validate(
        {"article_id": article, "claim_id": name, "value": value, "possible": exactly, "usual": exactly, **fields}
    )


def shown(found: Extraction, name: str, role: str, line: int) -> FindingClaim:
    figure = next(claim for claim in found.claims if claim.id == name)
    article = found.article
    return FindingClaim.model_validate(
        {
            "role": role,
            "article_id": article.id,
            "claim_id": name,
            "source": article.source,
            "published": article.published,
            "path": article.path,
            "line": line,
            "text": figure.text,
            "start": figure.start,
            "end": figure.end,
            "sentence": figure.sentence,
        }
    )


def comparison(found: tuple[Extraction, ...]) -> Comparison:
    homeless = Group(
        id="g1",
        metric="displaced",
        unit="people",
        scope=GroupScope(where="Coimbra", event="flood"),
        series="stock",
        verdict="agree",
        dated=True,
        central=Decimal(305),
        spread=Decimal("0.03"),
        independent_sources=2,
        members=(
            member("c2", "a1", 300, as_of="2031-04-02"),
            member("c4", "a2", 200, sum="sum1"),
            member("c5", "a2", 110, sum="sum1"),
            member("c7", "a3", 305),
        ),
        sums=(Sum(id="sum1", claims=("c4", "c5"), value=Decimal(310)),),
        reason="about 300 can be 310, the sum of 200 and 110.",
    )
    dead = Group(
        id="g2",
        metric="killed",
        unit="people",
        scope=GroupScope(who="people", where="Coimbra", event="flood"),
        series="event_total",
        verdict="conflict",
        dated=False,
        independent_sources=3,
        members=(member("c1", "a1", 19), member("c3", "a2", 31), member("c6", "a3", 12)),
        reason="12 on 5 April is below the 31 of 4 April, and a toll does not fall.",
    )
    alone = Group(
        id="g3",
        metric="count",
        unit="camp",
        scope=GroupScope(),
        verdict="single",
        dated=True,
        independent_sources=1,
        members=(member("c9", "a1", 4),),
        reason="one source",
    )
    falls = Finding(
        code="CX101",
        level="error",
        message="31 and 12 people killed cannot both hold.",
        group_id="g2",
        claims=(shown(found[1], "c3", "a", 1), shown(found[2], "c6", "b", 1)),
        values=FindingValues(expected=Decimal(31), found=Decimal(12), difference=Decimal(19)),
        fingerprint="f1",
    )
    return Comparison(
        producer=PRODUCER,
        articles=tuple(
            ComparedArticle.model_validate(e.article.model_dump(exclude={"text", "language"})) for e in found
        ),
        groups=(homeless, dead, alone),
        findings=(falls, falls.model_copy(update={"fingerprint": "f2", "suppressed": "baseline"})),
        not_compared=NotCompared(count=3, reasons={"place differs": 1, "event differs": 2}),
        summary=Summary(conflict=1, agree=1, single=1, findings=FindingCounts(error=1)),
        exit_code=1,
    )
