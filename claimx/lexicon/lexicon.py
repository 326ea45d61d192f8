"""All the words that claimx goes by, loaded once."""

import hashlib
from dataclasses import dataclass
from functools import cache

from claimx.lexicon.layout import LayoutEntry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.lexicon.populations import Populations, read_populations


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language, one field for each file.

    Attributes:
        version: Hash of all the files: tells two runs with different words apart.
        layout: Page furniture and captions.
        populations: What counted people are.
    """

    version: str
    layout: tuple[LayoutEntry, ...]
    populations: Populations


def _version(language: str) -> str:
    digest = hashlib.sha256()
    for file in sorted(lexicon_folder(language).iterdir(), key=lambda each: each.name):
        if file.name.endswith(".toml"):
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


@cache
def load_lexicon(language: str = "en") -> Lexicon:
    """Load every lexicon file of a language.

    Raises:
        LexiconError: If a file or an entry is not what it must be.
    """
    folder = lexicon_folder(language)
    return Lexicon(
        version=_version(language),
        layout=read_entries(folder / "layout.toml", LayoutEntry),
        populations=read_populations(language),
    )
