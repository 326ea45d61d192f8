"""Find, check and load the base model."""

import importlib.util
import json
from pathlib import Path

import spacy
from spacy.language import Language

from claimx.errors import ModelError
from claimx.pipeline.verification import ModelManifest, models_folder, read_manifest, verify_model

NEEDED = ("tagger", "parser", "lemmatizer", "ner")
"""What the components of claimx read of a base model."""

UNUSABLE = (OSError, ValueError, TypeError, KeyError, AttributeError, ImportError)
"""What spaCy raises for a name or folder that holds no pipeline, or one that it cannot build."""


def load_base_model(name: str | None = None) -> Language:
    """Load the base model; nothing is ever downloaded.

    Args:
        name: A package name or path to use in its place; it is not held against the list of files.

    Raises:
        ModelError: If no model is installed, a file of it is not the one listed, or `name` is no English pipeline.
    """
    if name is not None:
        return _load_other(name)
    manifest = read_manifest(models_folder() / "manifest.toml")
    package, folder = find_base_model(manifest)
    verify_model(folder, package, manifest)
    # The checked folder and not the package's name: what was checked is what runs.
    return spacy.load(folder)


def find_base_model(manifest: ModelManifest) -> tuple[str, Path]:
    """Find the preferred installed package that has the version of the list.

    Returns:
        The package's name and the folder that holds its `config.cfg`.

    Raises:
        ModelError: If there is none.
    """
    others: list[str] = []
    for package in manifest.packages:
        spec = importlib.util.find_spec(package)
        for root in (spec.submodule_search_locations or []) if spec else []:
            version = _version(Path(root) / "meta.json")
            if version == manifest.version:
                return package, Path(root) / f"{package}-{version}"
            others.append(f"{package} {version or 'of no known version'}")
    found = f"; found only {', '.join(others)}" if others else ""
    raise ModelError(
        f"{manifest.name} {manifest.version} is not installed{found}",
        remedy=f"pip install {manifest.requirement(manifest.packages[-1])}",
    )


def _version(meta: Path) -> str | None:
    """The version that a package's `meta.json` gives; None where it cannot be read."""
    try:
        content = json.loads(meta.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    version = content.get("version") if isinstance(content, dict) else None
    return version if isinstance(version, str) else None


def _load_other(name: str) -> Language:
    remedy = "name an installed spaCy package or the folder of one, or leave --model out"
    try:
        model = spacy.load(name)
    except UNUSABLE as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelError(f"{name!r} could not be loaded as a model: {reason}", remedy=remedy) from error
    if not isinstance(model, Language):
        raise ModelError(f"{name!r} is no spaCy pipeline", remedy=remedy)
    missing = [pipe for pipe in NEEDED if not model.has_pipe(pipe)]
    if model.lang != "en" or missing:
        why = f"it has no {', '.join(missing)}" if missing else f"its language is {model.lang!r}"
        raise ModelError(f"{name!r} is no English pipeline that claimx can use: {why}", remedy=remedy)
    return model
