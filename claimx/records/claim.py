"""A figure that the article gives for something in the world, with all that it says about it."""

from typing import Literal

from claimx.records.base import Confidence
from claimx.records.quantity import Quantity
from claimx.records.scope import When, Where, Who
from claimx.records.span import Span
from claimx.records.speaker import Attribution

Metric = str
Series = Literal["event_total", "cumulative", "stock", "flow", "rate", "level"]
Status = Literal["reported", "forecast", "target", "threshold"]
Certainty = Literal["asserted", "believed", "presumed", "alleged", "denied", "hypothetical"]
Zone = Literal["headline", "lead", "body", "caption", "list", "table", "furniture"]


class Claim(Span):
    """One number expression that states something another outlet could state differently.

    The span is the number with its hedge words: "more than 31,800".

    Attributes:
        id: Hash of article, text and offsets.
        metric: What is counted: an id of the metric lexicon.
        quantity: The number.
        series: What the figure may do over time.
        status: Whether it is reported, expected, aimed at or a limit.
        who: The people or things counted.
        where: The place.
        when: The time that the words give.
        as_of: The date for which the figure holds.
        as_of_from: Where that date comes from.
        event_id: The event that it is about.
        agent: Who caused it.
        counting: A counting rule that the text states.
        attribution: The source; the first of `attributions`.
        attributions: All sources.
        quote_id: The quote that the figure stands in.
        certainty: How sure the article or its source is.
        negated: Whether the article denies this number ("not 40 but 14": 40).
        part_of: The claim that gives the total.
        supersedes: The claim that this one revises.
        zone: Where in the article it stands.
        sentence: The sentence that holds it.
        rule: The rule that found it.
        confidence: How sure that rule is.
    """

    id: str
    metric: Metric
    quantity: Quantity
    series: Series | None = None
    status: Status = "reported"
    who: Who | None = None
    where: Where | None = None
    when: When | None = None
    as_of: str | None = None
    as_of_from: Literal["text", "published"] | None = None
    event_id: str | None = None
    agent: Span | None = None
    counting: str | None = None
    attribution: Attribution | None = None
    attributions: tuple[Attribution, ...] = ()
    quote_id: str | None = None
    certainty: Certainty = "asserted"
    negated: bool = False
    part_of: str | None = None
    supersedes: str | None = None
    zone: Zone = "body"
    sentence: Span
    rule: str
    confidence: Confidence
