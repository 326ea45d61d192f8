"""The words in which a report speaks of records: it says what differs, and never who is right."""

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath

from claimx.records import Article, Claim, ComparedArticle, Comparison, Extraction, FindingClaim, Group, Speaker
from claimx.records.group import Verdict

VERDICTS: Mapping[Verdict, str] = {
    "conflict": "CANNOT BOTH HOLD",
    "tension": "DIFFERS",
    "update": "CHANGES OVER TIME",
    "agree": "AGREES",
    "single": "ONE SOURCE",
}
"""A verdict of the JSON as a person reads it, worst first."""

REASONS: Mapping[str, str] = {
    "metric differs": "of two metrics",
    "unit differs": "in two units",
    "basis differs": "of a total and an increase",
    "rate differs": "of a total and a rate",
    "status differs": "of what is and of what is expected",
    "certainty differs": "of a fact and a condition",
    "population differs": "of other people",
    "counted thing differs": "of other things",
    "event differs": "of other events",
    "place differs": "in other places",
    "period differs": "for other times",
    "counting rule differs": "by other counting rules",
    "size unsure": "of sizes too far apart to be one count for sure",
    "scope unsure": "perhaps not of one thing",
    "another figure fits better": "with another figure that fits better",
    "nothing in common": "with no place or event in common",
}
"""Why pairs of figures are not compared, as a person reads it; of what is unsure see `reasons_in_words`."""

SHORT_NAME_WORDS = 2
METRICS_BEFORE = re.compile(r"^[a-z_]+(?:, [a-z_]+)*:")
"""The metrics that a message is about stand before it."""


def name_of(article: Article | ComparedArticle) -> str:
    """The outlet; where it is not known the file, the title or the id."""
    if article.source:
        return article.source
    if article.path:
        return PurePath(article.path).name
    return article.title or article.id


class Names:
    """What the articles of a comparison are called where a figure of a finding is shown.

    Args:
        comparison: The comparison.
    """

    def __init__(self, comparison: Comparison) -> None:
        self._articles = {article.id: article for article in comparison.articles}

    def of(self, figure: FindingClaim) -> str:
        """The outlet; where it is not known the file, the title or the id."""
        article = self._articles.get(figure.article_id)
        return name_of(article) if article else figure.source or figure.path or figure.article_id


def date_of(article: Article | ComparedArticle) -> str:
    """The day of publication, or that there is none."""
    return article.published[:10] if article.published else "undated"


def count_of(number: int, noun: str) -> str:
    """`1 article`, `2 articles`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def metric_in_words(metric: str, unit: str) -> str:
    """`hostages_taken` of people is "hostages taken"; `count` of camps is "count: camp"."""
    label = metric.replace("_", " ")
    if unit == "people":
        return label
    return f"{label}: {unit.replace('_', ' ')}" if unit else label


def message_in_words(message: str) -> str:
    """A message of a finding for people: "hostages_taken: …" begins "hostages taken: …"."""
    return METRICS_BEFORE.sub(lambda found: found[0].replace("_", " "), message, count=1)


def number_in_words(value: Decimal | None, low: Decimal | None, high: Decimal | None) -> str:
    """`12,407`; where there is no single number `12 to 99`, `12 or more` or `up to 99`."""
    if value is not None:
        return f"{value:,}"
    if low is not None:
        return f"{low:,} or more" if high is None else f"{low:,} to {high:,}"
    return "an unknown number" if high is None else f"up to {high:,}"


def joined(parts: Iterable[str | None]) -> str:
    """What is known, each thing once: `Burnie`, nothing and `burnie` is "Burnie"."""
    known: dict[str, str] = {}
    for part in parts:
        if part:
            known.setdefault(part.casefold(), part)
    return " · ".join(known.values())


def scope_in_words(group: Group) -> str:
    """Who, where, which event and when, as far as they are known."""
    return joined((group.scope.who, group.scope.where, group.scope.event, group.scope.when))


def sources_in_words(claim: Claim, speakers: Mapping[str, Speaker]) -> str:
    """The sources that the article names for a figure, a pronoun with the name behind it: "he (Sefa Nakora)"."""
    if not claim.attributions:
        return "no source named"
    named = (_source_in_words(source.text, speakers.get(source.speaker_id or "")) for source in claim.attributions)
    return "; ".join(dict.fromkeys(named))


def _source_in_words(written: str, speaker: Speaker | None) -> str:
    short = len(written.split()) <= SHORT_NAME_WORDS
    name = speaker.name if speaker else written
    if short and written.casefold() not in name.casefold() and name.casefold() not in written.casefold():
        return f"{written} ({name})"
    return written


def reasons_in_words(reasons: Mapping[str, int]) -> str:
    """`1,204 of two metrics, 31 of other events, 2 perhaps of other events`, the commonest first."""
    ordered = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count:,} {_reason_in_words(reason)}" for reason, count in ordered)


def _reason_in_words(reason: str) -> str:
    sure = REASONS.get(reason.replace("unsure", "differs"), reason)
    return REASONS.get(reason) or (f"perhaps {sure}" if reason.endswith("unsure") else sure)


def totals(extractions: Sequence[Extraction]) -> list[str]:
    """`8 articles`, `41 figures`."""
    return [
        count_of(len(extractions), "article"),
        count_of(sum(len(extraction.claims) for extraction in extractions), "figure"),
    ]
