"""Dates of a text as days."""

import pytest

from claimx.pipeline.scope.words import load_date_words
from claimx.textual.dates import DateMention, as_day, find_dates

WEDNESDAY = "2021-06-16"


def dates(text: str, published: str | None = WEDNESDAY) -> tuple[DateMention, ...]:
    return find_dates(text, load_date_words(), published=published)


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("The dam broke on 14 September 2019.", "14 September 2019", "2019-09-14", "2019-09-14"),
        ("It opened September 14, 2019, in rain.", "September 14, 2019", "2019-09-14", "2019-09-14"),
        ("Shelling on May 3-5, 2020 killed two.", "May 3-5, 2020", "2020-05-03", "2020-05-05"),
        ("Updated 2021-02-09 by staff", "2021-02-09", "2021-02-09", "2021-02-09"),
        ("Updated 09.02.2021 by staff", "09.02.2021", "2021-02-09", "2021-02-09"),
        ("the February 9 landslide", "February 9", "2021-02-09", "2021-02-09"),
        ("a blast on 20 June", "20 June", "2020-06-20", "2020-06-20"),
        ("The ferry sank on Monday.", "Monday", "2021-06-14", "2021-06-14"),
        ("It sank on Wednesday.", "Wednesday", "2021-06-16", "2021-06-16"),
        ("It sank last Wednesday.", "last Wednesday", "2021-06-09", "2021-06-09"),
        ("It sails next Friday.", "next Friday", "2021-06-18", "2021-06-18"),
        ("Rain fell yesterday.", "yesterday", "2021-06-15", "2021-06-15"),
        ("a flood last March", "last March", "2021-03-01", "2021-03-31"),
        ("a flood last November", "last November", "2020-11-01", "2020-11-30"),
        ("In August, wells ran dry.", "August", "2020-08-01", "2020-08-31"),
        ("A deal in May 2020 failed.", "May 2020", "2020-05-01", "2020-05-31"),
        ("2009 Orsa dam failure", "2009", "2009-01-01", "2009-12-31"),
        ("the 2009 flood", "2009", "2009-01-01", "2009-12-31"),
        ("in the past 24 hours", "the past 24 hours", "2021-06-15", "2021-06-16"),
        ("over the last three days", "the last three days", "2021-06-13", "2021-06-16"),
        ("the mine closed two months ago", "two months ago", "2021-04-16", "2021-04-16"),
        ("last week nine fell ill", "last week", "2021-06-07", "2021-06-13"),
        ("Since May 30, forty have drowned.", "Since May 30", "2021-05-30", "2021-06-16"),
        ("The road is shut until 12 June.", "until 12 June", None, "2021-06-12"),
    ],
)
def test_reads_a_date(text: str, words: str, first: str | None, last: str | None) -> None:
    (found,) = dates(text)

    assert (text[found.start : found.end], found.from_day, found.to_day) == (words, first, last)


@pytest.mark.parametrize(
    "text",
    [
        "You may leave.",
        "The band will march by noon.",
        "They counted 2,019 birds.",
        "The sun set.",
        "The 03/04/2021 edition",
        "Flat 12, may contain nuts",
        "",
    ],
)
def test_keeps_quiet_where_no_date_stands(text: str) -> None:
    assert dates(text) == ()


@pytest.mark.parametrize("text", ["It sank on Monday.", "It sank yesterday.", "in the past week", "the May 3 blast"])
def test_a_relative_date_has_no_days_without_the_articles(text: str) -> None:
    (found,) = dates(text, published=None)

    assert (found.from_day, found.to_day) == (None, None)


def test_a_day_takes_the_year_that_the_text_gives_it_elsewhere() -> None:
    first, second = dates("The May 30 blast killed two. It was on May 30, 2018, at noon.")

    assert (first.from_day, second.from_day) == ("2018-05-30", "2018-05-30")


def test_a_day_without_a_year_is_never_after_the_article() -> None:
    (found,) = dates("the June 17 blast")

    assert found.from_day == "2020-06-17"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-06-16T08:00:00+02:00", "2021-06-16"),
        ("2021-06-16", "2021-06-16"),
        ("June", None),
        (None, None),
        ("0001-01-01", None),
    ],
)
def test_as_day(text: str | None, expected: str | None) -> None:
    day = as_day(text)

    assert (day.isoformat() if day else None) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Opened on 3 APRİL 2020.", "2020-04-03"),
        ("opened on 3 aprıl 2020", "2020-04-03"),
        ("It sank on FRİDAY.", "2021-06-11"),
        ("It sank THİS MORNİNG.", "2021-06-16"),
    ],
)
def test_letters_that_patterns_take_for_others_are_read_as_those(text: str, day: str) -> None:
    """Turkish i's: a pattern that ignores case takes them for our i."""
    (found,) = dates(text)

    assert found.from_day == day


def test_a_month_that_is_written_on_to_another_word_opens_a_date() -> None:
    assert [each.from_day for each in dates("It closed midMay 2019, and early-June 2018.")] == [
        "2019-05-10",
        "2018-06-01",
    ]
