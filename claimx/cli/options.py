"""Options that several commands share: one name, one meaning and one help text everywhere."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx import tier
from claimx.cli.streams import ColorWhen
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.sources import FieldMap

NO_SUCH_CODE = "CX963"

MAX_FILE_BYTES = 10 * 1024 * 1024
MAX_ARTICLE_CHARS = 1_000_000
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5


class FailOn(StrEnum):
    """The weakest findings that make `compare` end with exit code 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    NEVER = "never"


class Layer(StrEnum):
    """A part of an extraction that is written only when it is asked for."""

    QUANTITIES = "quantities"


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="PATH|DIR|GLOB|URL|-",
        help="Articles as text, Markdown, HTML, JSONL, PDF, DOCX, RSS, Atom or WARC; claimx's own JSON; folders of"
        " them; patterns in quotes; an address, which is fetched; - is standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, which is replaced only when all is written."),
]
ManifestFile = Annotated[
    Path | None,
    typer.Option(
        "--manifest",
        metavar="FILE",
        help="Outlet, date, address and headline by file name; by default manifest.toml in the folder of each file.",
    ),
]
Fields = Annotated[
    str,
    typer.Option(
        "--fields",
        metavar="MAP",
        help="Other names of the fields in JSONL, as in text=body,published=meta.date.",
        show_default=False,
    ),
]
Layers = Annotated[
    list[Layer] | None, typer.Option("--with", metavar="quantities", help="Write every number expression too.")
]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out of the JSON.")]
Model = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="Another spaCy pipeline for English: a package or a folder. It is not checked, and named in the output.",
    ),
]
Tagger = Annotated[
    bool,
    typer.Option(
        "--tagger/--no-tagger",
        help="Whether the trained tagger of quotations reads beside the rules; without it reading is faster.",
    ),
]
Tier = Annotated[
    tier.Tier,
    typer.Option(
        "--tier",
        help="full reads all of an article; figures only its beginning and the sentences that may state a figure,"
        " which is faster: nearly the same figures, fewer quotes and places.",
    ),
]
NoCache = Annotated[
    bool, typer.Option("--no-cache", help="Read every article anew, and keep nothing of it for the next run.")
]
MaxFileBytes = Annotated[
    int,
    typer.Option(
        "--max-file-bytes", min=1, metavar="N", help="Refuse files of one article, and pages, that are larger."
    ),
]
MaxArticleChars = Annotated[
    int,
    typer.Option(
        "--max-article-chars",
        min=1,
        max=10_000_000,
        metavar="N",
        help="Refuse articles that are longer; a million characters take about a gigabyte of memory.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=0.1, max=3600, metavar="SECONDS", help="The longest that fetching an address may take in all."
    ),
]
MaxRedirects = Annotated[
    int, typer.Option("--max-redirects", min=0, max=20, metavar="N", help="How often an address may lead to another.")
]
Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        help="Add a pack of words for another domain: a folder of TOML files; can be repeated.",
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="DATE",
        help="The day for which accepted findings must hold; by default that of the newest article.",
    ),
]
Select = Annotated[
    list[str] | None,
    typer.Option("--select", metavar="CODE", help="Only findings of this code, or of codes that begin so, as CX1."),
]
ExtendSelect = Annotated[
    list[str] | None,
    typer.Option("--extend-select", metavar="CODE", help="Findings of this code too, beside those of --select."),
]
Ignore = Annotated[
    list[str] | None,
    typer.Option("--ignore", metavar="CODE", help="No findings of this code, or of codes that begin so."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        min=1,
        max=1024,
        metavar="N",
        help="Read in N processes; by default as many as cores and memory allow, where there is much to read.",
        show_default=False,
    ),
]
MaxArticleSeconds = Annotated[
    float | None,
    typer.Option(
        "--max-article-seconds",
        min=0.1,
        metavar="SECONDS",
        help="Give up an article that takes longer; it is an error, and the others are read.",
    ),
]
Verbose = Annotated[
    bool,
    typer.Option(
        "-v",
        "--verbose",
        help="Say on stderr where settings are from, what was left out, and how long each stage took.",
    ),
]
Color = Annotated[
    ColorWhen,
    typer.Option("--color", help="Whether tables have colours; auto goes by the terminal, NO_COLOR and FORCE_COLOR."),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Stop at the first input that cannot be read; else the rest goes on.")
]
StdinName = Annotated[
    str | None,
    typer.Option(
        "--stdin-name",
        metavar="NAME",
        help="What standard input is called in messages and records; its suffix tells the format, as in page.html.",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No progress and no summary on stderr.")]


def read_codes(written: Iterable[str]) -> tuple[str, ...]:
    """Codes of findings, or beginnings of codes; a slip in one would hide findings, or hide none.

    Raises:
        ClaimxError: If no code begins so.
    """
    from claimx.lexicon.codes import code_pages

    known = [page.id for page in code_pages().values() if page.is_finding]
    wanted = tuple(each.upper() for each in written)
    for each in wanted:
        if not each or not any(code.startswith(each) for code in known):
            what = f"no code of a finding begins with {each!r}"
            raise ClaimxError(what, remedy="claimx explain --all lists them", code=NO_SUCH_CODE)
    return wanted


def parse_fields(written: str) -> "FieldMap":
    """Read the value of `--fields`.

    Raises:
        typer.BadParameter: If it is not a list of field=key.
    """
    from claimx.sources import FieldMap

    try:
        return FieldMap.parse(written)
    except ValueError as err:
        raise typer.BadParameter(str(err), param_hint="--fields") from err
