from collections import Counter

import pytest
from reuse_pairs import EACH, find_reuse, measure, read, sentences, stories, text_pairs


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_copies_are_found_and_nothing_else(seed: int) -> None:
    shares = measure(seed)

    assert shares["copied"] >= 0.95
    assert shares["independent"] == 0
    assert shares["rewritten"] <= 0.1


def test_pairs_come_from_the_seed() -> None:
    pairs = list(text_pairs(4))

    assert pairs == list(text_pairs(4))
    assert Counter(pair.kind for pair in pairs) == dict.fromkeys(("copied", "rewritten", "independent"), EACH)


def test_all_texts_at_once_give_the_pairs() -> None:
    """Thirty articles in one comparison: each wire meets its own copy, and nothing else is one text."""
    made = [read(f"{kind}{place}", story[kind]) for place, story in enumerate(stories()) for kind in ("wire", "own")]
    made += [read(f"copy{place}", f"ORSA – {story['wire']} More soon.") for place, story in enumerate(stories())]
    texts = find_reuse(made).texts

    assert {frozenset(version[0] for version in text.versions) for text in texts} == {
        frozenset({f"wire{place}", f"copy{place}"}) for place in range(len(stories()))
    }


def test_texts_are_long_enough_to_tell() -> None:
    for story in stories():
        assert set(story) == {"wire", "rewritten", "own"}
        assert all(len(sentences(text)) >= 4 for text in story.values())
