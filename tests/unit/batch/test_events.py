"""Which articles are compared with one another: those that share the key of an event, its country and its month."""

import pytest
from builders import make_claim, make_event, make_extraction

from claimx.batch.events import by_event
from claimx.codec import encode
from claimx.compare import CompareSettings
from claimx.records import make_article


def keys(published: str, start: str | None = None, end: str | None = None) -> list[str]:
    """The keys of an article with one figure, of an event between two days where they are given."""
    article = make_article("The blast in Tarnow killed at least 12.", source="The Post", published=published)
    event = make_event(article=article, from_=start, to=end) if start else None
    claim = make_claim(article=article, text="at least 12", where="Tarnow", code="PL", event=event)
    document = encode(make_extraction(article=article, claims=[claim], events=[event] if event else [])).decode()
    return [key for key, _ in by_event(document, CompareSettings())]


@pytest.mark.parametrize(
    ("published", "start", "end", "expected"),
    [
        ("2031-03-04", None, None, ["PL 2031-03"]),
        ("2031-03-25", None, None, ["PL 2031-03", "PL 2031-04"]),
        ("2031-04-25", "2031-03-10", "2031-04-02", ["PL 2031-03", "PL 2031-04"]),
        ("2031-04-25", "2031-03-10", "2031-04-25", ["PL 2031-03", "PL 2031-04", "PL 2031-05"]),
    ],
)
def test_a_figure_has_the_key_of_each_month_in_which_a_report_of_its_event_may_lie(published, start, end, expected):
    assert keys(published, start, end) == expected
