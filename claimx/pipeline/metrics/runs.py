"""Shares, bare counts and earlier levels that go on with what a figure before them was about."""

from dataclasses import replace

from spacy.tokens import Doc

from claimx.pipeline.metrics.reading import Reading

REACH = 30
"""How far back, in tokens, the figure may stand."""


def continue_runs(doc: Doc, readings: list[Reading]) -> list[Reading]:
    """Let a share without words of its own take the metric of the share before it, a bare count that of a vote.

    "Marlow has 88 delegates. Teller has 12." · "The top tenth paid half of all taxes, the middle fifth 8 percent."
    · "Nine hikers are missing, she said, down from about 30."

    Args:
        doc: The document.
        readings: Readings in order of their numbers, with their metrics.
    """
    done: list[Reading] = []
    for reading in readings:
        last = done[-1] if done else None
        done.append(_continued(doc, reading, last) if last is not None else reading)
    return done


def _continued(doc: Doc, reading: Reading, last: Reading) -> Reading:
    if reading.first - last.after > REACH or any("\n" in token.text for token in doc[last.after : reading.first]):
        return reading
    shares = reading.rule == "share" and reading.of is None and last.number.kind == "percent"
    counts = reading.rule == "count.elliptic" and last.number.kind == reading.number.kind == "count"
    votes = counts and last.metric == "votes"
    earlier = counts and reading.number.level == "from" and last.metric is not None
    if (shares and last.metric not in {None, "count"}) or votes or earlier:
        unit = reading.unit if shares else last.unit
        return replace(reading, metric=last.metric, unit=unit, rule=last.rule)
    return reading
