"""The kept index of places: the same answers as one made anew, and damage that nobody notices."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from claimx.lexicon import gazetteer, place_index
from claimx.lexicon.place_index import PlaceIndex, Spot, keep_index, read_index

SMALL = PlaceIndex(
    {
        "orsa": (Spot("Orsa", "SE-W", "city", 5000), Spot("Orsa Island", None, "area")),
        "zamosc": (Spot("Zamość", "PL", "city", 60_000),),
    },
    frozenset({"orsa", "zamosc", "the"}),
    {"PL": "Poland"},
)


def test_what_is_kept_is_read() -> None:
    assert read_index("en") is None
    keep_index("en", SMALL)
    found = read_index("en")

    assert found is not None
    assert dict(found.spots) == SMALL.spots
    assert found.spots.get("nowhere") is None
    assert (found.openers, found.countries) == (SMALL.openers, SMALL.countries)


@pytest.mark.parametrize(
    "damage", [lambda _: b"", lambda content: content[:-2], lambda _: b"\xff\n{}", lambda _: b"\n"]
)
def test_a_damaged_file_is_none(damage) -> None:
    keep_index("en", SMALL)
    file = place_index.index_file("en")
    file.write_bytes(damage(file.read_bytes()))

    assert read_index("en") is None


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("CLAIMX_CACHE_DIR", str(tmp_path / "file"))
    keep_index("en", SMALL)

    assert read_index("en") is None


def test_a_file_that_may_only_be_read_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    keep_index("en", SMALL)
    monkeypatch.setattr("claimx.lexicon.place_index.os.utime", refuse)

    assert read_index("en") is not None


@pytest.fixture
def states(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> Callable[[int], Path]:
    """Goes over to another state of the words, and a second passes."""

    def enter(number: int) -> Path:
        for file in cache_folder.glob("*"):
            os.utime(file, ns=(file.stat().st_mtime_ns - 10**9,) * 2)
        file = cache_folder / f"places-en-{number:016x}.txt"
        monkeypatch.setattr(place_index, "index_file", lambda _: file)
        return file

    return enter


def test_the_longest_unused_of_other_states_go(states: Callable[[int], Path], cache_folder: Path) -> None:
    first = states(0)
    keep_index("en", SMALL)
    others = [cache_folder / name for name in ("places-de-0000000000000000.txt", "places.txt", "model-0.verified")]
    for other in others:
        other.write_text("")
    for number in range(1, 8):
        states(number)
        keep_index("en", SMALL)
        states(0)
        assert read_index("en") is not None  # what is used stays

    kept = {first, *(cache_folder / f"places-en-{number:016x}.txt" for number in (5, 6, 7))}
    assert set(cache_folder.iterdir()) == {*kept, *others}


def test_two_that_clear_up_at_once_do_not_mind(states: Callable[[int], Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(place_index.MOST_KEPT):
        states(number)
        keep_index("en", SMALL)
    stat = Path.stat

    def gone(path: Path, **options: bool) -> os.stat_result:
        if path.name.endswith("0000.txt"):
            path.unlink(missing_ok=True)  # by the other one
        return stat(path, **options)

    new = states(9)
    monkeypatch.setattr(Path, "stat", gone)
    keep_index("en", SMALL)

    assert read_index("en") is not None
    assert new.exists()


def test_the_gazetteer_is_the_same_from_the_file() -> None:
    made = gazetteer._load_once.__wrapped__("en")
    kept = gazetteer._load_once.__wrapped__("en")

    assert isinstance(kept.spots, place_index.WrittenSpots)
    assert not isinstance(made.spots, place_index.WrittenSpots)
    assert (made.openers, made.countries, made.acronyms) == (kept.openers, kept.countries, kept.acronyms)
    assert all(kept.spots[name] == spots for name, spots in made.spots.items())
    assert len(kept.spots) == len(made.spots)
