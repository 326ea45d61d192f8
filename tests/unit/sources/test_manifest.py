"""What files do not say of themselves."""

from pathlib import Path

import pytest

from claimx.errors import ManifestError
from claimx.sources import Details, Manifests
from claimx.sources.manifest import read_manifest

MANIFEST = """
["a.txt"]
source = "The Post"
published = "2031-05-04"

["deep/b.txt"]
published = 2031-05-05
url = "https://b.example"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "deep").mkdir()
    for name in ("a.txt", "deep/b.txt"):
        (tmp_path / name).write_text("Rain fell.")
    (tmp_path / "manifest.toml").write_text(MANIFEST)
    return tmp_path


def test_it_speaks_of_files_beside_and_below_it(folder):
    manifests = Manifests()

    assert manifests.details_of(folder / "a.txt", folder) == Details(
        "manifest", source="The Post", published="2031-05-04"
    )
    assert manifests.details_of(folder / "deep" / "b.txt", folder) == Details(
        "manifest", url="https://b.example", published="2031-05-05"
    )


def test_a_file_named_by_itself_is_looked_up_in_its_folder(folder):
    assert Manifests().details_of(folder / "a.txt", None) is not None


def test_a_named_manifest_may_stand_elsewhere(folder, tmp_path):
    other = tmp_path / "other.toml"
    other.write_text('["b.txt"]\nsource = "Herald"\n')
    manifests = Manifests(other, [folder / "deep" / "b.txt"])

    assert manifests.details_of(folder / "deep" / "b.txt", None) == Details("manifest", source="Herald")
    assert manifests.details_of(folder / "a.txt", None) is None, "the one beside the file is not asked then"


def test_a_name_without_a_file_is_refused(folder):
    (folder / "deep" / "b.txt").unlink()

    with pytest.raises(ManifestError, match=r"there is no file 'deep/b\.txt'") as caught:
        Manifests().details_of(folder / "a.txt", folder)
    assert "correct the name" in caught.value.remedy


def test_a_manifest_of_another_tool_beside_a_single_file_is_left_alone(folder):
    (folder / "manifest.toml").write_text('name = "something else"\n')

    assert Manifests().details_of(folder / "a.txt", None) is None
    with pytest.raises(ManifestError, match="'name' is not a table"):
        Manifests().details_of(folder / "a.txt", folder)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("[", "not TOML"),
        ('["a.txt"]\nmood = "sad"', "'mood' is not known"),
        ('["a.txt"]\nsource = 5', "source is not a string"),
        ('["a.txt"]\npublished = "soon"', "published = 'soon' is no date"),
        ("a = [" * 5000, "not TOML"),
    ],
)
def test_a_broken_manifest_is_refused_by_name(tmp_path, written, words):
    path = tmp_path / "manifest.toml"
    path.write_text(written)

    with pytest.raises(ManifestError, match=words) as caught:
        read_manifest(path)
    assert str(path) in caught.value.message
    assert caught.value.remedy


@pytest.mark.parametrize("content", [b"\xff\xfe", b"\0"])
def test_bytes_that_are_no_manifest(tmp_path, content):
    path = tmp_path / "manifest.toml"
    path.write_bytes(content)

    with pytest.raises(ManifestError, match="not TOML"):
        read_manifest(path)


def test_a_manifest_that_is_not_there(tmp_path):
    with pytest.raises(ManifestError, match="No such file"):
        Manifests(tmp_path / "nowhere.toml")
