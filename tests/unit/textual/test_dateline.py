import pytest

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.components.paragraphs import layout_words
from claimx.pipeline.scope.words import load_date_words
from claimx.textual.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("SALTO, Uruguay, March 3, 2026 (Meridian) — A ferry sank on Monday.", "2026-03-03"),
        ("Bolm, 12 jun 88 (tnp) -- [Text] a ferry sank here today.", "1988-06-12"),
        (
            "Ferry sinks off the coast of Tarn\n\nPublished: 14 Feb 2023 11:25 GMT\n\nA ferry sank on Monday.",
            "2023-02-14",
        ),
        ("World\n\nFerry sinks off Tarn in storm\n\n14.02.2023 - 10:15\n\nA ferry sank.", "2023-02-14"),
        ("Ferry crash of 5 March 2012 goes to court\n\nThe captain of the ferry was charged.", None),
        ("The ferry that sank on 5 March 2012 — the worst crash in years — is raised.", None),
        ("SALTO, March 3 (Meridian) — A ferry sank on Monday.", None),
        ("A ferry sank.\n\nPublished: 14 Feb 2023 11:25 GMT", None),
        ("", None),
    ],
)
def test_find_dateline(text: str, day: str | None) -> None:
    assert find_dateline(text, layout_words(load_lexicon().layout), load_date_words()) == day
