"""The fuzzer's corpus, and all that it ever found: what must hold of any input holds of these, without the fuzzer."""

from pathlib import Path

import pytest

from fuzz.mutate import make_mutator
from fuzz.targets import NAMES, missing, target_of

CORPUS = Path(__file__).parents[2] / "fuzz" / "corpus"
INPUTS = sorted(path for path in CORPUS.rglob("*") if path.is_file())


@pytest.mark.model
@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_laws_of_a_target_hold(path: Path) -> None:
    name = path.parent.name
    if lacking := missing(name):
        pytest.skip(f"{lacking} is not installed")

    target_of(name).check(path.read_bytes())


def test_every_target_has_inputs_and_every_input_a_target() -> None:
    modules = {path.stem for path in (CORPUS.parent / "targets").glob("*.py")} - {"__init__"}

    assert {path.parent.name for path in INPUTS} == set(NAMES) == modules


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_an_input_is_short_enough_to_be_tried(path: Path) -> None:
    if missing(path.parent.name):
        pytest.skip("the target cannot run here")

    assert path.stat().st_size <= target_of(path.parent.name).max_bytes


def test_a_seed_gives_the_same_input_on_every_machine_and_never_one_too_long() -> None:
    one, other = (make_mutator(("“", "at least"), lambda data, size: data[:size]) for _ in range(2))

    changed = [one(b"Nine boats sank.", 90, seed) for seed in range(200)]

    assert changed == [other(b"Nine boats sank.", 90, seed) for seed in range(200)]
    assert len(set(changed)) > 50
    assert max(map(len, changed)) == 90
