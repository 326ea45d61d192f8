"""The lexicon files of the number grammar, typed."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, Self

from pydantic import Field, model_validator

from claimx.lexicon.entry import Entry
from claimx.lexicon.load import lexicon_folder, read_entries
from claimx.records.quantity import Comparator, Direction, QuantityKind

ListRole = Literal[
    "month",
    "label",
    "named",
    "abbreviated_label",
    "product",
    "street",
    "call",
    "craft",
    "quake",
    "phrasal",
    "year_lead",
    "old_year_lead",
    "open_year_lead",
    "year_noun",
    "clock",
    "contest",
    "ballot",
    "comparing",
    "total",
    "person",
    "death",
    "denial",
    "people",
    "function",
    "harm",
    "harmed",
    "share_follower",
    "half_follower",
    "half_turner",
    "one_pointer",
    "one_noun",
    "killing",
    "auxiliary",
    "list_preposition",
    "record",
    "added",
    "not_added",
    "passing",
    "past_lead",
    "each",
    "age_lead",
    "being",
    "turning",
    "old",
    "age_bound",
    "time_lead",
    "about_year",
    "year_before_hedge",
    "owner",
    "hyphenated_count",
    "label_joint",
    "rank",
    "someday",
    "at_one",
    "share_lead",
    "measuring",
    "one_partitive",
    "age_limit",
    "of_age",
    "numbered_group",
    "compared_with",
    "modal",
    "closing",
    "level",
    "zero_idiom",
    "idiom",
]


class NumberWordEntry(Entry):
    """Number words of one class with their values.

    Attributes:
        role: From zero to ninety; multipliers; multipliers written onto digits; names of fractions with their
        denominators;
            multiples in one word.
        values: The words, lower case.
    """

    role: Literal["cardinal", "magnitude", "short_magnitude", "share", "multiple"]
    values: dict[str, Decimal] = Field(min_length=1)


class VagueNumberEntry(Entry):
    """A vague number word.

    Attributes:
        words: Its wordings, lower case.
        low: Lowest number that it may mean.
        high: Highest.
        factor: It also multiplies a magnitude after it ("several hundred").
        weak: It states a figure only of what matters ("several").
    """

    words: tuple[str, ...] = Field(min_length=1)
    low: Decimal
    high: Decimal
    factor: bool = False
    weak: bool = False

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            msg = "low is above high"
            raise ValueError(msg)
        return self


class HedgeEntry(Entry):
    """Words beside a number that say how it is meant.

    Attributes:
        effect: The comparator, or `adding` for words that say that the number adds to another.
        before: Wordings before the number, lower case.
        after: Wordings after it.
    """

    effect: Comparator | Literal["adding"]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class CurrencyEntry(Entry):
    """A currency.

    Attributes:
        code: ISO 4217 code.
        before: Signs and words before a number, lower case.
        after: Signs and words after it, lower case.
        large: Signs that are ones only when written onto a large sum ("PS6m").
        parts: Names of parts of the unit with their size: a cent is 0.01.
        country: Wordings behind a sum that has a sign of several countries: "$5 million US".
    """

    code: str = Field(pattern=r"^[A-Z]{3}$")
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    parts: dict[str, Decimal] = Field(default_factory=dict)
    large: tuple[str, ...] = ()
    country: tuple[str, ...] = ()


class SharedMoneyEntry(Entry):
    """Signs and words of money that several countries share.

    Attributes:
        words: The signs and words, lower case.
        codes: ISO 4217 codes of those that have them, first the one that is meant where nothing tells.
    """

    words: tuple[str, ...] = Field(min_length=1)
    codes: tuple[str, ...] = Field(min_length=2)


class OutletEntry(Entry):
    """Outlets of one country.

    Attributes:
        currency: ISO 4217 code of what they mean by "$" and the like.
        names: Their names, lower case.
        domains: Their domains, and whole domains of the country ("com.au", "nz").
    """

    currency: str = Field(pattern=r"^[A-Z]{3}$")
    names: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()


class UnitEntry(Entry):
    """A unit.

    Attributes:
        name: As the output names it.
        kind: What sort of quantity it makes.
        words: Its wordings after a number, lower case.
        symbols: Further wordings that count as they are written, small or capital ("5 m", "5m", "20 C").
        glued: The same, only when written onto the digits ("214p").
        before: Wordings before a number ("magnitude 6").
        anchored: The words belong to the anchor of the figure ("percent", "points").
    """

    name: str
    kind: QuantityKind
    words: tuple[str, ...] = Field(min_length=1)
    symbols: tuple[str, ...] = ()
    glued: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    anchored: bool = False


class NumberListEntry(Entry):
    """Words of one role.

    Attributes:
        role: What they tell the number grammar.
        words: The words, lower case.
    """

    role: ListRole
    words: tuple[str, ...] = Field(min_length=1)


class PeriodEntry(Entry):
    """What a rate may be per.

    Attributes:
        name: As the output names it.
        words: Its wordings after "a", "per", "every", or alone ("daily").
    """

    name: str
    words: tuple[str, ...] = Field(min_length=1)


class MovementEntry(Entry):
    """Words of change.

    Attributes:
        direction: Which of the two; None where the words tell no direction ("revised").
        taking: They also take what is counted as their object ("lost 12 soldiers"), which is no change.
        than: They tell the direction of a number before them, with "than" behind: "40 more than last year".
        by: They tell the direction only of a number after "by" ("raised fares by 4%"), as they may govern it otherwise
            ("raised $40 million").
        words: Verbs and nouns, lower case.
    """

    direction: Direction | None = None
    taking: bool = False
    than: bool = False
    by: bool = False
    words: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """All files of the number grammar."""

    words: tuple[NumberWordEntry, ...]
    vague: tuple[VagueNumberEntry, ...]
    hedges: tuple[HedgeEntry, ...]
    currencies: tuple[CurrencyEntry, ...]
    shared_money: tuple[SharedMoneyEntry, ...]
    outlets: tuple[OutletEntry, ...]
    units: tuple[UnitEntry, ...]
    lists: tuple[NumberListEntry, ...]
    periods: tuple[PeriodEntry, ...]
    movements: tuple[MovementEntry, ...]


def read_number_lexicon(language: str = "en") -> NumberLexicon:
    """Read the files of the number grammar.

    Raises:
        LexiconError: If a file or an entry is not what it must be.
    """
    folder = lexicon_folder(language)
    return NumberLexicon(
        words=read_entries(folder / "number_words.toml", NumberWordEntry),
        vague=read_entries(folder / "vague_numbers.toml", VagueNumberEntry),
        hedges=read_entries(folder / "hedges.toml", HedgeEntry),
        currencies=read_entries(folder / "currencies.toml", CurrencyEntry),
        shared_money=read_entries(folder / "shared_money.toml", SharedMoneyEntry),
        outlets=read_entries(folder / "outlets.toml", OutletEntry),
        units=read_entries(folder / "units.toml", UnitEntry),
        lists=read_entries(folder / "number_lists.toml", NumberListEntry),
        periods=read_entries(folder / "periods.toml", PeriodEntry),
        movements=read_entries(folder / "movements.toml", MovementEntry),
    )
