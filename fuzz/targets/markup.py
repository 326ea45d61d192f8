"""Pieces of HTML as feeds carry them: no markup that is shown, no line break left alone."""

from claimx.sources.markup import text_of as shown_text
from fuzz.target import Target, hold, text_of

PIECES = (
    "<p>",
    "</p>",
    "<br>",
    "<div>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "&lt;",
    "&#8217;",
    "<td>",
    "\xa0",
    "<?",
    "\n",
)


def check(data: bytes) -> None:
    """Take the text out of markup."""
    text = shown_text(text_of(data))
    hold(text == text.strip(" \n"), "white space is left at an end")
    hold("\n" not in text.replace("\n\n", ""), "a line stands alone")
    text.encode()


TARGET = Target(check, PIECES, max_bytes=300)
