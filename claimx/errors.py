"""The errors that claimx raises on purpose; each carries a stable code, and how to mend what is wrong."""


class ClaimxError(Exception):
    """Something that the user can mend.

    Attributes:
        code: Stable code of the CX9xx family.
        message: What is wrong, naming the file and line where there is one.
        remedy: What to do about it.
    """

    code = "CX900"

    def __init__(self, message: str, *, remedy: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.code = code or self.code

    def __str__(self) -> str:
        return f"{self.message} ({self.remedy})"


def located(what: str, path: str | None, line: int | None = None) -> str:
    """Say where something is wrong, the way editors and compilers do: `file:line: what`.

    Args:
        what: What is wrong.
        path: The file as the user named it, or None for standard input.
        line: One-based line, where the input has lines.
    """
    place = path or "standard input"
    return f"{place}:{line}: {what}" if line else f"{place}: {what}"


class InputError(ClaimxError):
    """Something wrong at one place of the input.

    Attributes:
        path: The file as the user named it, or None for standard input.
        line: One-based line, where the input has lines.
        input_id: The article's own id, where it could be read.
    """

    def __init__(
        self,
        message: str,
        *,
        remedy: str,
        code: str | None = None,
        path: str | None = None,
        line: int | None = None,
        input_id: str | None = None,
    ) -> None:
        super().__init__(message, remedy=remedy, code=code)
        self.path = path
        self.line = line
        self.input_id = input_id


class SourceError(InputError):
    """An input that could not be read as an article."""

    code = "CX901"


class ManifestError(ClaimxError):
    """A manifest that cannot be read, or that names a file that is not there."""

    code = "CX910"


class LexiconError(ClaimxError):
    """A lexicon file or entry that does not hold what it must; names both."""

    code = "CX920"


class ModelError(ClaimxError):
    """A base model that is missing or is not the one that was verified."""

    code = "CX930"


class CodecError(InputError):
    """JSON that is not what claimx writes, or of a version that it does not know."""

    code = "CX940"


class SideFileError(ClaimxError):
    """A baseline, a reference, an earlier run or corrections that do not hold what they must; names file and entry."""

    code = "CX970"
