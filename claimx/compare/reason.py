"""One sentence that a person can check: who says what, when, and why that fits or does not."""

from decimal import Decimal

from claimx.compare.figure import Figure
from claimx.compare.verdict import Verdict

WHY = {
    "equal": "both give the same number",
    "usual-meaning": "one figure is what the other's words are ordinarily used for",
    "overlap": "the numbers differ, and the wording of neither excludes the other",
    "disjoint": "the two cannot both hold",
    "doubted": "the numbers do not fit, and it may be that they do not count one thing",
    "undated": "the numbers differ and a date is missing, so that it cannot be said whether the count moved",
    "stock-moved": "a number that may rise and fall, given for two times",
    "level-moved": "a level that moves, given for two times",
    "rate-moved": "a rate that moves, given for two times",
    "cumulative-moved": "a count that only grows, given for two times",
    "event_total-moved": "a number that may be revised, given for two times",
    "flow-moved": "figures of two periods",
}


def name_source(figure: Figure) -> str:
    """The outlet of a figure with the date for which it holds."""
    return f"{_outlet(figure)} ({figure.as_of or 'undated'})"


def _outlet(figure: Figure) -> str:
    return figure.article.source or figure.article.title or figure.article.path or figure.article.id


def say_number(number: Decimal) -> str:
    """`1,870,000`."""
    return f"{number.normalize():,f}"


def say_figure(figure: Figure, parts: tuple[Figure, ...] = ()) -> str:
    """A figure as written; a sum as its parts."""
    if parts:
        return " + ".join(part.claim.text for part in parts) + f" = {figure.number.normalize():f}"
    return figure.claim.text


def explain(one: tuple[Figure, tuple[Figure, ...]], other: tuple[Figure, tuple[Figure, ...]], verdict: Verdict) -> str:
    """The sentence for two figures, each with the parts that it is the sum of."""
    first, second = sorted(
        (one, other), key=lambda each: (each[0].as_of or "", each[0].article.source or "", each[0].id)
    )
    if first[0].article.id == second[0].article.id:  # else the block of five outlets would seem to say it of them
        name = name_source(first[0]) if first[0].as_of == second[0].as_of else _outlet(first[0])
        given = f"{name} gives {say_figure(*first)} and {say_figure(*second)} in one article"
    else:
        given = ", ".join(
            f"{name_source(figure)} gives {say_figure(figure, parts)}" for figure, parts in (first, second)
        )
    return f"{given}: {WHY[verdict.reason]}."
