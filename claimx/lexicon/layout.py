"""Wordings that give page furniture, captions and bylines away."""

from typing import Literal

from pydantic import Field

from claimx.lexicon.entry import Entry

LayoutPlace = Literal["line", "start", "tail", "caption_start", "caption_end"]


class LayoutEntry(Entry):
    """Wordings of one kind; `fires` and `silent` are whole paragraphs.

    Attributes:
        place: `line`, the whole line is furniture; `start`, a line that begins so is; `tail`, the line opens a list of
            links; `caption_start`, `caption_end`: a caption begins or ends so.
        phrases: The wordings, in lower case.
    """

    place: LayoutPlace
    phrases: tuple[str, ...] = Field(min_length=1)
