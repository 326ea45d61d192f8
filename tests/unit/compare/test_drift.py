import random

import pytest
from builders import make_article, make_extraction

from claimx.compare import compare_extractions
from claimx.compare.drift import drift_findings
from claimx.compare.quoted import MOST_WORDS
from claimx.records.base import content_id
from claimx.records.extraction import Extraction
from claimx.records.quote import Quote
from claimx.records.speaker import Speaker

SAID = "We will bring all of the miners home before the end of the week"


def reading(
    outlet: str, *quotes: str, speaker: str | None = "Ada Lind", published: str = "2031-05-04", **about: str
) -> Extraction:
    """An article with some quotations of one speaker."""
    text = " ".join(f"“{quote}”, {speaker} said." for quote in quotes)
    article = make_article(text=text, source=outlet, published=published)
    who = speaker and Speaker(id=content_id("s", speaker), name=speaker, kind="person", **about)
    made, at = [], 0
    for quote in quotes:
        at = text.index(f"“{quote}”", at) + 1
        made.append(
            Quote(
                id=content_id("q", outlet, at),
                kind="direct",
                start=at,
                end=at + len(quote),
                text=quote,
                speaker_id=who.id if who else None,
                confidence="0.9",
            )
        )
    plain = make_extraction(article=article)
    return plain.model_copy(update={"quotes": tuple(made), "speakers": (who,) if who else ()})


def differing(one: str, other: str, **about: str) -> list[tuple[list[str], list[str]]]:
    findings = drift_findings([reading("Ferry Post", one, **about), reading("Hill Courier", other, **about)])
    return [tuple([span.text for span in claim.differs] for claim in finding.claims) for finding in findings]


@pytest.mark.parametrize(
    ("other", "mine", "theirs"),
    [
        (SAID.replace("miners", "workers"), ["miners"], ["workers"]),
        (SAID.replace("will", "may"), ["will"], ["may"]),
        (SAID.replace("all of the ", ""), ["all of the"], []),
        (SAID.replace("before", "at").replace("week", "month"), ["before", "week"], ["at", "month"]),
        (SAID.replace("We will", "We will not"), [], ["not"]),
        (SAID.replace("all", "nine"), ["all"], ["nine"]),
    ],
)
def test_other_words_are_listed_with_their_places(other: str, mine: list[str], theirs: list[str]) -> None:
    assert differing(SAID, other) == [(mine, theirs)]
    for claim in drift_findings([reading("Ferry Post", SAID), reading("Hill Courier", other)])[0].claims:
        for span in claim.differs:
            assert claim.sentence.text[span.start - claim.sentence.start : span.end - claim.sentence.start] == span.text


@pytest.mark.parametrize(
    "other",
    [
        SAID,
        SAID.upper(),
        "bring all of the miners home before the end of the week",
        "We will bring all of the miners home",
        "We will … bring all of the miners home … the end of the week",
        "We will bring all of the miners home ... before the end of the week",
        "We will bring all of [them] home before the end of the week",
        "We will bring [the] miners home before the end of the week",
        "We'll bring all of the miners home before the end of the week",
        "We will, um, bring all of the miners home before the end of the week",
        "We will bring all of the miners home before the end of that week",
        "We thank the miners who went down again, and all of their families",
        "We will look for the crew of the ferry until the last diver is home",
        "The miners were told a week ago that the pit would close",
    ],
)
def test_look_alikes_are_silent(other: str) -> None:
    assert differing(SAID, other) == []


def test_spellings_of_two_countries_are_one() -> None:
    one = "The defence of the harbour cost 40 per cent of what we had organised for it"
    other = "The defense of the harbor cost 40% of what we had organized for it"

    assert differing(one, other) == []


@pytest.mark.parametrize(
    "second",
    [
        {"speaker": "Imre Volt"},
        {"published": "2031-05-20"},
    ],
)
def test_another_speaker_or_day_is_another_utterance(second: dict[str, str]) -> None:
    other = reading("Hill Courier", SAID.replace("miners", "workers"), **second)

    assert drift_findings([reading("Ferry Post", SAID), other]) == ()


def test_one_outlet_may_quote_a_speaker_twice() -> None:
    assert drift_findings([reading("Ferry Post", SAID, SAID.replace("miners", "workers"))]) == ()


def test_levels() -> None:
    other = SAID.replace("miners", "workers")
    (named,) = drift_findings([reading("Ferry Post", SAID), reading("Hill Courier", other, speaker="Lind")])
    (unnamed,) = drift_findings([reading("Ferry Post", SAID), reading("Hill Courier", other, speaker=None)])
    foreign = {"role": "labour minister", "affiliation": "Norway"}
    (foreign_speaker,) = drift_findings(
        [reading("Ferry Post", SAID, **foreign), reading("Hill Courier", other, **foreign)]
    )

    assert named.level == "warning"
    assert unnamed.level == "note"
    assert (foreign_speaker.level, "may be a translation" in foreign_speaker.message) == ("note", True)


def test_a_third_outlet_with_the_same_words_is_no_second_finding() -> None:
    made = [reading(outlet, SAID) for outlet in ("Ferry Post", "Coast Radio")]
    made.append(reading("Hill Courier", SAID.replace("miners", "workers")))

    findings = drift_findings(made)
    shuffled = drift_findings(random.Random(3).sample(made, 3))  # noqa: S311 - a fixed order, and no secret

    assert len(findings) == 1
    assert findings == shuffled


def test_a_draft_is_held_against_the_quotations_of_its_sources() -> None:
    draft = reading("Desk", SAID.replace("miners", "workers"))
    sources = [reading("Ferry Post", SAID), reading("Coast Radio", SAID.replace("week", "month"))]

    comparison = compare_extractions(sources, drafts=[draft])

    found = [finding for finding in comparison.findings if finding.code == "CX404"]
    assert found
    assert all(draft.article.id in {claim.article_id for claim in finding.claims} for finding in found)


@pytest.mark.parametrize(
    ("other", "level"),
    [
        (SAID.replace("miners", "workers"), "warning"),
        (SAID.replace("We will", "We will not"), "warning"),
        (SAID.replace("before", "by"), "note"),
    ],
)
def test_words_that_say_little_are_a_note(other: str, level: str) -> None:
    (finding,) = drift_findings([reading("Ferry Post", SAID), reading("Hill Courier", other)])

    assert finding.level == level


def test_a_speech_printed_in_full_is_held_against_none() -> None:
    full = " ".join(f"word{number} {number % 7}" for number in range(MOST_WORDS))

    assert differing(f"{SAID} {full}", f"{SAID.replace('miners', 'workers')} {full}") == []
