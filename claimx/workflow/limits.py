"""How many figures one article may state: what is compared takes the square of them."""

from claimx.errors import SourceError, located
from claimx.records import Extraction
from claimx.sources.interface import TOO_LARGE

MAX_CLAIMS = 2000
"""A long report has some hundreds; "5% 5% 5% …" over pages has thousands, and ten times as many take minutes."""


def check_claims(extraction: Extraction, line: int | None = None) -> None:
    """Refuse an article that states more figures than any article does.

    Args:
        extraction: What was found in it.
        line: One-based line of the file that it stands on, where there are several.

    Raises:
        SourceError: If there are too many.
    """
    found, path = len(extraction.claims), extraction.article.path
    if found > MAX_CLAIMS:
        what = f"the article states {found:,} figures, more than the limit of {MAX_CLAIMS:,}"
        raise SourceError(
            located(what, path, line),
            remedy="split it, or give its text without tables and lists",
            code=TOO_LARGE,
            path=path,
            line=line,
            input_id=extraction.article.id,
        )
