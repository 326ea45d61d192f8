"""What somebody said."""

from collections.abc import Mapping
from typing import Literal

from pydantic import SerializerFunctionWrapHandler, model_serializer

from claimx.records.base import Confidence
from claimx.records.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
FoundBy = Literal["rules", "tagger"]


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
        found_by: What found the quote, or its speaker: the rules, or the trained tagger beside them. Written only
            where it is the tagger.
    """

    id: str
    kind: QuoteKind
    speaker_id: str | None = None
    speaker_mention: Span | None = None
    cue: Span | None = None
    via: Span | None = None
    confidence: Confidence
    found_by: FoundBy = "rules"

    @model_serializer(mode="wrap")
    def _rules_go_without_saying(self, write: SerializerFunctionWrapHandler) -> Mapping[str, object]:
        written: dict[str, object] = write(self)
        if self.found_by == "rules":
            written.pop("found_by", None)
        return written
