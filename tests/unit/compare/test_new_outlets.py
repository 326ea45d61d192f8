"""One more outlet with a number that is known revives no finding on definitions, parts or percentages."""

import pytest
from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction


def told(outlet: str, words: str, number: str, **claim: object) -> Extraction:
    article = make_article(text=f"The raid on Orsa: {words}.", source=outlet, id=outlet, published="2031-05-04")
    event = make_event(article=article, name="raid on Orsa", kind="attack", from_="2031-05-03", place="Orsa")
    made = make_claim(article=article, text=number, where="Orsa", event=event, **claim)
    return make_extraction(article=article, claims=[made], events=[event])


SEIZED = ("48 hostages seized", "48", {"metric": "hostages_taken", "who": "hostages", "groups": ["hostage"]})
HELD = ("31 hostages held", "31", {"metric": "hostages_held", "who": "hostages", "groups": ["hostage"]})
CHILDREN = ("31 children killed", "31", {"who": "children", "groups": ["child"]})
PEOPLE = ("25 people killed", "25", {"who": "people"})
SHARE = ("60 percent of the houses burnt", "60 percent", {"unit": "percent", "of": "the houses"})
WHOLE = ("it has 4,200 houses", "4,200", {"metric": "count", "unit": "house"})
HOUSES = ("1,130 houses burnt", "1,130", {"unit": "house", "who": "houses"})
BURNT = {"metric": "infrastructure_damaged"}


@pytest.mark.parametrize(
    ("code", "given", "repeated"),
    [
        ("CX104", (SEIZED, HELD), HELD),
        ("CX104", (SEIZED, HELD), SEIZED),
        ("CX105", (CHILDREN, PEOPLE), PEOPLE),
        ("CX105", (CHILDREN, PEOPLE), CHILDREN),
        ("CX103", ((*SHARE[:2], SHARE[2] | BURNT), WHOLE, (*HOUSES[:2], HOUSES[2] | BURNT)), WHOLE),
        (
            "CX103",
            ((*SHARE[:2], SHARE[2] | BURNT), WHOLE, (*HOUSES[:2], HOUSES[2] | BURNT)),
            (*HOUSES[:2], HOUSES[2] | BURNT),
        ),
    ],
)
@pytest.mark.parametrize("outlet", ["Abbey Echo", "Zenith Post"])
def test_fingerprint_stays(
    code: str, given: tuple[tuple[str, str, dict[str, object]], ...], repeated: tuple[str, str, dict], outlet: str
) -> None:
    articles = [told(f"outlet {number}", words, text, **more) for number, (words, text, more) in enumerate(given)]
    one_more = told(outlet, *repeated[:2], **repeated[2])
    before, after = (
        [finding.fingerprint for finding in compare_extractions(some).findings if finding.code == code]
        for some in (articles, [*articles, one_more])
    )
    assert len(before) == 1
    assert after == before
