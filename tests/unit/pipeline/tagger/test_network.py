"""The files of the network, and how it reads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.errors import ModelError
from claimx.pipeline.tagger.network import STRIDE, WINDOW, Network, load_network, tagger_folder, windows


@given(st.integers(0, 5000))
def test_windows_cover_every_piece(length):
    found = windows(length)

    assert {index for start, end in found for index in range(start, end)} == set(range(length))
    assert all(end - start <= WINDOW for start, end in found)
    assert all(second[0] - first[0] == STRIDE for first, second in pairwise(found))


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
