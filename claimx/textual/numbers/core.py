"""The bare number, without hedge and unit."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "words", "article", "vague", "share", "zero", "one", "range"]


@dataclass(frozen=True, slots=True)
class Core:
    """A bare number in tokens.

    Attributes:
        first: Index of its first token.
        last: Index after its last.
        low: Lowest value.
        high: Highest value.
        form: How it is written: in digits, in words, with an article ("a million"), as a vague word, as a share of a
        whole
            ("a third"), as a word for none, as a bare "one", as a range.
        weak: See `NumberMention`.
        scale: Product of its magnitude words: 1000000 in "2.6 million".
    """

    first: int
    last: int
    low: Decimal
    high: Decimal
    form: Form
    weak: bool = False
    scale: Decimal = Decimal(1)

    @property
    def value(self) -> Decimal | None:
        """The number where there is one."""
        return self.low if self.form not in ("vague", "range") else None
