"""The records that stand in the place of what could not be read."""

from claimx.errors import ClaimxError, InputError, SourceError, located
from claimx.records import ErrorInput, ErrorRecord
from claimx.sources import without_surrogates

INTERNAL, GIVEN_UP = "CX990", "CX991"


def error_record(err: ClaimxError) -> ErrorRecord:
    """The record that stands in the place of an input that could not be read."""
    place = ErrorInput()
    if isinstance(err, InputError):
        place = ErrorInput(
            path=None if err.path is None else without_surrogates(err.path),
            line=err.line,
            id=None if err.input_id is None else without_surrogates(err.input_id),
        )
    return ErrorRecord(input=place, code=err.code, message=without_surrogates(err.message), remedy=err.remedy)


def not_read(err: Exception, what: str, *, path: str | None, name: str | None) -> ErrorRecord:
    """The record of an input on which reading broke off: a bug, unless memory ran out.

    Args:
        err: What was raised.
        what: What was read, as `the article`.
        path: Its file.
        name: Its id or its address.
    """
    if isinstance(err, MemoryError):
        code, told, remedy = GIVEN_UP, f"memory ran out while reading {what}", "free some memory, or give fewer --jobs"
    else:
        code, told = INTERNAL, f"internal error while reading {what}: {type(err).__name__}: {err}"
        remedy = f"this is a bug in claimx: please report it with {what}"
    return ErrorRecord(
        input=ErrorInput(path=path, id=name),
        code=code,
        message=without_surrogates(located(told, path)),
        remedy=remedy,
    )


def unreadable(reason: str, path: str | None) -> SourceError:
    """What is raised for a file that cannot be opened, or whose reading breaks off."""
    what = located(f"it cannot be read: {reason}", path)
    return SourceError(what, remedy="check the path and its permissions", path=path)
