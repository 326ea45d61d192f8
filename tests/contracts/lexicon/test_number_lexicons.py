"""Every entry of the number files fires in its sentences that must fire, and in none of those that must not."""

from collections.abc import Callable

import pytest

from claimx.lexicon.entry import Entry
from claimx.lexicon.lexicon import load_lexicon
from claimx.lexicon.numbers import (
    CurrencyEntry,
    HedgeEntry,
    MovementEntry,
    NumberListEntry,
    OutletEntry,
    PeriodEntry,
    SharedMoneyEntry,
    UnitEntry,
    VagueNumberEntry,
)
from claimx.pipeline.number_words import number_words, outlet_currencies
from claimx.textual.numbers import NumberMention, find_numbers
from claimx.textual.outlets import outlet_currency

NUMBERS = load_lexicon().numbers
WORDS = number_words(NUMBERS)
OUTLETS = outlet_currencies(NUMBERS)

FIGURE_ROLES = {
    "people", "quake", "phrasal", "function", "harm", "harmed", "denial", "person", "death", "share_follower",
    "auxiliary", "record", "hyphenated_count", "half_follower", "half_turner", "comparing", "total", "one_pointer",
    "one_noun",
}  # fmt: skip
"""Words of these roles tell that a number states a figure; those of the others, that it states none."""


ROLE_TESTS: dict[str, Callable[[list[NumberMention]], bool]] = {
    "killing": lambda found: found[-1].basis == "total",
    "list_preposition": lambda found: found[-1].comparator == "at_most",
    "added": lambda found: found[-1].basis == "increment",
    "not_added": lambda found: found[-1].basis == "total",
    "passing": lambda found: found[-1].comparator == "more_than",
    "past_lead": lambda found: found[-1].comparator == "exact",
    "each": lambda found: found[-1].per is not None,
    "age_lead": lambda found: found[-1].kind == "age",
    "being": lambda found: found[-1].kind == "age",
    "turning": lambda found: found[-1].kind == "age",
    "old": lambda found: found[-1].kind == "age",
    "age_limit": lambda found: found[-1].kind == "age",
    "of_age": lambda found: found[-1].kind == "age",
    "age_bound": lambda found: found[-1].kind == "age",
    "share_lead": lambda found: any(each.kind == "percent" for each in found),
    "measuring": lambda found: any(each.unit == "foot" for each in found),
    "closing": lambda found: found[-1:] != [] and found[-1].change == "down",
    "level": lambda found: found[-1:] != [] and found[-1].basis == "total",
    "modal": lambda found: found[-1:] != [] and found[-1].comparator == "more_than",
    "compared_with": lambda found: found[-1:] != [] and found[-1].change == "up",
}
"""What else the words of some roles tell of the figures."""


def _figures(sentence: str) -> list[NumberMention]:
    return [mention for mention in find_numbers(sentence, WORDS) if not mention.weak]


def _all(sentence: str) -> list[NumberMention]:
    return list(find_numbers(sentence, WORDS))


def _test_of(entry: Entry) -> Callable[[str], bool]:  # noqa: C901, PLR0911, PLR0912 - one for each sort of entry
    """What it means that an entry fires in a sentence."""
    match entry:
        case VagueNumberEntry():
            return lambda sentence: any(each.comparator == "vague" for each in _all(sentence))
        case HedgeEntry(effect="adding"):
            return lambda sentence: any(each.basis == "increment" for each in _all(sentence))
        case HedgeEntry(effect=effect):
            return lambda sentence: any(each.comparator == effect for each in _all(sentence))
        case CurrencyEntry(code=code):
            return lambda sentence: any(each.unit == code and each.kind == "money" for each in _all(sentence))
        case SharedMoneyEntry(codes=(code, *_)):
            return lambda sentence: any(each.assumed and each.unit == code for each in _all(sentence))
        case OutletEntry(currency=code):
            return lambda outlet: outlet_currency(outlet, outlet, OUTLETS) == code
        case UnitEntry(name=name, kind=kind):
            return lambda sentence: any((each.unit, each.kind) == (name, kind) for each in _all(sentence))
        case PeriodEntry(id="thing"):
            return lambda sentence: any(each.per is not None for each in _all(sentence))
        case PeriodEntry(name=name):
            return lambda sentence: any(each.per == name for each in _all(sentence))
        case MovementEntry(direction=None):
            return lambda sentence: [each.level for each in _all(sentence)] == ["from", "to"]
        case MovementEntry(direction=direction):
            return lambda sentence: any(each.change == direction for each in _all(sentence))
        case NumberListEntry(role="ballot"):
            return lambda sentence: any(each.unit == "vote" for each in _all(sentence))
        case NumberListEntry(role=role) if role in ROLE_TESTS:
            return lambda sentence: ROLE_TESTS[role](_all(sentence))
        case NumberListEntry(role="one_partitive"):
            return lambda sentence: any(each.pronoun for each in _all(sentence))
        case NumberListEntry(role=role) if role not in FIGURE_ROLES:
            return lambda sentence: not _figures(sentence)
        case _:
            return lambda sentence: bool(_figures(sentence))


ENTRIES: list[Entry] = [
    *NUMBERS.words,
    *NUMBERS.vague,
    *NUMBERS.hedges,
    *NUMBERS.currencies,
    *NUMBERS.shared_money,
    *NUMBERS.outlets,
    *NUMBERS.units,
    *NUMBERS.periods,
    *NUMBERS.movements,
    *NUMBERS.lists,
]


def _cases(field: str) -> list[object]:
    return [
        pytest.param(entry, sentence, id=f"{type(entry).__name__}-{entry.id}-{number}")
        for entry in ENTRIES
        for number, sentence in enumerate(getattr(entry, field))
    ]


@pytest.mark.parametrize(("entry", "sentence"), _cases("fires"))
def test_fires(entry: Entry, sentence: str) -> None:
    assert _test_of(entry)(sentence), _all(sentence)


@pytest.mark.parametrize(("entry", "sentence"), _cases("silent"))
def test_is_silent(entry: Entry, sentence: str) -> None:
    assert not _test_of(entry)(sentence), _all(sentence)


def test_every_role_has_words() -> None:
    roles = {entry.role for entry in NUMBERS.lists}
    assert not {name for name in WORDS.context.__slots__ if name not in roles}


def test_no_word_has_two_hedges() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in NUMBERS.hedges:
        for side in ("before", "after"):
            for phrase in getattr(entry, side):
                assert seen.setdefault((side, phrase), entry.id) == entry.id, phrase


def test_no_word_names_two_currencies() -> None:
    seen: dict[tuple[str, str], str] = {}
    for entry in NUMBERS.currencies:
        for side, phrases in (("before", (*entry.before, *entry.large)), ("after", (*entry.after, *entry.parts))):
            for phrase in phrases:
                assert seen.setdefault((side, phrase), entry.code) == entry.code, phrase


def test_no_word_names_two_units() -> None:
    seen: dict[str, str] = {}
    for entry in NUMBERS.units:
        for phrase in entry.words:
            assert seen.setdefault(phrase, entry.id) == entry.id, phrase
