"""The words that the number grammar goes by; the lexicon holds them, the caller brings them."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from claimx.records.quantity import Comparator, Direction, QuantityKind
from claimx.textual.numbers.phrases import Phrases


class Interval(NamedTuple):
    """What a vague word may mean, both ends included."""

    low: Decimal
    high: Decimal


class Currency(NamedTuple):
    """A currency as a sign or a word names it.

    Attributes:
        code: ISO 4217 code.
        scale: Size of what is named: a cent is 0.01.
        large_only: The sign is one only on a large sum: the PS of "PS6m" and not of "PS5".
    """

    code: str
    scale: Decimal = Decimal(1)
    large_only: bool = False


class Unit(NamedTuple):
    """A unit that is written beside a number.

    Attributes:
        name: As the output has it: `kilometre`, `percent`, `year`.
        kind: What sort of quantity it makes.
        anchored: Whether its words belong to the anchor ("percent", "points").
    """

    name: str
    kind: QuantityKind
    anchored: bool = False


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All words of the grammar. Phrases are lower case; sets hold single words.

    Attributes:
        cardinals: Words from zero to ninety with their values.
        magnitudes: "hundred", "million", "lakh", "dozen" and what they multiply by.
        short_magnitudes: The same, written onto digits: "bn", "k".
        shares: Names of fractions with their denominators: "third" 3, "half" 2.
        multiples: "twice", "threefold".
        vague: Vague words with their intervals: "dozens", "a handful".
        vague_factors: Vague words before a magnitude, with the factors: "several" (hundred) 2 to 9.
        weak: Vague words that state a figure only of what matters: "several".
        before: Hedges before a number.
        after: Hedges after a number.
        adding: Words before a number that say that it is added: "another", "an additional".
        currency_before: Currency signs and codes before a number.
        currency_after: Currency words, signs and codes after a number.
        codes: The currency codes among them, which count in capitals only.
        units: Units after a number.
        units_glued: Units written onto digits where a word would be ambiguous: "m", "s".
        units_before: Units before a number: "magnitude".
        comparing: Words after "three times" or "twice" that make it a comparison: "the", "as".
        periods: Words of time that a rate is per: "day" for "day", "daily".
        rising: Verbs and nouns of growth and fall with their direction.
        moving: The same with words of change that tell no direction: "went", "revised".
        months: Names of months, long and short.
        labels: Nouns that a number names and does not count: "Resolution", "Channel".
        products: Names that a number is part of: "Boeing", "iPhone".
        year_leads: Words before a year: "in", "since".
        year_nouns: Plural nouns that take a year before them: "elections".
        clock: Words after a clock time: "pm", "GMT".
        contests: Words of games and votes beside a score: "victory", "vote".
        people: Plurals without s: "people", "children".
        function: Words that are no noun and may follow a number: "in", "were".
        ballots: The same for votes, whose sides are figures of a sort: "ruling".
        harms: Things of which there may be none: "casualties".
        harmed: What may have happened to nobody: "hurt", "killed".
        zero_idioms: Phrases with "zero" that state nothing.
        starters: Every word or sign that a number in words may start with.
    """

    cardinals: Mapping[str, Decimal]
    magnitudes: Mapping[str, Decimal]
    short_magnitudes: Mapping[str, Decimal]
    shares: Mapping[str, Decimal]
    multiples: Mapping[str, Decimal]
    vague: Phrases[Interval]
    vague_factors: Phrases[Interval]
    weak: frozenset[str]
    before: Phrases[Comparator]
    after: Phrases[Comparator]
    adding: Phrases[bool]
    currency_before: Phrases[Currency]
    currency_after: Phrases[Currency]
    codes: frozenset[str]
    units: Phrases[Unit]
    units_glued: Mapping[str, Unit]
    units_before: Phrases[Unit]
    comparing: frozenset[str]
    periods: Mapping[str, str]
    rising: Mapping[str, Direction]
    moving: frozenset[str]
    months: frozenset[str]
    labels: frozenset[str]
    products: frozenset[str]
    year_leads: frozenset[str]
    year_nouns: frozenset[str]
    clock: frozenset[str]
    contests: frozenset[str]
    ballots: frozenset[str]
    people: frozenset[str]
    function: frozenset[str]
    harms: frozenset[str]
    harmed: frozenset[str]
    zero_idioms: Phrases[bool]
    starters: frozenset[str]
