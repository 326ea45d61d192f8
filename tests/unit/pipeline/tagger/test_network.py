"""The files of the network, and how it reads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import ModelError
from claimx.pipeline.tagger.network import WINDOW, Network, load_network, tagger_folder, windows
from claimx.pipeline.tagger.wordpieces import BREAK

PARAGRAPHS = st.lists(st.integers(0, 700), max_size=12)


def pieces(lengths):
    """Paragraphs of some pieces each, with the break between each two."""
    return [number for length in lengths for number in [BREAK, *[7] * length]][1:]


@given(PARAGRAPHS)
def test_windows_cover_every_piece(lengths):
    numbers = pieces(lengths)

    covered = {index for start, end in windows(numbers) for index in range(start, end)}

    assert {index for index, number in enumerate(numbers) if number != BREAK} <= covered
    assert all(0 <= start < end <= min(len(numbers), start + WINDOW) for start, end in windows(numbers))


@given(PARAGRAPHS)
def test_each_window_reaches_further_than_the_one_before(lengths):
    found = windows(pieces(lengths))

    assert all(first[0] < second[0] and first[1] < second[1] for first, second in pairwise(found))


@pytest.mark.parametrize(
    ("lengths", "expected"),
    [
        ([], []),
        ([20], [(0, 20)]),
        ([20, 0, 30], [(0, 52)]),
        ([100, 100, 100], [(0, 201), (202, 302)]),
        ([200, 40, 100], [(0, 241), (201, 342)]),
        ([600], [(0, 254), (190, 444), (380, 600)]),
        ([254], [(0, 254)]),
        ([255], [(0, 254), (190, 255)]),
        ([40, 300], [(0, 40), (41, 295), (231, 341)]),
    ],
)
def test_windows_hold_whole_paragraphs_and_begin_with_a_short_one_of_the_window_before(lengths, expected):
    assert windows(pieces(lengths)) == expected


def test_without_its_packages_the_error_says_what_to_install(monkeypatch):
    monkeypatch.setattr("claimx.pipeline.tagger.network.is_installed", lambda: False)

    with pytest.raises(ModelError) as caught:
        Network(tagger_folder())

    assert caught.value.remedy == "pip install onnxruntime tokenizers, or let the rules read alone: --no-tagger"


def test_a_file_that_is_not_the_listed_one_is_refused(tmp_path):
    (tmp_path / "manifest.toml").write_text('name = "t"\nversion = "1"\n[files]\n"tagger.onnx" = "00"\n')
    (tmp_path / "tagger.onnx").write_bytes(b"other")

    with pytest.raises(ModelError, match=r"tagger\.onnx is not the file"):
        Network(tmp_path)


def test_a_missing_file_is_an_error_with_its_name(tmp_path):
    with pytest.raises(ModelError, match=r"manifest\.toml"):
        Network(tmp_path)


def test_the_same_pieces_have_the_same_scores():
    network = load_network()
    numbers, places = network.split("The keeper of the lock believes that the gate had been left open.")

    assert len(numbers) == len(places)
    assert network.scores(numbers).tobytes() == network.scores(numbers).tobytes()
    assert network.scores([]).shape == (0, 7)
    assert network.scores(list(numbers) * 40).shape == (len(numbers) * 40, 7)


def test_the_weights_are_small_enough_to_ship():
    assert sum(file.stat().st_size for file in tagger_folder().glob("t*")) < 30_000_000
