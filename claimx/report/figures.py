"""The figures of a group as rows of a table, whatever draws it: date, outlet, the figure as written, its source."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from claimx.records import Claim, ComparedArticle, Comparison, Extraction, Group, Member, Speaker
from claimx.report.bars import Extent
from claimx.report.wording import date_of, name_of, number_in_words, sources_in_words


@dataclass(frozen=True, slots=True)
class Lookup:
    """Records by their ids."""

    articles: Mapping[str, ComparedArticle]
    claims: Mapping[str, Claim]
    speakers: Mapping[str, Speaker]

    @classmethod
    def of(cls, comparison: Comparison, extractions: Sequence[Extraction]) -> "Lookup":
        """Index everything that a report points at."""
        return cls(
            articles={article.id: article for article in comparison.articles},
            claims={claim.id: claim for extraction in extractions for claim in extraction.claims},
            speakers={speaker.id: speaker for extraction in extractions for speaker in extraction.speakers},
        )


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of a group as a row.

    Attributes:
        cells: Date, outlet, figure as written, who says so.
        extent: Its number, and what its words admit.
    """

    cells: tuple[str, str, str, str]
    extent: Extent


def figure_rows(group: Group, lookup: Lookup) -> Iterator[FigureRow]:
    """A row for each figure of a group; those that are alike in all words share one, and so do parts of a sum.

    Args:
        group: The group.
        lookup: The records that it points at.
    """
    lines: Counter[tuple[str, str, str, str]] = Counter()
    extents: dict[tuple[str, str, str, str], Extent] = {}
    sums = {total.id: total.value for total in group.sums}
    sums_done: set[str] = set()
    for first in group.members:
        if first.sum is None:
            figure, extent = _as_written(first, lookup), Extent(first.value, *first.possible)
        elif first.sum in sums_done:
            continue
        else:
            sums_done.add(first.sum)
            whole = sums.get(first.sum)
            figure, extent = _sum_as_written(group, first.sum, lookup), Extent(whole, whole, whole)
        article = lookup.articles.get(first.article_id)
        date, outlet = (date_of(article), name_of(article)) if article else ("undated", first.article_id)
        key = (date, outlet, figure, _source(first, date, lookup))
        lines[key] += 1
        extents.setdefault(key, extent)
    for key, times in lines.items():
        date, outlet, figure, source = key
        repeated = f" ({times} times)" if times > 1 else ""
        yield FigureRow((date, outlet, f"{figure}{repeated}", source), extents[key])


MOST_CHAINS = 8
"""Chains shown of a group; of a text that a hundred outlets print, the first ones will do."""


def chains_of(group: Group) -> tuple[str, ...]:
    """How the figures of a group came to their outlets, each way once: "Hill Courier ← AFP ← Kenya health ministry".

    Args:
        group: The group.
    """
    chains = (" ← ".join(link.name for link in member.chain) for member in group.members if len(member.chain) > 1)
    return tuple(dict.fromkeys(chains))[:MOST_CHAINS]


def _as_written(member: Member, lookup: Lookup) -> str:
    """The figure in the article's words; where the article is not given, its number."""
    claim = lookup.claims.get(member.claim_id)
    return claim.text if claim else number_in_words(member.value, *member.possible)


def _sum_as_written(group: Group, name: str, lookup: Lookup) -> str:
    """`62 + 19 = 81`."""
    parts = [_as_written(member, lookup) for member in group.members if member.sum == name]
    value = next((total.value for total in group.sums if total.id == name), None)
    return " + ".join(parts) + (f" = {value:,}" if value is not None else "")


def _source(member: Member, date: str, lookup: Lookup) -> str:
    claim = lookup.claims.get(member.claim_id)
    source = sources_in_words(claim, lookup.speakers) if claim else "not in the articles given"
    if claim and not claim.attributions and len(member.chain) > 1:
        source = " ← ".join(link.name for link in member.chain[1:])
    as_of = f", as of {member.as_of}" if member.as_of and member.as_of[:10] != date else ""
    return f"{source}{as_of}"
