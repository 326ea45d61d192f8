"""Bring the number files of the lexicon into the form that the number grammar reads."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from decimal import Decimal

from claimx.lexicon.numbers import MovementEntry, NumberLexicon
from claimx.records.quantity import Direction
from claimx.textual.numbers.phrases import Phrases
from claimx.textual.numbers.vocabulary import ContextWords, Currency, Interval, NumberWords, Unit
from claimx.textual.outlets import OutletCurrencies

_OTHER_STARTERS = ("a", "an", "half", "no", "none", "nobody", "zero", "any", "dozen", *"½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def outlet_currencies(lexicon: NumberLexicon) -> OutletCurrencies:
    """The currencies of outlets, from the lexicon.

    Args:
        lexicon: The number files.
    """
    return OutletCurrencies(
        names={name: entry.currency for entry in lexicon.outlets for name in entry.names},
        domains={domain: entry.currency for entry in lexicon.outlets for domain in entry.domains},
    )


def number_words(lexicon: NumberLexicon, home: str | None = None) -> NumberWords:
    """The words of the number grammar, from the lexicon.

    Args:
        lexicon: The number files.
        home: Currency of the outlet's country, where it is known: it is what a bare "$" or "rupees" means.
    """
    moves = [entry for entry in lexicon.movements if not entry.than]
    shared = _shared_money(lexicon, home)
    countries = {word: Currency(entry.code) for entry in lexicon.currencies for word in entry.country}
    cardinals = _values(lexicon, "cardinal")
    multiples = _values(lexicon, "multiple")
    vague = {word: entry for entry in lexicon.vague for word in entry.words}
    return NumberWords(
        cardinals=cardinals,
        magnitudes=_values(lexicon, "magnitude"),
        short_magnitudes=_values(lexicon, "short_magnitude"),
        shares=_values(lexicon, "share"),
        multiples=multiples,
        vague=Phrases({word: Interval(entry.low, entry.high) for word, entry in vague.items()}),
        vague_factors=Phrases({word: Interval(entry.low, entry.high) for word, entry in vague.items() if entry.factor}),
        weak=frozenset(word for word, entry in vague.items() if entry.weak),
        before=Phrases({w: each.effect for each in lexicon.hedges if each.effect != "adding" for w in each.before}),
        after=Phrases({w: each.effect for each in lexicon.hedges if each.effect != "adding" for w in each.after}),
        adding=Phrases({w: True for each in lexicon.hedges if each.effect == "adding" for w in each.before}),
        currency_before=Phrases(_currency_signs(lexicon, shared)),
        currency_after=Phrases(_currency_words(lexicon, shared)),
        currency_country=Phrases(countries),
        codes=frozenset(
            (*(entry.code.lower() for entry in lexicon.currencies), *(w for e in lexicon.currencies for w in e.large))
        ),
        units=Phrases(_units(lexicon)),
        units_glued={w: Unit(u.name, u.kind, u.anchored) for u in lexicon.units for w in (*u.glued, *u.symbols)},
        unit_symbols=frozenset(symbol for unit in lexicon.units for symbol in unit.symbols),
        units_before=Phrases({w: Unit(u.name, u.kind, u.anchored) for u in lexicon.units for w in u.before}),
        periods=_periods(lexicon),
        rising=_directions(each for each in moves if not each.by),
        rising_by=_directions(moves),
        differing=_directions(each for each in lexicon.movements if each.than),
        moving=frozenset(word for entry in moves for word in entry.words),
        taking=frozenset(word for entry in lexicon.movements if entry.taking for word in entry.words),
        zero_idioms=Phrases(dict.fromkeys(sorted(_list(lexicon, "zero_idiom")), True)),
        idioms=Phrases(dict.fromkeys(sorted(_list(lexicon, "idiom")), True)),
        context=ContextWords(**{each.name: _list(lexicon, each.name) for each in fields(ContextWords)}),
        starters=_starters(cardinals, multiples, vague),
    )


def _values(lexicon: NumberLexicon, role: str) -> dict[str, Decimal]:
    return {word: value for entry in lexicon.words if entry.role == role for word, value in entry.values.items()}


def _directions(entries: Iterable[MovementEntry]) -> dict[str, Direction]:
    return {word: entry.direction for entry in entries if entry.direction for word in entry.words}


def _list(lexicon: NumberLexicon, role: str) -> frozenset[str]:
    return frozenset(word for entry in lexicon.lists if entry.role == role for word in entry.words)


def _periods(lexicon: NumberLexicon) -> dict[str, str]:
    """Words of periods; a thing is its own name ("a barrel")."""
    return {word: word if entry.id == "thing" else entry.name for entry in lexicon.periods for word in entry.words}


def _units(lexicon: NumberLexicon) -> dict[str, Unit]:
    """Units by their wordings, those of several words also with hyphens ("a 40-square-metre room")."""
    units = {word: Unit(each.name, each.kind, each.anchored) for each in lexicon.units for word in each.words}
    return {word.replace(" ", "-"): unit for word, unit in units.items()} | units


def _shared_money(lexicon: NumberLexicon, home: str | None) -> dict[str, Currency]:
    """What the signs and words mean that several countries share: "$" is the outlet's own dollar where it has one."""
    return {
        word: Currency(home if home in entry.codes else entry.codes[0], shared=True, assumed=home is None)
        for entry in lexicon.shared_money
        for word in entry.words
    }


def _currency_signs(lexicon: NumberLexicon, shared: Mapping[str, Currency]) -> dict[str, Currency]:
    signs = {word: shared.get(word, Currency(entry.code)) for entry in lexicon.currencies for word in entry.before}
    return signs | {w: Currency(entry.code, large_only=True) for entry in lexicon.currencies for w in entry.large}


def _currency_words(lexicon: NumberLexicon, shared: Mapping[str, Currency]) -> dict[str, Currency]:
    words = {word: shared.get(word, Currency(entry.code)) for entry in lexicon.currencies for word in entry.after}
    for entry in lexicon.currencies:
        for word, scale in entry.parts.items():
            words[word] = shared.get(word, Currency(entry.code))._replace(scale=scale)
    return words


def _starters(*tables: Mapping[str, object]) -> frozenset[str]:
    """First words of everything that is a number in words."""
    return frozenset((*_OTHER_STARTERS, *(word.split()[0] for table in tables for word in table)))
