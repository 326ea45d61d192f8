"""Which mentions are of one event."""

from dataclasses import replace

import pytest

from claimx.pipeline.scope import event_clusters
from claimx.pipeline.scope.event_clusters import cluster_mentions
from claimx.pipeline.scope.event_mentions import EventMention
from claimx.pipeline.scope.words import load_event_words

MANY = 400


def mention(number: int, *, noun: str = "raid", indefinite: bool = False) -> EventMention:
    """A mention of a kind of event; each stands 300 code points after the one before."""
    start = 300 * number
    return EventMention(
        token=20 * number,
        start=start,
        end=start + len(noun),
        kind=load_event_words().nouns[noun],
        definite=not indefinite,
        indefinite=indefinite,
    )


def test_what_is_brought_in_as_new_is_another_event() -> None:
    clusters = cluster_mentions([mention(0, indefinite=True), mention(1), mention(2, indefinite=True)])
    assert [len(each.mentions) for each in clusters] == [2, 1]


def test_the_raid_is_the_one_spoken_of_last_while_it_is_near_then_the_first_again() -> None:
    near = replace(mention(1), start=330, end=334)
    far = mention(9)
    clusters = cluster_mentions([mention(0, indefinite=True), mention(1, indefinite=True), near, far])
    assert [[each.start for each in cluster.mentions] for cluster in clusters] == [[0, 2700], [300, 330]]


def test_events_that_look_alike_are_held_against_a_mention_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []
    fit = event_clusters._fit

    def counted(one: EventMention, cluster: event_clusters.Cluster) -> int:
        calls.append(one.token)
        return fit(one, cluster)

    monkeypatch.setattr(event_clusters, "_fit", counted)
    clusters = cluster_mentions([mention(number, indefinite=True) for number in range(MANY)])
    assert len(clusters) == MANY
    assert len(calls) < 2 * MANY
