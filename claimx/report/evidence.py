"""A figure inside the words that it stands in, marked so that the eye finds it."""

from rich.text import Text

from claimx.records import Span
from claimx.report.sanitize import printable, printable_piece

OPEN, CLOSE = "»", "«"
LONGEST_SIDE = 240
"""Code points kept on each side of a figure: a sentence of a badly split page can be a whole page."""


def mark(start: int, end: int, sentence: Span) -> Text:
    """Show a sentence with one figure marked: "killed »about 860« people".

    Args:
        start: First code point of the figure, counted as the sentence's offsets are.
        end: One past its last.
        sentence: The sentence that holds it.

    Returns:
        One line of safe text; without a mark where the figure is not inside the sentence.
    """
    first, last = start - sentence.start, end - sentence.start
    if not 0 <= first < last <= len(sentence.text):
        return Text(printable(_shortened(sentence.text, 2 * LONGEST_SIDE)))
    before, figure, after = sentence.text[:first], sentence.text[first:last], sentence.text[last:]
    return Text.assemble(
        printable_piece(_shortened(before[::-1], LONGEST_SIDE)[::-1]),
        (f"{OPEN}{printable(figure)}{CLOSE}", "bold yellow"),
        printable_piece(_shortened(after, LONGEST_SIDE)),
    )


def _shortened(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"
