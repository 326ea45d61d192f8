"""Findings inside one article that need no other: sums and percentages that do not come out."""

from claimx.compare.findings import make_finding
from claimx.compare.percentages import BrokenShare
from claimx.compare.reason import name_source
from claimx.compare.totals import BrokenTotal
from claimx.records.finding import Finding


def total_finding(broken: BrokenTotal) -> Finding:
    """CX201: parts that exceed their total, or fall short of it in a list that seems complete."""
    whole, parts = broken.whole, broken.parts
    listed = " + ".join(part.claim.text for part in parts)
    verb = "exceed" if broken.above else "fall short of"
    message = (
        f"{whole.claim.metric}: in {name_source(whole)} the parts {listed} come to {broken.total.normalize():f} "
        f"and {verb} the stated {whole.claim.text}."
    )
    near = broken.total < whole.number * 2  # twice as much is rather a misreading than a mistake of the article
    one_sentence = len({figure.claim.sentence for figure in (whole, *parts)}) == 1
    sure = broken.above and whole.claim.quantity.comparator == "exact" and near and one_sentence
    return make_finding(
        code="CX201",
        level="error" if sure else "warning",
        message=message,
        group_id=None,
        claims=[("whole", whole), *(("part", part) for part in parts)],
        numbers=(whole.number, broken.total),
    )


def share_finding(broken: BrokenShare) -> Finding:
    """CX204: a percentage that the numbers beside it contradict."""
    whole, part, percentage = broken.whole, broken.part, broken.percentage
    message = (
        f"{part.claim.metric}: in {name_source(whole)} {part.claim.text} of {whole.claim.text} are {broken.share:f} "
        f"percent, and not {percentage.claim.text}."
    )
    return make_finding(
        code="CX204",
        level="warning",
        message=message,
        group_id=None,
        claims=[("whole", whole), ("part", part), ("b", percentage)],
        numbers=(broken.share, percentage.number),
    )
