"""`manifest.toml`: what the files of a folder do not say of themselves, one table for each file name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from claimx.errors import ManifestError
from claimx.sources.interface import Details
from claimx.sources.metadata import parse_published
from claimx.toml_text import read_toml

NAME = "manifest.toml"
KEYS = ("id", "source", "title", "url", "published")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a manifest says, by file name.

    Attributes:
        path: The manifest.
        entries: File name, relative to the manifest's folder, to what is said of it.
    """

    path: Path
    entries: Mapping[str, Details]

    def details_of(self, file: Path) -> Details | None:
        """What is said of a file: by its path from the manifest's folder, else by its name alone."""
        try:
            name = file.resolve().relative_to(self.path.resolve().parent).as_posix()
        except ValueError:
            name = file.name
        return self.entries.get(name) or self.entries.get(file.name)

    def check(self, inputs: Iterable[Path]) -> None:
        """Refuse a manifest that names a file which is neither beside it nor among the inputs.

        Raises:
            ManifestError: If it does; a misspelt name would otherwise leave an article without its date.
        """
        given = {path.name for path in inputs}
        for name in self.entries:
            if name not in given and not (self.path.parent / name).exists():
                raise ManifestError(
                    f"{self.path}: there is no file {name!r}",
                    remedy="correct the name of this table, or take it out",
                )


class Manifests:
    """The manifests that say something of the inputs; each is read once.

    Args:
        named: The one that the user named; without it, `manifest.toml` in the folder of each file counts: for a folder
            that the user named in any case, for a single file where it has a table of that name.
        inputs: The files that are read, where they are known beforehand.

    Raises:
        ManifestError: If the named one cannot be read, or names a file that is not there.
    """

    def __init__(self, named: Path | None = None, inputs: Iterable[Path] = ()) -> None:
        self._named = read_manifest(named) if named else None
        self._read: dict[Path, Manifest] = {}
        if self._named:
            self._named.check(inputs)

    def details_of(self, file: Path, folder: Path | None) -> Details | None:
        """What is said of a file.

        Args:
            file: The file.
            folder: The folder that the user named, where the file was found below one.

        Raises:
            ManifestError: If a manifest cannot be read, or names a file that is not there.
        """
        if self._named:
            return self._named.details_of(file)
        places = (file.parent,) if folder is None or folder == file.parent else (file.parent, folder)
        for place in places:
            path = place / NAME
            if not path.is_file() or (folder is None and not _speaks_of(path, file.name)):
                continue
            details = self._in(path).details_of(file)
            if details is not None:
                return details
        return None

    def _in(self, path: Path) -> Manifest:
        if path not in self._read:
            manifest = read_manifest(path)
            manifest.check(())
            self._read[path] = manifest
        return self._read[path]


def _speaks_of(path: Path, name: str) -> bool:
    """Whether a manifest beside a file that was named by itself is meant for it: other tools have a manifest.toml."""
    try:
        return name in read_toml(path)
    except (OSError, ValueError, RecursionError):
        return False


def read_manifest(path: Path) -> Manifest:
    """Read a manifest.

    Args:
        path: The TOML file.

    Raises:
        ManifestError: If it cannot be read, is no TOML, or an entry has an unknown key or an unreadable date.
    """
    try:
        tables = read_toml(path)
    except OSError as err:
        raise ManifestError(f"{path}: {err.strerror}", remedy="give the path of a manifest that can be read") from err
    except (ValueError, RecursionError) as err:
        raise ManifestError(f"{path}: this is not TOML: {err}", remedy="mend the file; it must be UTF-8 TOML") from err
    return Manifest(path, {name: _details(path, name, table) for name, table in tables.items()})


def _details(path: Path, name: str, table: object) -> Details:
    if not isinstance(table, dict):
        raise ManifestError(
            f"{path}: {name!r} is not a table", remedy='write one table for each file: ["story.txt"] source = "…"'
        )
    said: dict[str, str] = {}
    for key, value in table.items():
        if key not in KEYS:
            raise ManifestError(
                f"{path}, {name}: {key!r} is not known", remedy=f"the keys of an entry are {', '.join(KEYS)}"
            )
        written = value.isoformat() if isinstance(value, date) else value
        if not isinstance(written, str):
            raise ManifestError(f"{path}, {name}: {key} is not a string", remedy="put the value in quotes")
        said[key] = written
    if "published" in said and parse_published(said["published"]) is None:
        raise ManifestError(
            f"{path}, {name}: published = {said['published']!r} is no date", remedy="write a date as 2024-03-26"
        )
    return Details(origin="manifest", **said)
