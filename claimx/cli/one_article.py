"""What `show` and `explain` share: the one article of a file."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.cli.option_groups import Pipeline, Reading
from claimx.cli.progress import Progress
from claimx.cli.saying import counted
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.records import Extraction

NOTHING_THERE = "CX962"


def read_article(
    file: str, model: str | None, lexicon: Sequence[Path] | None, *, tagger: bool = True, cached: bool = False
) -> "Extraction":
    """Read the one article of a file, or the extraction that claimx made of it.

    Args:
        file: The file; `-` is standard input.
        model: As for `--model`.
        lexicon: As for `--lexicon`.
        tagger: As for `--tagger`.
        cached: Whether the extraction is kept, and taken from earlier runs.

    Raises:
        ClaimxError: If it cannot be read, or holds none or several.
    """
    from claimx import workflow
    from claimx.cli import run
    from claimx.cli.account import Account
    from claimx.records import ErrorRecord, Extraction

    account = Account(quiet=True, progress=Progress(on=True))
    pipeline = Pipeline(model=model, lexicon=[*(lexicon or ())], tagger=tagger)
    extractor = run.make_extractor(account, pipeline, cached=cached)
    found: list[Extraction] = []
    for each in workflow.read_inputs([file], run.read_settings(Reading())):
        record = each if isinstance(each, Extraction | ErrorRecord) else extractor.extract(each)
        if isinstance(record, ErrorRecord):
            raise ClaimxError(record.message, remedy=record.remedy, code=record.code)
        found.append(record)
    account.progress.clear()
    if len(found) != 1:
        raise ClaimxError(
            f"{file} holds {counted(len(found), 'article')}",
            remedy="name a file with one article",
            code=NOTHING_THERE,
        )
    return found[0]
