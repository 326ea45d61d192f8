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
        shared: Other currencies are written the same, and words behind the sum may tell which is meant: "$".
        assumed: So are they, and nothing is known of the outlet that would tell.
    """

    code: str
    scale: Decimal = Decimal(1)
    large_only: bool = False
    shared: bool = False
    assumed: bool = False


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
class ContextWords:
    """Single words, lower case, that tell what a number beside them is; each field is a role of the number lists.

    Attributes:
        month: Names of months, long and short.
        label: Nouns that a number after them names: "Resolution 2728", "page 4".
        named: The same, only with a capital: "Building 4".
        abbreviated_label: Abbreviations of such nouns, with a point: "No. 5".
        product: Names that a number is part of: "Boeing", "iPhone".
        street: Last words of street names.
        call: Words beside a phone number: "call".
        craft: Nouns after the number of an airliner: "jet".
        quake: Nouns after a bare magnitude: "a 6.4 quake".
        phrasal: Verbs that "up" and "down" belong to: "make up".
        year_lead: Words before a year: "in", "since".
        old_year_lead: The same before a year of earlier centuries.
        open_year_lead: Those of them that stand as well before a count: "by", "of".
        year_noun: Plural nouns that take a year before them: "elections".
        clock: Words after a clock time: "pm", "GMT".
        contest: Words of games beside a score: "victory".
        ballot: Words of votes beside a result: "ruling".
        comparing: Words after "twice" or "three times" that make it a comparison: "the", "as".
        total: Nouns whose "of" leads to a number and not to a year: "an average of".
        person: Pronouns that an age is told of: "she was 76".
        death: Words before "at" and an age: "died at 84".
        denial: Words that deny a clause: "not", "without".
        people: Plurals without s: "people", "children".
        function: Words that are no noun and may follow a number: "in", "were".
        harm: Things of which there may be none: "casualties".
        harmed: What may have happened to nobody: "hurt", "killed".
        share_follower: Words after a fraction that is a share: "a third of", "a third were".
        half_follower: Words after "half" that make it a share: "half of", "half the".
        half_turner: Words that make "half" something else: "the second half".
        one_pointer: Words before a "one" that counts nothing: "this one".
        one_noun: Words after a "one" that counts nothing: "one day", "one another".
        level: Words that make a number after a verb of change the level reached: "fell short of 40".
        closing: Words behind points that say which way they went: "closed 80 points lower".
        modal: Verbs before "top" that make it a verb: "may top 90".
        compared_with: Words after "more than" that begin what is compared with: "40 more than last year".
        numbered_group: Names with "of" and a number: "the Group of 77".
        killing: Words that tell of the dead beside a number: "killed nine and wounded 14 more".
        auxiliary: Forms of "be" and "have": "14 were hurt".
        list_preposition: Prepositions that the members of a list of shares repeat: "30% in Rome, 20% in Bari".
        record: Nouns between "no" and harm: "no reports of injuries".
        added: Words behind a number that say that it adds to another: "14 more".
        not_added: Words after "more" that make it something else: "14 more than", "14, more or less".
        passing: Verbs that are a hedge only of a level: "the toll passed 2,000".
        past_lead: Words before "past" that make it time: "over the past three years".
        each: Words before the period of a rate: "20 a day".
        age_lead: Words before an age: "aged 26".
        being: Verbs between a person and an age: "she was 76".
        turning: Those of them that tell an age of a name: "Obi turned 40".
        old: Words behind an age: "26 years old".
        age_bound: Words in hedges behind a number that make it an age: "those 45 and older".
        time_lead: Words before a clock time of four digits with another in brackets: "at 0920 (1520 GMT)".
        about_year: Hedges that may stand before a year: "devised around 1970".
        year_before_hedge: Words before the hedge of a year: "since at least 2014".
        owner: Pronouns that make a number behind them a year: "its 2021 accounts".
        hyphenated_count: Words that a hyphen joins to a count and not to a name: "magnitude-6.1".
        label_joint: Words that join two labels: "pages 4 to 9".
        rank: Words before the number of a band or rank: "the top 10".
        someday: Words before a "one day" that counts nothing: "that one day".
        at_one: Nouns after "at one" that count nothing: "at one point".
        share_lead: Words before a fraction that ends its clause: "rose by a third,".
        measuring: Words before a number of feet: "at 300'".
        age_limit: Words between people and an age: "children under 5".
        of_age: Words for people whose age a limit tells: "children under 5".
        one_partitive: Words after a "one" that picks one of several: "one of them", "one that".
    """

    month: frozenset[str]
    label: frozenset[str]
    named: frozenset[str]
    abbreviated_label: frozenset[str]
    product: frozenset[str]
    street: frozenset[str]
    call: frozenset[str]
    craft: frozenset[str]
    quake: frozenset[str]
    phrasal: frozenset[str]
    year_lead: frozenset[str]
    old_year_lead: frozenset[str]
    open_year_lead: frozenset[str]
    year_noun: frozenset[str]
    clock: frozenset[str]
    contest: frozenset[str]
    ballot: frozenset[str]
    comparing: frozenset[str]
    total: frozenset[str]
    person: frozenset[str]
    death: frozenset[str]
    denial: frozenset[str]
    people: frozenset[str]
    function: frozenset[str]
    harm: frozenset[str]
    harmed: frozenset[str]
    share_follower: frozenset[str]
    half_follower: frozenset[str]
    half_turner: frozenset[str]
    one_pointer: frozenset[str]
    one_noun: frozenset[str]
    killing: frozenset[str]
    auxiliary: frozenset[str]
    list_preposition: frozenset[str]
    record: frozenset[str]
    added: frozenset[str]
    not_added: frozenset[str]
    passing: frozenset[str]
    past_lead: frozenset[str]
    each: frozenset[str]
    age_lead: frozenset[str]
    being: frozenset[str]
    turning: frozenset[str]
    old: frozenset[str]
    age_bound: frozenset[str]
    time_lead: frozenset[str]
    about_year: frozenset[str]
    year_before_hedge: frozenset[str]
    owner: frozenset[str]
    hyphenated_count: frozenset[str]
    label_joint: frozenset[str]
    rank: frozenset[str]
    someday: frozenset[str]
    at_one: frozenset[str]
    share_lead: frozenset[str]
    measuring: frozenset[str]
    one_partitive: frozenset[str]
    age_limit: frozenset[str]
    of_age: frozenset[str]
    level: frozenset[str]
    closing: frozenset[str]
    modal: frozenset[str]
    numbered_group: frozenset[str]
    compared_with: frozenset[str]


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
        currency_country: Words behind a sum that tell whose dollars they are: "$5 million US".
        codes: The currency codes among them, which count in capitals only.
        units: Units after a number.
        units_glued: Units written onto digits, as they are written: "m", "p".
        unit_symbols: Those of them that may as well stand after a space: "5 m".
        units_before: Units before a number: "magnitude".
        periods: Words of time that a rate is per: "day" for "day", "daily".
        rising: Verbs and nouns of growth and fall with their direction.
        rising_by: The same with those that tell the direction only of a number after "by": "raised fares by 4%".
        differing: Words of comparison behind a number, before "than": "40 more than last year".
        moving: The same with words of change that tell no direction: "went", "revised".
        taking: Those of them that also take what is counted as their object: "lost".
        zero_idioms: Phrases with "zero" that state nothing.
        idioms: Sayings and names with a number in them: "two birds with one stone", "10k run".
        context: Words of the surroundings by role.
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
    currency_country: Phrases[Currency]
    codes: frozenset[str]
    units: Phrases[Unit]
    units_glued: Mapping[str, Unit]
    unit_symbols: frozenset[str]
    units_before: Phrases[Unit]
    periods: Mapping[str, str]
    rising: Mapping[str, Direction]
    rising_by: Mapping[str, Direction]
    differing: Mapping[str, Direction]
    moving: frozenset[str]
    taking: frozenset[str]
    zero_idioms: Phrases[bool]
    idioms: Phrases[bool]
    context: ContextWords
    starters: frozenset[str]
