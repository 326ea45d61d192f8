"""A stretch of the article's text."""

from collections.abc import Mapping
from typing import Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator

from claimx.records.base import Record


class Span(Record):
    """A half-open stretch of code points, with the words it covers.

    Attributes:
        start: First code point.
        end: One past the last code point.
        text: The words themselves: `article.text[start:end]`.
        within: "title" where the offsets count in the article's title and not in its text.
    """

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str
    within: Literal["title"] | None = Field(default=None, alias="in")

    @model_validator(mode="after")
    def _is_as_long_as_its_text(self) -> Self:
        if self.end - self.start != len(self.text):
            msg = f"the span {self.start}..{self.end} is not as long as its text {self.text!r}"
            raise ValueError(msg)
        return self

    @model_serializer(mode="wrap")
    def _leave_out_the_usual_place(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.within is None:
            written.pop("in", None)
            written.pop("within", None)
        return written

    def of(self, text: str, title: str | None) -> bool:
        """Whether the span holds the words that stand there."""
        where = title or "" if self.within == "title" else text
        return where[self.start : self.end] == self.text
