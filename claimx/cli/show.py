"""`claimx show`: one article in the terminal, with what was read in it."""

from typing import Annotated

import typer

from claimx.cli import options
from claimx.cli.exits import ExitCode
from claimx.cli.one_article import read_article
from claimx.cli.streams import output, table_width, wants_color

EXAMPLES = """\
claimx show story.txt
claimx show extraction.json
cat page.html | claimx show -"""

HELP = """Show an article with its figures, quotations and speakers marked, and what each means in the margin."""


def show(
    file: Annotated[str, typer.Argument(metavar="FILE|-", help="An article, or an extraction that claimx wrote.")],
    *,
    out: options.Output = None,
    model: options.Model = None,
    tagger: options.Tagger = True,
    lexicon: options.Lexicon = None,
    no_cache: options.NoCache = False,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If the article cannot be read.
    """
    from claimx.report.article_view import render_article

    extraction = read_article(file, model, lexicon, tagger=tagger, cached=not no_cache)
    with output(out) as stream:
        stream.write(render_article(extraction, width=table_width(out), color=wants_color(out)).encode())
        stream.flush()
    return ExitCode.OK
