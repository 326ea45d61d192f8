"""Whether a figure is a lesser one of its article: it stands below a larger count of what it counts some of."""

from claimx.compare.figure import Figure, of_one_event
from claimx.compare.scope import relate
from claimx.compare.settings import CompareSettings

HARMED = frozenset({"killed", "injured"})
"""Metrics whose counted are among the `casualties` of the same event."""


def is_below(figure: Figure, larger: Figure, settings: CompareSettings) -> bool:
    """Whether a figure stands below a larger one that holds those it counts.

    "Two victims were driven to a clinic", under "six people were shot": no other count of victims.

    Args:
        figure: A figure.
        larger: Another of its article.
        settings: The settings.
    """
    if not figure.possible.below(larger.possible):
        return False
    of_one_metric = figure.claim.metric == larger.claim.metric
    among = figure.claim.metric == "casualties" and larger.claim.metric in HARMED
    if not (of_one_metric or among) or figure.kind[1:] != larger.kind[1:]:
        return False
    if larger.in_headline and not figure.in_headline:
        return relate(figure, larger, settings).differs is None
    return (figure.number == 0 or _stands_before(larger, figure)) and _one_event(figure, larger, settings)


def is_second(figure: Figure, first: Figure, settings: CompareSettings) -> bool:
    """Whether an article gives another number of one metric before a figure, perhaps of the same event.

    What stands first is what the article is about; "35 were hanged in 1822", far below "nine dead", is compared with no
    other article's nine.

    Args:
        figure: A figure.
        first: Another of its article.
        settings: The settings.
    """
    if figure.kind != first.kind or figure.number == first.number or not _stands_before(first, figure):
        return False
    return not first.partial and relate(figure, first, settings).confidence > 0


def _one_event(figure: Figure, larger: Figure, settings: CompareSettings) -> bool:
    """Whether both are surely of one event of days, at one time: the dead of one night are none of a war's."""
    if figure.series != "event_total" or larger.series != "event_total" or figure.as_of != larger.as_of:
        return False
    scope = relate(figure, larger, settings)
    same = of_one_event(figure, larger)
    return scope.differs is None and (same or scope.event == "equal") and scope.who in ("equal", "narrower", "unknown")


def _stands_before(one: Figure, other: Figure) -> bool:
    return one.claim.within == "title" or (other.claim.within != "title" and one.claim.start < other.claim.start)
