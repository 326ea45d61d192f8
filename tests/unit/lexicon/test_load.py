from pathlib import Path

import pytest

from claimx.errors import LexiconError
from claimx.lexicon.entry import Entry
from claimx.lexicon.load import read_entries

GOOD = '[[entry]]\nid = "one"\nfires = ["It fires."]\nsilent = ["It does not."]\n'


def read(tmp_path: Path, text: str) -> tuple[Entry, ...]:
    file = tmp_path / "words.toml"
    file.write_text(text, encoding="utf-8")
    return read_entries(file, Entry)


def test_entries_keep_the_order_of_the_file(tmp_path: Path) -> None:
    assert [entry.id for entry in read(tmp_path, GOOD.replace("one", "two") + GOOD)] == ["two", "one"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (GOOD + GOOD, "words.toml, entry one: the id occurs twice"),
        (GOOD + 'colour = "red"', "words.toml, entry one: colour: Extra inputs"),
        ('[[entry]]\nid = "one"\nfires = ["It fires."]', "words.toml, entry one: silent: Field required"),
        ('[[entry]]\nid = "one"\nfires = []\nsilent = ["It does not."]', "words.toml, entry one: fires: "),
        ('[[entry]]\nfires = ["It fires."]\nsilent = ["It does not."]', "words.toml, entry number 1: id"),
        ("[[entry", "words.toml: "),
        ('entry = ["a"]', "words.toml, entry number 1"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_entry(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(LexiconError) as caught:
        read(tmp_path, text)

    assert message in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"nowhere\.toml"):
        read_entries(tmp_path / "nowhere.toml", Entry)
