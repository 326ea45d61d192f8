from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.finding import Finding


def findings(*numbers: tuple[str, str]) -> tuple[Finding, ...]:
    extractions = []
    for day, number in numbers:
        article = make_article(
            text=f"The flood in Orsa has left {number} people missing.", published=day, source=f"outlet {day}"
        )
        event = make_event(article=article, name="flood in Orsa", kind="flood", from_="2031-05-01")
        claim = make_claim(article=article, text=number, metric="missing", where="Orsa", event=event)
        extractions.append(make_extraction(article=article, claims=[claim], events=[event]))
    return compare_extractions(extractions).findings


def test_a_jump_between_two_close_numbers() -> None:
    [found] = findings(("2031-05-02", "310"), ("2031-05-03", "3,200"), ("2031-05-04", "330"))

    assert (found.code, found.level) == ("CX305", "warning")
    assert [claim.text for claim in found.claims] == ["310", "3,200", "330"]
    assert "out of line" in found.message


def test_a_slip_of_zeros_is_named() -> None:
    [found] = findings(("2031-05-02", "310"), ("2031-05-03", "3,100"), ("2031-05-04", "330"))

    assert "zeros" in found.message


def test_a_dip_is_a_jump_too() -> None:
    assert [each.code for each in findings(("2031-05-02", "310"), ("2031-05-03", "31"), ("2031-05-04", "330"))] == [
        "CX305"
    ]


def test_a_series_that_moves_has_no_jump() -> None:
    assert findings(("2031-05-02", "310"), ("2031-05-03", "600"), ("2031-05-04", "330")) == ()
    assert findings(("2031-05-02", "31"), ("2031-05-03", "310"), ("2031-05-04", "900")) == ()
    assert findings(("2031-05-02", "310"), ("2031-05-03", "3,200")) == ()
