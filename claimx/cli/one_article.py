"""What `show` and `explain` share: the one article of a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.cli.streams import Progress
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.records import Extraction

NOTHING_THERE = "CX962"


def read_article(file: str, model: str | None, lexicon: Sequence[Path] | None) -> "Extraction":
    """Read the one article of a file, or the extraction that claimx made of it.

    Args:
        file: The file; `-` is standard input.
        model: As for `--model`.
        lexicon: As for `--lexicon`.

    Raises:
        ClaimxError: If it cannot be read, or holds none or several.
    """
    from claimx import workflow
    from claimx.cli import run

    account = run.Account(quiet=True, progress=Progress(on=True))
    extractor = run.make_extractor(account, model=model, lexicon=lexicon)
    compared = workflow.compare([file], run.read_settings(), extractor)
    account.progress.clear()
    for err in compared.errors:
        raise ClaimxError(err.message, remedy=err.remedy, code=err.code)
    if len(compared.extractions) != 1:
        raise ClaimxError(
            f"{file} holds {run.counted(len(compared.extractions), 'article')}",
            remedy="name a file with one article",
            code=NOTHING_THERE,
        )
    return compared.extractions[0]
