"""The kept index of places: the same answers as one made anew, and damage that nobody notices."""

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


def test_the_gazetteer_is_the_same_from_the_file() -> None:
    made = gazetteer._load_once.__wrapped__("en")
    kept = gazetteer._load_once.__wrapped__("en")

    assert isinstance(kept.spots, place_index.WrittenSpots)
    assert not isinstance(made.spots, place_index.WrittenSpots)
    assert (made.openers, made.countries, made.acronyms) == (kept.openers, kept.countries, kept.acronyms)
    assert all(kept.spots[name] == spots for name, spots in made.spots.items())
    assert len(kept.spots) == len(made.spots)
