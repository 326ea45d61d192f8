"""The base model is found, checked file by file, and refused with a remedy."""

import importlib
import json
import shutil
from hashlib import sha256
from pathlib import Path

import pytest

from claimx.errors import ModelError
from claimx.pipeline import model, verification
from claimx.pipeline.verification import ModelManifest, models_folder, read_manifest, verify_model

VERSION = "9.1.0"
WEIGHTS = b"weights of a small model"
CONFIG = b"[nlp]\n"


@pytest.fixture
def manifest() -> ModelManifest:
    return ModelManifest(
        name="A small model",
        version=VERSION,
        packages=("fake_official", "fake_registry"),
        files={"parser/model": sha256(WEIGHTS).hexdigest()},
        only={"fake_registry": {"config.cfg": sha256(CONFIG).hexdigest()}},
    )


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    return folder


def install(site: Path, package: str, *, version: str = VERSION, config: bytes = CONFIG) -> Path:
    data = site / package / f"{package}-{version}"
    (data / "parser").mkdir(parents=True)
    (site / package / "__init__.py").write_text("raise RuntimeError('the package must not be imported')")
    (site / package / "meta.json").write_text(json.dumps({"version": version}))
    (data / "parser" / "model").write_bytes(WEIGHTS)
    (data / "config.cfg").write_bytes(config)
    importlib.invalidate_caches()
    return data


def test_official_package_is_preferred(site: Path, manifest: ModelManifest) -> None:
    install(site, "fake_registry")
    official = install(site, "fake_official")
    assert model.find_base_model(manifest) == ("fake_official", official)


def test_package_of_another_version_is_passed_over(site: Path, manifest: ModelManifest) -> None:
    registry = install(site, "fake_registry")
    install(site, "fake_official", version="9.0.0")
    assert model.find_base_model(manifest) == ("fake_registry", registry)


def test_missing_model_says_what_to_install(site: Path, manifest: ModelManifest) -> None:
    install(site, "fake_official", version="9.0.0")
    with pytest.raises(ModelError, match=r"fake_official 9\.0\.0") as caught:
        model.find_base_model(manifest)
    assert "pip install fake-registry==9.1.0" in caught.value.remedy


def test_unreadable_metadata_is_no_known_version(site: Path, manifest: ModelManifest) -> None:
    install(site, "fake_official")
    (site / "fake_official" / "meta.json").write_text("{")
    with pytest.raises(ModelError, match="no known version"):
        model.find_base_model(manifest)


def test_official_package_is_not_held_to_the_config_of_the_other(
    site: Path, manifest: ModelManifest, tmp_path: Path
) -> None:
    other = b"[nlp]\n# official\n"
    official = install(site, "fake_official", config=other)
    registry = install(site, "fake_registry", config=other)
    verify_model(official, "fake_official", manifest, cache=tmp_path / "cache")
    with pytest.raises(ModelError, match=r"config\.cfg"):
        verify_model(registry, "fake_registry", manifest, cache=tmp_path / "cache")


def test_wrong_byte_is_refused_by_name(site: Path, manifest: ModelManifest, tmp_path: Path) -> None:
    data = install(site, "fake_registry")
    (data / "parser" / "model").write_bytes(WEIGHTS[:-1] + b"!")
    with pytest.raises(ModelError, match=r"parser.model is not the file of A small model 9\.1\.0") as caught:
        verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")
    assert "--force-reinstall --no-deps fake-registry==9.1.0" in caught.value.remedy
    assert not (tmp_path / "cache").exists()


def test_missing_file_is_refused_by_name(site: Path, manifest: ModelManifest, tmp_path: Path) -> None:
    data = install(site, "fake_registry")
    (data / "parser" / "model").unlink()
    with pytest.raises(ModelError, match=r"parser.model is missing"):
        verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")


def test_files_are_read_once(
    site: Path, manifest: ModelManifest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = install(site, "fake_registry")
    verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")

    def unexpected(path: Path, _remedy: str) -> str:
        raise AssertionError(path)

    monkeypatch.setattr(verification, "_sha256", unexpected)
    verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")


def test_touched_file_is_read_again(site: Path, manifest: ModelManifest, tmp_path: Path) -> None:
    data = install(site, "fake_registry")
    verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")
    (data / "parser" / "model").write_bytes(WEIGHTS + b"!")
    with pytest.raises(ModelError, match=r"parser.model"):
        verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")


def test_changed_list_is_checked_again(site: Path, manifest: ModelManifest, tmp_path: Path) -> None:
    data = install(site, "fake_registry")
    verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")
    other = manifest.model_copy(update={"files": {"parser/model": "0" * 64}})
    with pytest.raises(ModelError, match=r"parser.model"):
        verify_model(data, "fake_registry", other, cache=tmp_path / "cache")


def test_cache_that_cannot_be_written_is_no_error(site: Path, manifest: ModelManifest, tmp_path: Path) -> None:
    data = install(site, "fake_registry")
    (tmp_path / "cache").write_text("a file where a folder is wanted")
    verify_model(data, "fake_registry", manifest, cache=tmp_path / "cache")


@pytest.mark.parametrize("content", ["not toml [", 'name = "x"', "\x00"])
def test_broken_list_is_refused(content: str, tmp_path: Path) -> None:
    path = tmp_path / "manifest.toml"
    path.write_text(content)
    with pytest.raises(ModelError, match=r"manifest\.toml"):
        read_manifest(path)


def test_missing_list_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verification, "PACKAGE_ROOT", tmp_path / "claimx")
    with pytest.raises(ModelError, match=r"manifest\.toml"):
        models_folder()


def test_installed_package_brings_its_own_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("models", "claimx/_models"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "manifest.toml").touch()
    monkeypatch.setattr(verification, "PACKAGE_ROOT", tmp_path / "claimx")
    assert models_folder() == tmp_path / "claimx" / "_models"


def test_installed_model_passes_and_a_damaged_copy_does_not(tmp_path: Path) -> None:
    real = read_manifest(models_folder() / "manifest.toml")
    package, folder = model.find_base_model(real)
    verify_model(folder, package, real, cache=tmp_path / "cache")
    copy = tmp_path / "copy"
    shutil.copytree(folder, copy)
    weights = bytearray((copy / "tagger" / "model").read_bytes())
    weights[1000] ^= 1
    (copy / "tagger" / "model").write_bytes(weights)
    with pytest.raises(ModelError, match=r"tagger.model"):
        verify_model(copy, package, real, cache=tmp_path / "cache")


def test_every_weight_file_of_the_installed_model_is_listed() -> None:
    real = read_manifest(models_folder() / "manifest.toml")
    package, folder = model.find_base_model(real)
    present = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    no_effect = {"meta.json", "accuracy.json", "README.md", "LICENSE", "LICENSES_SOURCES"}
    assert present - no_effect == set(real.files_of(package)) | {"config.cfg"}


@pytest.mark.parametrize("name", ["", "no such model", "no_such_model", "rich", "..", "/dev/null"])
def test_name_that_is_no_model_is_refused(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        model.load_base_model(name)
    assert "--model" in caught.value.remedy


def test_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    model.spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="it has no tagger, parser"):
        model.load_base_model(str(tmp_path / "blank"))
