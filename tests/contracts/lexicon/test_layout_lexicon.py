"""Every entry of layout.toml takes the paragraphs that it says it takes, and leaves the others."""

import pytest

from claimx.lexicon.layout import LayoutEntry
from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.components.paragraphs import layout_words
from claimx.textual.layout import find_blocks

CASES = [
    (entry, line, fires)
    for entry in load_lexicon().layout
    for fires, lines in ((True, entry.fires), (False, entry.silent))
    for line in lines
]


@pytest.mark.parametrize(("entry", "line", "fires"), CASES, ids=[f"{e.id}-{line[:20]}" for e, line, _ in CASES])
def test_entry(entry: LayoutEntry, line: str, fires: bool) -> None:
    text = f"A ferry sank.\n\n{line}\n\nIt was old."

    zone = find_blocks(text, layout_words((entry,)))[1].zone

    assert (zone != "body") is fires
