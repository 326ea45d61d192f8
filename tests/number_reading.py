"""Read sentences with the words of the lexicon, and write what was read in short, for tables of cases."""

from decimal import Decimal

from claimx.lexicon.lexicon import load_lexicon
from claimx.pipeline.number_words import number_words
from claimx.textual.numbers import NumberMention, find_numbers

WORDS = number_words(load_lexicon().numbers)
SIGNS = {"about": "~", "nearly": "≲", "more_than": ">", "at_least": "≥", "less_than": "<", "at_most": "≤", "exact": ""}


def mentions(sentence: str, *, weak: bool = False) -> tuple[NumberMention, ...]:
    """The mentions of a sentence; the weak ones only if wanted."""
    return tuple(each for each in find_numbers(sentence, WORDS) if weak or not each.weak)


def anchors(sentence: str) -> list[str]:
    """The words of each mention."""
    return [sentence[each.start : each.end] for each in mentions(sentence)]


def short(sentence: str, *, weak: bool = False) -> str:
    """Sign, number and unit of each mention: "≥12; 3..5 percent; vague 12..99"."""
    return "; ".join(_short(each) for each in mentions(sentence, weak=weak))


def _short(each: NumberMention) -> str:
    unit = f" {each.unit}" if each.unit else ""
    if each.comparator in ("between", "vague"):
        word = "vague " if each.comparator == "vague" else ""
        return f"{word}{_plain(each.low)}..{_plain(each.high)}{unit}"
    return f"{'not ' if each.negated else ''}{SIGNS[each.comparator]}{_plain(each.value)}{unit}"


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value.normalize():f}"
