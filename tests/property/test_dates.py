"""What holds of dates in any text."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimx.pipeline.scope.words import load_date_words
from claimx.textual.dates import find_dates

PIECES = st.sampled_from(
    [
        "on",
        "since",
        "last",
        "next",
        "past",
        "the",
        "3",
        "31",
        "May",
        "march",
        "Oct.",
        "2020",
        "1999",
        ",",
        "-",
        "ago",
        "two",
        "weeks",
        "year",
        "Monday",
        "yesterday",
        "24",
        "hours",
        "until",
        "of",
        "999",
    ]
)
DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2090, 12, 31))


@given(st.text(), st.one_of(st.none(), st.dates().map(str), st.text()))
def test_never_raises_on_any_text(text: str, published: str | None) -> None:
    find_dates(text, load_date_words(), published=published)


@given(st.lists(PIECES).map(" ".join), st.dates().map(str))
def test_mentions_are_in_order_apart_and_inside_the_text(text: str, published: str) -> None:
    found = find_dates(text, load_date_words(), published=published)

    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(one.start < other.start for one, other in pairwise(found))


@given(st.lists(PIECES).map(" ".join), DAYS.map(str))
def test_a_first_day_is_never_after_the_last(text: str, published: str) -> None:
    for each in find_dates(text, load_date_words(), published=published):
        if each.from_day and each.to_day and each.relation == "in":
            assert each.from_day <= each.to_day


@given(DAYS)
def test_a_date_written_out_is_read_back(day: date) -> None:
    text = f"It happened on {day.day} {day:%B} {day.year}."

    (found,) = find_dates(text, load_date_words())

    assert (found.from_day, found.to_day) == (day.isoformat(), day.isoformat())


@given(DAYS, st.sampled_from(["Monday", "Thursday", "Sunday"]))
def test_a_weekday_is_within_the_last_week(published: date, weekday: str) -> None:
    (found,) = find_dates(f"It sank on {weekday}.", load_date_words(), published=published.isoformat())

    assert found.from_day is not None
    assert 0 <= (published - date.fromisoformat(found.from_day)).days < 7


def test_a_span_since_a_day_after_the_article_has_no_end() -> None:
    [mention] = find_dates("Nobody came since 4 May 2031.", load_date_words(), published="2000-02-29")

    assert (mention.from_day, mention.to_day, mention.relation) == ("2031-05-04", None, "since")


def test_days_of_a_month_the_wrong_way_round_are_the_first_of_them() -> None:
    [mention] = find_dates("The 04-02 May", load_date_words(), published="2031-05-30")

    assert (mention.from_day, mention.to_day) == ("2031-05-04", "2031-05-04")
