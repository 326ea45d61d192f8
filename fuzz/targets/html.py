"""Web pages: markup that is broken, nested, unclosed, or in an encoding other than it says."""

from claimx.sources import Format
from fuzz.reading import reads
from fuzz.target import Target

PIECES = (
    *("<div>", "</div>", "<p>", "</p>", "<article>", "<table><tr><td>", "<script>", "</script>", "<!--", "-->", "<"),
    *("<![CDATA[", "]]>", "&#x110000;", "&lt;", "&amp;", "<meta charset=utf-16>", "<b><i>", "<svg>", "<a href='//x'>"),
    *("<script type='application/ld+json'>", '{"@type":"NewsArticle"}', "<time datetime='9999-99-99'>"),
    *(
        "<p>Nine people were killed on Monday when a crane fell in Orlen, the police said.</p>",
        "<base href='file:///'>",
    ),
)

TARGET = Target(reads(Format.HTML), PIECES, max_bytes=4096)
