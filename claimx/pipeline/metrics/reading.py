"""What is known of one number while its metric is sought."""

from dataclasses import dataclass
from decimal import Decimal

from claimx.pipeline.metrics.nouns import NounClass
from claimx.pipeline.phrases import Phrase
from claimx.textual.numbers import NumberMention


@dataclass(frozen=True, slots=True)
class Reading:
    """One number with its phrase and, once found, its metric.

    Attributes:
        number: The mention.
        text: The article's text: a document would join it anew each time that it is asked.
        index: Its index in `Layers.numbers`.
        first: First token of the number.
        last: One past its last.
        phrase: What it counts.
        noun: Class of the counted noun; None where the text leaves it out.
        metric: The metric; None while nothing tells it.
        unit: The unit.
        rule: Id of the lexicon entry or of the pattern that fired.
        predicate: Token of the word that told.
        confidence: How sure the rule is.
        of: Tokens of the whole that a percentage is of.
        antecedent: The phrase of an earlier figure that names what this one counts.
    """

    number: NumberMention
    text: str
    index: int
    first: int
    last: int
    phrase: Phrase
    noun: NounClass | None
    metric: str | None = None
    unit: str = ""
    rule: str = ""
    predicate: int | None = None
    confidence: Decimal = Decimal("0.5")
    of: tuple[int, int] | None = None
    antecedent: Phrase | None = None

    @property
    def named(self) -> Phrase:
        """The phrase that names what is counted, here or before."""
        return self.antecedent or self.phrase

    @property
    def after(self) -> int:
        """One past the number and its phrase."""
        return max(self.last, self.phrase.end)
