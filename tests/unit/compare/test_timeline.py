from datetime import date

import pytest

from claimx.compare.timeline import Days, days_apart, earlier, read_days, read_span


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2021-02", Days(date(2021, 2, 1), date(2021, 2, 28))),
        ("2021", Days(date(2021, 1, 1), date(2021, 12, 31))),
        ("2021-02-03", Days(date(2021, 2, 3), date(2021, 2, 3))),
        ("2021-02-03T10:00:00Z", Days(date(2021, 2, 3), date(2021, 2, 3))),
        ("2021-02-31", None),
        ("9999-12-31", None),
        ("0001-01-01", None),
        ("soon", None),
        (None, None),
    ],
)
def test_a_date_covers_its_days(written: str | None, wanted: Days | None) -> None:
    assert read_days(written) == wanted


def test_an_open_span_meets_everything_after_its_start() -> None:
    since = read_span("2021-02-03", None)
    later = read_days("2022-01-01")

    assert since is not None
    assert later is not None
    assert since.gap(later) == 0
    assert later.gap(since) == 0


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("2021-02-03", "2021-02-04", True),
        ("2021-02", "2021-02-04", False),
        ("2021-02-04", "2021-02-03", False),
        ("2021-02-03T10:00:00Z", "2021-02-03T12:00:00Z", True),
        ("2021-02-03T10:00:00+05:00", "2021-02-03T06:00:00Z", True),
        ("2021-02-03T10:00:00", "2021-02-03T12:00:00", False),
        (None, "2021-02-03", False),
    ],
)
def test_earlier_needs_dates_that_tell(one: str | None, other: str | None, *, wanted: bool) -> None:
    assert earlier(one, other) is wanted


def test_instants_at_the_ends_of_all_time_are_none() -> None:
    assert not earlier("2021-02-03T10:00:00Z", "9999-12-31T23:59:59-10:00")
    assert not earlier("0001-01-01T00:00:00+10:00", "2021-02-03T10:00:00Z")


def test_days_apart_are_unknown_without_a_date() -> None:
    assert days_apart("2021-02-03", None) is None
    assert days_apart("2021-02-03", "2021-02-10") == days_apart("2021-02-10", "2021-02-03") == 7
