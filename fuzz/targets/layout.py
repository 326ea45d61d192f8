"""The cutting into paragraphs: they stand in order and hold all but white space."""

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.components.paragraphs import layout_words
from claimx.textual.layout import find_blocks
from fuzz.target import Target, hold, in_order, text_of

WORDS = layout_words(load_lexicon().layout)
PIECES = (
    *("\n", "\r\n", "\r", "\n\n", "\u2028", "\x0b", "\x1c", "\x85", "\t", " | ", "   ", "- ", "• ", "3. ", "1) ", "—"),
    *("Photo: ", "Image 7 of 16 ", "Related posts", "Sign up for", "By Ann Lee", "4 May 2031", "18:30", "AFP", "…"),
    *("Rescuers searched the harbour for a second day on Monday and found nobody alive there ", '."', "U.S."),
)


def check(data: bytes) -> None:
    """Cut a text."""
    text = text_of(data)
    blocks = find_blocks(text, WORDS)
    in_order(blocks, len(text))
    covered = "".join(text[block.start : block.end] for block in blocks)
    hold("".join(covered.split()) == "".join(text.split()), "a paragraph was lost")


TARGET = Target(check, PIECES, max_bytes=300)
