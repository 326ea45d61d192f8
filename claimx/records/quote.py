"""What somebody said."""

from typing import Literal

from claimx.records.base import Confidence
from claimx.records.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]


class Quote(Span):
    """Words that the article gives as somebody's.

    A quotation broken by its own attribution is two quotes. The span leaves the marks out. Around a mixed fragment the
    whole reported clause is an indirect quote with the same cue and mention.

    Attributes:
        id: Hash of article and offsets.
        kind: A whole quoted clause, a quoted fragment in reported speech, or reported speech without marks.
        speaker_id: Who said it.
        speaker_mention: The words that name the speaker here: "he".
        cue: The word that introduces it: "said".
        via: The outlet or person that it was said through.
        confidence: How sure the rule is of the speaker.
    """

    id: str
    kind: QuoteKind
    speaker_id: str | None = None
    speaker_mention: Span | None = None
    cue: Span | None = None
    via: Span | None = None
    confidence: Confidence
