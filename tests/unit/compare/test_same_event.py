from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from claimx.compare.events import Happening, event_kinds
from claimx.compare.same_event import are_dated_apart
from claimx.compare.timeline import Days

NONE = frozenset[str]()
FLOOD = next(kind for kind in event_kinds() if not kind.lasting)
WAR = next(kind for kind in event_kinds() if kind.lasting)

days = st.integers(1, 12).map(lambda day: date(2030, 5, day))
stretches = st.builds(Days, st.none() | days, st.none() | days)
events = st.builds(
    lambda stretch, kind: Happening("it", (kind,), stretch, None, NONE, NONE, NONE),
    stretches,
    st.sampled_from([FLOOD, WAR]),
)


def gap_allowed(one: Happening, other: Happening) -> bool:
    """What dates allow, said by stretches of days: what lasts and began on one day goes on."""
    lasting = one.lasts or other.lasts
    first, second = (
        Days(each.first, None) if each is not None and event.lasts and each.first == each.last else each
        for event, each in ((one, one.days), (other, other.days))
    )
    assert first is not None
    assert second is not None
    return first.gap(second) <= (0 if lasting else 1)


@given(events, events)
def test_days_as_numbers_tell_what_stretches_of_days_tell(one: Happening, other: Happening) -> None:
    assert are_dated_apart(one, other) is not gap_allowed(one, other)


def test_an_event_that_is_only_carried_over_is_never_dated_apart() -> None:
    early, late = (Days(date(2030, 5, day), date(2030, 5, day)) for day in (1, 9))
    one = Happening("flood", (FLOOD,), early, None, NONE, NONE, NONE)
    other = Happening("flood", (FLOOD,), late, None, NONE, NONE, NONE, stated=False)

    assert not are_dated_apart(one, other)
    assert not are_dated_apart(one, None)
    assert not are_dated_apart(one, Happening("flood", (FLOOD,), None, None, NONE, NONE, NONE))
