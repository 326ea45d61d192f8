"""Parts whose total an earlier sentence gives and theirs points back to: "Police held 40 people. Of those, 16 …"."""

from collections.abc import Iterator

from claimx.pipeline.parts.figures import Figures
from claimx.pipeline.parts.openers import LIST_ITEM
from claimx.pipeline.parts.wording import PartWording

NEAR = 2
"""Sentences with figures back to what "them" stands for."""

FARTHEST = 20
"""Figures back to what "them" stands for, whatever the sentences."""

REACH = 8
"""Figures back to a total that the part names by its noun."""

LEAD = 140
"""Code points before a part in which "the dead included" is looked for."""


def link_back(figures: Figures, wording: PartWording) -> None:
    """Link parts that point to the total of an earlier sentence.

    Args:
        figures: The document's figures, to which links are added; those within sentences are there already.
        wording: The words to go by.
    """
    for sentence in figures.sentences():
        opened = wording.of_those_first.match(figures.text, figures.start_of(sentence[0]))
        for place, part in enumerate(sentence):
            if part in figures.whole:
                continue
            after = figures.after(part, LIST_ITEM)
            listed = place == 0 or not wording.ends.search(figures.between(sentence[0], part))
            those = wording.of_those.match(after)
            aside = place > 0 and figures.before(part, 2) == ", "
            if (those and (aside or figures.says_on(part, those.end()))) or (opened and listed):
                _join_first(figures, part, _pointed_at(figures, part, opened=bool(opened)))
                continue
            _join_first(figures, part, _counted_again(figures, part, wording))
            if noun := _noun_of(figures, part, after, wording):
                _join_first(figures, part, _named(figures, part, noun, wording))


def _join_first(figures: Figures, part: int, totals: Iterator[int]) -> None:
    total = next(totals, None)
    if total is not None:
        figures.join(part, total)


def _noun_of(figures: Figures, part: int, after: str, wording: PartWording) -> str | None:
    """The noun by which a part names its total: "six of the miners", "the dead included six cooks"."""
    named = wording.of_the_noun.match(after) or wording.among_the_noun.match(after)
    if named:
        return named["group"].casefold()
    held = wording.noun_holds.search(figures.lead(part, LEAD))
    if held is None:
        return None
    return (held["group"] or held["among"]).casefold()


def _pointed_at(figures: Figures, part: int, *, opened: bool) -> Iterator[int]:
    """Figures that "them" may stand for, the likeliest first: the last of the sentence, people for people.

    In a sentence that "of those" opens all figures are parts, and none is a total.
    """
    near = [index for index in _earlier(figures, part, NEAR) if _can_hold(figures, index, part)]
    if opened:
        near = [index for index in near if figures.sentence[index] != figures.sentence[part]]
    else:
        yield from (index for index in near[:1] if figures.sentence[index] == figures.sentence[part])
    people = [index for index in near if figures.candidates[index].unit == figures.candidates[part].unit]
    for found in (people, near):
        yield from (index for index in found if index not in figures.whole)


def _named(figures: Figures, part: int, noun: str, wording: PartWording) -> Iterator[int]:
    """Figures of the same noun before a part, those of its metric first: "eight murders … six of the murders".

    None of them is itself so many of that noun: "11 of the enemy fell … four of the enemy fell".
    """
    near = set(_earlier(figures, part, NEAR))
    found: list[int] = []
    for index in range(part - 1, max(-1, part - 1 - REACH), -1):
        same = noun in figures.nouns(index) or _is_toll(figures, index, noun, wording)
        close = index in near or not wording.persons.fullmatch(noun)
        same = same and not figures.candidates[index].unit.startswith("percent")
        among = wording.of_the_noun.match(figures.after(index, LIST_ITEM))
        alike = among is not None and among["group"].casefold() == noun
        is_free = index not in figures.whole and not alike
        if same and close and is_free and _can_hold(figures, index, part, named=True):
            found.append(index)
    metrics = {figures.candidates[part].metric, "casualties"}
    yield from sorted(found, key=lambda index: figures.candidates[index].metric not in metrics)


def _is_toll(figures: Figures, index: int, noun: str, wording: PartWording) -> bool:
    """Whether a figure counts those whom a noun like "the victims", "the dead", "the wounded" stands for."""
    metrics = {"casualties"}
    if wording.victims.fullmatch(noun) or wording.dead.fullmatch(noun):
        metrics.add("killed")
    if wording.victims.fullmatch(noun) or wording.hurt.fullmatch(noun):
        metrics.add("injured")
    return len(metrics) > 1 and figures.candidates[index].metric in metrics


def _counted_again(figures: Figures, part: int, wording: PartWording) -> Iterator[int]:
    """Figures whose number a part names once more: "Eight people were shot. Six of the eight died"."""
    again = figures.named_after(part, wording.before_total)
    if again is not None:
        for index in range(part - 1, max(-1, part - 1 - REACH), -1):
            if figures.values[index] == again and figures.is_within(index, part):
                yield index


def _can_hold(figures: Figures, whole: int, part: int, *, named: bool = False) -> bool:
    """Whether one can be part of the other; of one noun and metric they are of one sort, whatever the unit says.

    A part is less than its total: "two of the victims" are not the two of the sentence before.
    """
    big, small = figures.values[whole], figures.values[part]
    if big is not None and big == small:
        return False
    if figures.is_like(whole, part) or figures.is_share(whole, part):
        return True
    same = figures.candidates[whole].metric == figures.candidates[part].metric
    return named and same and big is not None and small is not None and small <= big


def _earlier(figures: Figures, part: int, sentences: int) -> Iterator[int]:
    """The figures before a part, the nearest first: of its own sentence, and of so many before it."""
    seen: list[int] = []
    for index in range(part - 1, max(-1, part - 1 - FARTHEST), -1):
        if figures.sentence[index] not in (*seen, figures.sentence[part]):
            seen.append(figures.sentence[index])
        if len(seen) > sentences:
            return
        yield index
