"""One JSON object, one article; other names of the fields are mapped by `--fields text=body,published=date`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from claimx.errors import SourceError
from claimx.sources.interface import NOT_AN_ARTICLE, Details, Limits, Loaded, refuse
from claimx.sources.metadata import load_article

FIELDS = ("id", "text", "title", "published", "source", "url")
"""The fields of an article in JSONL; all but `text` may be left out."""


@dataclass(frozen=True, slots=True)
class FieldMap:
    """Which key of the input holds which field.

    Attributes:
        keys: Field of an article to key of the input; a dot leads into an object inside (`meta.date`).
    """

    keys: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def parse(cls, written: str) -> "FieldMap":
        """Read `text=body,published=date`.

        Raises:
            ValueError: If a part is not `field=key`, or names a field that an article does not have.
        """
        keys: dict[str, str] = {}
        for part in filter(None, (each.strip() for each in written.split(","))):
            name, _, key = (each.strip() for each in part.partition("="))
            if name not in FIELDS or not key:
                msg = f"{part!r} is not field=key with one of the fields {', '.join(FIELDS)}"
                raise ValueError(msg)
            keys[name] = key
        return cls(keys)

    def value_of(self, name: str, item: Mapping[str, object]) -> object:
        """The value of a field in a JSON object; None where it is not there."""
        key = self.keys.get(name, name)
        if key in item:
            return item[key]
        inside: object = item
        for step in key.split("."):
            inside = inside.get(step) if isinstance(inside, Mapping) else None
        return inside


def article_of(
    value: object,
    field_map: FieldMap,
    places: Sequence[Details | None] = (None, None),
    *,
    path: str | None,
    line: int | None,
    limits: Limits,
) -> Loaded:
    """Make an article of a JSON value.

    Args:
        value: What the line holds; it should be an object.
        field_map: Which of its keys holds what.
        places: What is known beside it: believed more than the object, and believed less.
        path: The file, as the user named it.
        line: One-based line.
        limits: How long the article may be.

    Raises:
        SourceError: If it is no object, has no text, or a field is of another type.
    """
    if not isinstance(value, Mapping):
        raise _no_article("this is not a JSON object", path, line, None)
    said = {name: _string(field_map.value_of(name, value), name, path, line) for name in FIELDS}
    text = said.pop("text")
    if text is None:
        key = field_map.keys.get("text", "text")
        raise _no_article(f"the object has no {key!r}", path, line, said["id"])
    more, less = places
    own = Details(origin="field", **said)
    return load_article(text, (more, own, less), path=path, line=line, limits=limits)


def _string(value: object, name: str, path: str | None, line: int | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise _no_article(f"the field {name!r} is not a string", path, line, None)


def _no_article(what: str, path: str | None, line: int | None, input_id: str | None) -> SourceError:
    return refuse(
        what,
        remedy="give objects with a text, or name its key: --fields text=body",
        code=NOT_AN_ARTICLE,
        path=path,
        line=line,
        input_id=input_id,
    )
