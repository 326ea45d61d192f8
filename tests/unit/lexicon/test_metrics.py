"""Reading metric entries: forms, triggers and the metrics that ship."""

import pytest
from pydantic import ValidationError

from claimx.lexicon.metrics import MetricEntry, index_metrics, shipped_metrics


def make_entry(*, id: str = "lost", **fields: object) -> MetricEntry:  # noqa: A002 - the field's name
    return MetricEntry.model_validate(
        {
            "id": id,
            "metric": "lost",
            "fires": ("They lost 3 hats.",),
            "silent": ("They won 3 hats.",),
            **fields,
        }
    )


def test_a_verb_triggers_in_all_its_forms_and_as_a_state() -> None:
    lexicon = index_metrics([make_entry(object_verbs=("mislay:mislaid",))], [], [])

    assert [entry.id for entry in lexicon.find("object", "mislaying")] == ["lost"]
    assert [entry.id for entry in lexicon.find("state", "mislaid")] == ["lost"]
    assert lexicon.find("subject", "mislaid") == ()


def test_edges_are_the_words_to_look_up() -> None:
    lexicon = index_metrics([make_entry(nouns=("lost hat",), states=("without trace",))], [], [])

    assert lexicon.longest == 2
    assert lexicon.edges["noun"] == {"hat": (2,), "hats": (2,)}
    assert lexicon.edges["state"] == {"without": (2,)}


def test_an_entry_needs_a_trigger() -> None:
    with pytest.raises(ValidationError, match="no trigger"):
        make_entry()


def test_every_entry_that_ships_gives_a_metric_of_the_contract() -> None:
    metrics = {entry.metric for _, entry in shipped_metrics().values()}

    assert metrics <= {
        "killed", "injured", "casualties", "missing", "hostages_taken", "hostages_held", "hostages_released", "rescued",
        "trapped", "prisoners_held", "prisoners_released", "arrested", "displaced", "affected", "infected",
        "infrastructure_damaged", "seized", "attacks", "personnel", "attendance", "votes", "measure", "count",
    }  # fmt: skip
