"""A piece of HTML, as feeds carry it, into the text that a reader would see."""

import re

BLOCKS = re.compile(
    r"address|article|aside|blockquote|br|dd|div|d[lt]|figcaption|figure|footer|h[1-6]|header|hr|li|main|[ou]l|p|pre"
    r"|section|table|tbody|t[dhr]|tfoot|thead"
)
"""What begins a line of its own."""
UNSEEN = re.compile(r"script|style|template|iframe|noscript|object|svg|head|title")
SPACE = re.compile(r"[^\S\n\xa0\u202f\u2009]+")
"""White space that markup folds; non-breaking and thin spaces stand in numbers, and stay."""


def text_of(markup: str) -> str:
    """The text of a piece of HTML: a paragraph a line, with an empty line between, and nothing that is not shown.

    Args:
        markup: HTML of any kind, or text with entities in it.

    Returns:
        The text; nothing where the markup holds none.
    """
    from lxml import etree, html

    if not markup.strip():
        return ""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True, encoding="utf-8")
    try:
        root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    pieces: list[str] = []
    unseen: object = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start" and unseen is None:
            if UNSEEN.fullmatch(element.tag):
                unseen = element
                continue
            pieces += ["\n" if BLOCKS.fullmatch(element.tag) else "", _folded(element.text)]
        elif event == "end":
            if unseen is element:
                unseen = None
            if unseen is None:
                pieces += ["\n" if BLOCKS.fullmatch(element.tag) else "", _folded(element.tail)]
    lines = (line.strip(" ") for line in "".join(pieces).split("\n"))
    return "\n\n".join(filter(None, lines))


def _folded(text: str | None) -> str:
    return SPACE.sub(" ", text.replace("\n", " ")) if text else ""
