import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import Selection
from claimx.errors import ClaimxError
from claimx.records.extraction import Extraction


def flood(published: str | None = "2031-06-02") -> Extraction:
    article = make_article(
        text="The flood killed 14 people in Mombasa and 9 in Arua. Rain hurt 6 people.", published=published
    )
    event = make_event(article=article, name="Coast flood", kind="flood", place="Mombasa")
    claims = [
        make_claim(article=article, text="14", where="Mombasa", code="KE", event=event),
        make_claim(article=article, text="9", where="Arua", code="UG"),
        make_claim(article=article, text="6", metric="injured"),
    ]
    return make_extraction(article=article, claims=claims, events=[event])


def kept(selection: Selection, extraction: Extraction | None = None) -> list[str]:
    return [claim.text for claim in selection.of(extraction or flood()).claims]


@pytest.mark.parametrize(
    ("selection", "wanted"),
    [
        (Selection(), ["14", "9", "6"]),
        (Selection(metrics=frozenset({"injured"})), ["6"]),
        (Selection(where=("KE",)), ["14"]),
        (Selection(where=("Kenya",)), ["14"]),
        (Selection(where=("mombasa",)), ["14"]),
        (Selection(where=("Kenya", "UG")), ["14", "9"]),
        (Selection(where=("Tanzania",)), []),
        (Selection(events=("coast",)), ["14"]),
        (Selection(events=("quake",)), []),
        (Selection(since="2031-06-02"), ["14", "9", "6"]),
        (Selection(since="2031"), ["14", "9", "6"]),
        (Selection(since="2031-07"), []),
        (Selection(where=("Kenya",), metrics=frozenset({"injured"})), []),
    ],
)
def test_what_is_chosen(selection: Selection, wanted: list[str]) -> None:
    assert kept(selection) == wanted


def test_figures_without_a_date_are_of_no_day() -> None:
    assert kept(Selection(since="1990"), flood(published=None)) == []


@pytest.mark.parametrize("bad", [{"since": "soon"}, {"where": ("",)}, {"events": ("the",)}])
def test_what_cannot_be_meant_is_refused(bad: dict[str, object]) -> None:
    with pytest.raises(ClaimxError):
        Selection(**bad)  # type: ignore[arg-type]


def test_what_is_nowhere_is_said_with_what_is_there() -> None:
    chosen = Selection(frozenset({"kiled", "killed"}), ("Kenia", "Kenya"), ("quake",), "2032")

    assert list(chosen.unmatched([flood()])) == [
        ("metric", "kiled", ("injured", "killed")),
        ("where", "Kenia", ("Arua", "Mombasa")),
        ("event", "quake", ("Coast flood",)),
        ("since", "2032", ("2031-06-02",)),
    ]


def test_a_part_forgets_a_whole_that_is_left_out() -> None:
    article = make_article(text="It killed 14 people and hurt 9 of them.")
    whole = make_claim(article=article, text="14")
    part = make_claim(article=article, text="9", metric="injured", part_of=whole)
    extraction = make_extraction(article=article, claims=[whole, part])

    assert [claim.part_of for claim in Selection(metrics=frozenset({"injured"})).of(extraction).claims] == [None]
    assert Selection(metrics=frozenset({"injured", "killed"})).of(extraction) == extraction
