"""Give the quotations that the tagger found their speakers, and leave those of the rules as they are."""

from collections.abc import Sequence
from dataclasses import replace

from claimx.pipeline.layers import Offsets, QuoteLayer, SpeakerLayer


def name_speakers(
    known: Sequence[SpeakerLayer],
    joined: Sequence[QuoteLayer],
    heard: Sequence[QuoteLayer],
    speakers: Sequence[SpeakerLayer],
) -> tuple[tuple[SpeakerLayer, ...], tuple[QuoteLayer, ...]]:
    """Take over speakers for what the tagger found, and nothing else.

    Resolved together, one more mention can change whom another means: with the tagger's "a second poll" there, "a poll"
    that a figure comes from meant that one. So the speakers of the rules keep their numbers and names.

    Args:
        known: The speakers by the rules, and whoever figures come from.
        joined: Quotations of both, those of the rules with the numbers of their speakers in `known`.
        heard: The same quotations, all with the numbers of their speakers in `speakers`.
        speakers: The speakers of both, resolved together.

    Returns:
        The known speakers, and behind them those that only the tagger found; all quotations.
    """
    out, quotes = list(known), list(joined)
    for place, (quote, again) in enumerate(zip(joined, heard, strict=True)):
        if quote.found_by == "rules" or quote.mention is None or again.speaker is None:
            continue
        speaker = speakers[again.speaker]
        number = _same(out, speaker, quote.mention)
        if number is None:
            number = len(out)
            out.append(replace(speaker, mentions=()))
        mentions = {*out[number].mentions, quote.mention}
        out[number] = replace(out[number], mentions=tuple(sorted(mentions, key=lambda each: (each.start, each.end))))
        quotes[place] = replace(quote, speaker=number, confidence=again.confidence)
    return tuple(out), tuple(quotes)


def _same(known: Sequence[SpeakerLayer], speaker: SpeakerLayer, mention: Offsets) -> int | None:
    """The number of a speaker: by the mention itself, by the name, or by another mention of theirs."""
    for holds in (
        lambda each: mention in each.mentions,
        lambda each: each.name.casefold() == speaker.name.casefold(),
        lambda each: not set(each.mentions).isdisjoint(speaker.mentions),
    ):
        found = next((number for number, each in enumerate(known) if holds(each)), None)
        if found is not None:
            return found
    return None
