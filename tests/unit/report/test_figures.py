"""Chains of telling in the table and on the page."""

from comparison_cases import build

from claimx.compare import compare_extractions
from claimx.records import Comparison, Extraction
from claimx.report.figures import MOST_CHAINS, chains_of
from claimx.report.html import render_html
from claimx.report.table import render_comparison

TOLD = {"Ferry Post": ("Reuters", "Kenyan police"), "Hill Courier": ("the police",)}


def told_twice() -> tuple[Comparison, list[Extraction]]:
    made = []
    for outlet, source in TOLD.items():
        text = f"The flood in Kenya killed 34 people, said {', citing '.join(source)}."
        event = {"name": "flood in Kenya", "kind": "flood", "from_": "2031-05-02"}
        claim = {
            "text": "34",
            "who": "people",
            "where": "Kenya",
            "code": "KE",
            "event": event["name"],
            "source": source,
        }
        table = {"id": outlet, "source": outlet, "published": "2031-05-04", "text": text}
        made.append(build({**table, "event": [event], "claim": [claim]})[0])
    return compare_extractions(made), made


def test_the_chain_of_each_outlet_is_shown_where_they_share_a_source() -> None:
    comparison, made = told_twice()
    table = render_comparison(comparison, made, width=100, color=False)

    assert "2 outlets, 1 independent source\n" in table
    assert "Ferry Post ← Reuters ← Kenya police\n" in table
    assert "Hill Courier ← Kenya police\n" in table
    assert "<bdi>Ferry Post ← Reuters ← Kenya police</bdi>" in render_html(comparison, made)


def test_an_outlet_alone_is_no_chain() -> None:
    comparison, _ = told_twice()
    (group,) = comparison.groups
    bare = [member.model_copy(update={"chain": member.chain[:1]}) for member in group.members]

    assert chains_of(group.model_copy(update={"members": tuple(bare)})) == ()
    assert len(chains_of(group.model_copy(update={"members": group.members * MOST_CHAINS}))) == 2
