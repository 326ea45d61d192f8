"""What a large run was begun with, as its folder keeps it, and whether it may go on with what is given now."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Literal

from pydantic import Field, ValidationError

from claimx.batch.durable import NOT_OURS, read_if_there, whole_file
from claimx.batch.extracting import RowSettings
from claimx.errors import ClaimxError
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.packs import Pack
from claimx.records.base import Record
from claimx.sources.discover import STDIN
from claimx.workflow.cache import library_versions

SETTINGS = "run.json"

OTHER_SETTINGS, OTHER_INPUTS = "CX982", "CX984"

PACKAGE_ROOT = Path(__file__).parents[1]

LIMITS = ("read.max_article_chars", "read.max_file_bytes")
"""Settings that decide only what is refused: what was read under a smaller limit is the same under a larger one."""

PartForm = Literal["jsonl", "parquet"]
Plain = str | int | bool | None | tuple[str, ...]


class RunSettings(Record):
    """What a run was begun with.

    Attributes:
        schema_: "claimx.batch".
        schema_version: Major and minor number of this file's form.
        read: What decides what is read and found; packs of words by their hashes.
        versions: Of what reads the articles.
        format: How parts are written.
        part_size: Articles of a part.
        inputs: What was named; may change, for parts go by what was read.
        expected: How many articles there will be; None where that could not be told.
    """

    schema_: Literal["claimx.batch"] = Field(default="claimx.batch", alias="schema")
    schema_version: str = "1.0"
    read: dict[str, Plain]
    versions: dict[str, str]
    format: PartForm
    part_size: int
    inputs: tuple[str, ...] = ()
    expected: int | None = None

    def decisive(self) -> Mapping[str, object]:
        """The settings on which what is written depends, by dotted name."""
        return {
            **{f"read.{name}": value for name, value in sorted(self.read.items())},
            **{f"versions.{name}": value for name, value in sorted(self.versions.items())},
            "format": self.format,
            "part_size": self.part_size,
        }

    def basis(self) -> Mapping[str, object]:
        """The settings on which a row that is no error depends."""
        return {name: value for name, value in self.decisive().items() if name not in LIMITS}

    def gone(self, now: "RunSettings") -> tuple[str, ...]:
        """The inputs that a run was given and this one is not; standard input may be another each time."""
        return tuple(name for name in self.inputs if name == STDIN or name not in now.inputs)


def settings_now(
    settings: RowSettings,
    packs: Sequence[Pack],
    *,
    form: PartForm,
    part_size: int,
    inputs: Sequence[str],
    expected: int | None,
) -> RunSettings:
    """The settings of a run that begins now.

    Raises:
        ModelError: If the list of the base model's files is missing.
    """
    from claimx.pipeline.verification import models_folder, read_manifest

    model = settings.extract.model or read_manifest(models_folder() / "manifest.toml").version
    plain = json.loads(settings.to_text())
    found: dict[str, Plain] = plain.pop("extract")
    return RunSettings(
        read={**plain, **found, "lexicon": tuple(pack.digest for pack in packs)},
        versions={
            "claimx": version("claimx"),
            "spacy": version("spacy"),
            "model": model,
            "lexicon": load_lexicon(packs=packs).version,
            "code": _code(),
        },
        format=form,
        part_size=part_size,
        inputs=tuple(inputs),
        expected=expected,
    )


def _code() -> str:
    """Hash of the program, its words and models, and the libraries that it runs on; not of where and when they lie.

    In a checkout they change without a version. The lists of the models' files hold the hashes of those.
    """
    digest = hashlib.sha256()
    for name, installed in library_versions().items():
        digest.update(f"{name} {installed}\n".encode())
    for root in (PACKAGE_ROOT, PACKAGE_ROOT.parent / "models"):  # in a checkout the models stand beside the package
        for path in sorted(each for each in root.rglob("*") if each.suffix in (".py", ".toml")):
            digest.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def read_settings(folder: Path) -> RunSettings | None:
    """The settings that a folder was begun with; None where it was not begun.

    Raises:
        ClaimxError: If they cannot be read, or are not what this version writes.
    """
    path = folder / SETTINGS
    content = read_if_there(path)
    if content is None:
        return None
    try:
        return RunSettings.model_validate_json(content)
    except ValidationError as err:
        raise ClaimxError(
            f"{path}: it is not what this claimx writes",
            remedy="use the claimx that wrote it, or --restart",
            code=NOT_OURS,
        ) from err


def write_settings(folder: Path, settings: RunSettings) -> None:
    """Write the settings of a run, whole or not at all."""
    with whole_file(folder / SETTINGS) as stream:
        stream.write(settings.model_dump_json(indent=2).encode() + b"\n")


def check_same(before: RunSettings, now: RunSettings, folder: Path, *, raised: bool = False) -> None:
    """Refuse to go on with a run under other settings, for its parts would not be of one kind.

    Args:
        before: What the run was begun with.
        now: What it is to go on with.
        folder: Its folder.
        raised: Whether limits may be larger than they were.

    Raises:
        ClaimxError: If a setting or a version differs; names each.
    """
    old, new = before.decisive(), now.decisive()
    changed = {name for name in {*old, *new} if old.get(name) != new.get(name)}
    larger = {name for name in changed if name in LIMITS and _is_larger(old.get(name), new.get(name))}
    if changed > larger or (larger and not raised):
        told = (f"{name} was {_shown(old.get(name))} and is {_shown(new.get(name))}" for name in sorted(changed))
        way = "--restart to read everything anew" if changed > larger else "--retry-failed to read what was too large"
        raise ClaimxError(
            f"{folder} was begun with other settings: {'; '.join(told)}",
            remedy=f"give the settings of then, or another folder, or {way}",
            code=OTHER_SETTINGS,
        )


class OtherInputsError(ClaimxError):
    """Parts are of inputs that are no longer given: they would be taken away, or others put in their place."""

    code = OTHER_INPUTS


def _is_larger(old: object, new: object) -> bool:
    return isinstance(old, int) and isinstance(new, int) and new > old


def _shown(value: object) -> str:
    return "not there" if value is None else json.dumps(value)
