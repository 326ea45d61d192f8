"""Every definition is named where two articles count by it, and not where they count by one."""

import pytest

from claimx.compare import compare_extractions
from claimx.lexicon.contrasts import read_contrasts
from claimx.lexicon.definitions import DefinitionEntry, read_definitions

CASES = [
    (entry, articles, fires)
    for entry in read_definitions()
    for fires, given in ((True, entry.fires), (False, entry.silent))
    for articles in given
]


@pytest.mark.model
@pytest.mark.parametrize(("entry", "articles", "fires"), CASES, ids=[f"{e.id}-{fires}" for e, _, fires in CASES])
def test_entry(entry: DefinitionEntry, articles: str, extract, *, fires: bool) -> None:
    read = [
        extract(text.strip(), source=f"outlet {number}", published="2026-03-03")
        for number, text in enumerate(articles.split("|"))
    ]
    said = [finding.message for finding in compare_extractions(read).findings if finding.code == "CX104"]
    assert any(entry.says in message for message in said) is fires


def test_every_axis_is_one_of_the_contrasts() -> None:
    axes = {side.axis for side in read_contrasts()}
    assert {entry.axis for entry in read_definitions() if entry.axis} <= axes


def test_where_there_is_no_axis_there_are_two_metrics() -> None:
    assert all(entry.axis or len(entry.metrics) == 2 for entry in read_definitions())
