"""`claimx explain`: what a code means, or why a claim reads as it does."""

import re
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.one_article import NOTHING_THERE, read_article
from claimx.cli.streams import output, table_width, wants_color
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.records import Claim, Extraction

EXAMPLES = """\
claimx explain CX101
claimx explain --all
claimx explain story.txt:412"""

HELP = """Say what a code means, or why a claim of an article reads as it does.

FILE:OFFSET names the figure at or after that character of the article (from 0); offsets stand in the JSON. FILE is an
article or an extraction that claimx wrote. With --all, every code is listed."""

CODE = re.compile(r"CX\d{3}", re.IGNORECASE)
PLACE = re.compile(r"(?P<file>.+):(?P<offset>\d{1,12})", re.DOTALL)


def explain(
    what: Annotated[
        str | None, typer.Argument(metavar="CODE|FILE:OFFSET", help="A code, or a place in an article.")
    ] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="List every code.")] = False,
    out: options.Output = None,
    model: options.Model = None,
    lexicon: options.Lexicon = None,
    no_cache: options.NoCache = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If there is no such code, or no figure at that place.
    """
    if every or what is None:
        text = _list(out)
    elif CODE.fullmatch(what):
        text = _code(what.upper(), out)
    else:
        text = _claim(what, out, model, lexicon, cached=not no_cache)
    with output(out) as stream:
        stream.write(text.encode())
        stream.flush()
    return ExitCode.OK


def _list(out: options.Output) -> str:
    from claimx.lexicon.codes import code_pages
    from claimx.report.code_page import render_code_list

    return render_code_list(code_pages().values(), width=table_width(out), color=wants_color(out))


def _code(name: str, out: options.Output) -> str:
    from claimx.lexicon.codes import code_pages
    from claimx.report.code_page import render_code

    page = code_pages().get(name)
    if page is None:
        raise ClaimxError(f"there is no code {name}", remedy="claimx explain --all lists them", code=NOTHING_THERE)
    return render_code(page, width=table_width(out), color=wants_color(out))


def _claim(place: str, out: options.Output, model: options.Model, lexicon: options.Lexicon, *, cached: bool) -> str:
    from claimx.lexicon.lexicon import lay_packs, load_packs
    from claimx.report.claim_page import render_claim

    read = PLACE.fullmatch(place)
    if read is None:
        raise ClaimxError(
            f"{place!r} is neither a code nor a place",
            remedy="write a code as CX101, or a file and a character as story.txt:412",
            code=NOTHING_THERE,
        )
    extraction = read_article(read["file"], model, lexicon, cached=cached)
    entries = lay_packs(load_packs(lexicon or ())).words.metrics
    claim = _at(extraction, int(read["offset"]), read["file"])
    return render_claim(extraction, claim, entries, width=table_width(out), color=wants_color(out))


def _at(extraction: "Extraction", offset: int, file: str) -> "Claim":
    """The claim at a place of the text, else the next one."""
    there = [claim for claim in extraction.claims if claim.end > offset and claim.within is None]
    if not there:
        known = ", ".join(f"{claim.start} ({claim.text})" for claim in extraction.claims[-3:])
        remedy = f"the last figures stand at {known}" if known else "no figure was found in this article"
        raise ClaimxError(
            f"{file}: there is no figure at or after character {offset}", remedy=remedy, code=NOTHING_THERE
        )
    return min(there, key=lambda claim: (claim.start > offset, claim.start, claim.end))
