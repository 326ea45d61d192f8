"""The pairing of quotation marks: stretches inside the text without space at their ends, the outer ones apart."""

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.components.paragraphs import layout_words
from claimx.textual.layout import find_blocks
from claimx.textual.quotemarks import MARKS, pair_marks
from fuzz.target import Target, hold, in_order, text_of

LAYOUT = layout_words(load_lexicon().layout)
ELISIONS = frozenset({"em", "til", "n"})
PIECES = (*MARKS, "''", "``", "\n", "\n\n", "s", "said", "90s", "em", "(", ")", "—", "…", ":", ",", ".", "No", "1")


def check(data: bytes) -> None:
    """Pair the marks of a text, its paragraphs cut as an article's are."""
    text = text_of(data)
    pairing = pair_marks(text, [(each.start, each.end) for each in find_blocks(text, LAYOUT)], elisions=ELISIONS)
    for one in pairing.marked:
        hold(0 <= one.outer_start <= one.start < one.end <= one.outer_end <= len(text), f"{one} leaves its marks")
        hold(text[one.start : one.end] == text[one.start : one.end].strip(), f"{one} holds white space at an end")
    in_order((one for one in pairing.marked if one.depth == 0), len(text))
    hold(all(text[at] in MARKS for at in pairing.unpaired), "a mark without a partner is no mark")


TARGET = Target(check, PIECES, max_bytes=300)
