"""A daily series of our own making and articles drawn from it: what each article gives, and what is true of it.

    python tests/eval/series_articles.py [SEED…]     holds the articles of each seed against the series; the figures

Three places, two years, and what happens to real series: a digit swap, days without a row, a revision down. The
articles hedge, round, come late, slip, and speak of other things beside. All from a seed.
"""

import json
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from claimx.compare import compare_extractions
from claimx.records import Article, Comparison, Extraction, make_article
from claimx.records.reference import ReferenceFigure
from claimx.sources.reference import read_reference

FIRST, DAYS, ARTICLES, GRACE = date(2028, 1, 1), 730, 40, 2
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Kind:
    """What one series counts, and how articles write it."""

    place: str
    metric: str
    start: int
    step: int
    sentences: tuple[str, ...]
    beside: tuple[str, ...]


KINDS = (
    Kind(
        "Madagascar",
        "killed",
        2_140,
        14,
        (
            "{n} people have been killed in Madagascar since the war began, the health ministry said.",
            "The war in Madagascar has killed {n} people so far, according to the ministry's count.",
            "The death toll in Madagascar since the start of the war stands at {n}, officials said.",
        ),
        (
            "On Monday a drone strike on a market in the port of Toliara killed {small} people.",
            "Another {small} people died in the fighting overnight.",
            "Of the dead, {small} were aid workers.",
        ),
    ),
    Kind(
        "Lagos",
        "infected",
        830,
        9,
        (
            "Lagos has now recorded {n} cases of cholera since the outbreak began, health officials said.",
            "In Lagos {n} people have been infected with cholera since the outbreak began, the hospital board said.",
            "The number of cholera cases in Lagos has reached {n}, the health department said.",
        ),
        (
            "The neighbouring state of Ogun reported {small} cases.",
            "There were {small} new cases on Sunday.",
            "The city has opened {small} treatment centres.",
        ),
    ),
    Kind(
        "Nepal",
        "displaced",
        41_300,
        170,
        (
            "{n} people are displaced in Nepal, the refugee agency said.",
            "The floods have driven {n} people from their homes in Nepal, according to the refugee agency.",
            "In Nepal {n} people have been displaced since the floods began, officials said.",
        ),
        (
            "In one valley {small} families were moved to a school.",
            "The agency sent {small} trucks with food.",
            "Around {small} schools serve as shelters.",
        ),
    ),
)


@dataclass
class Truth:
    """An article, and what holding it against the series must say.

    Attributes:
        article: The article.
        words: Its figure as written.
        status: What it is; None of an article that speaks only of other things.
        days: Days between the figure and the article.
        day: The day that dates it, of an article without a date.
    """

    article: Article
    words: str
    status: str | None
    days: int | None = None
    day: str | None = None


@dataclass
class Made:
    """The series as published, and the articles."""

    rows: dict[str, dict[date, int]] = field(default_factory=dict)
    truths: list[Truth] = field(default_factory=list)

    def write(self, path: Path) -> None:
        """Write the series as CSV."""
        metric = {kind.place: kind.metric for kind in KINDS}
        lines = [
            f"{day},{metric[place]},{place},{value}" for place, rows in self.rows.items() for day, value in rows.items()
        ]
        path.write_text("date,metric,place,value\n" + "\n".join(lines) + "\n", encoding="utf-8")


def make(seed: int) -> Made:
    """A series and its articles."""
    chance = random.Random(seed)  # noqa: S311 - the same articles every time, and nothing secret
    made = Made({kind.place: dict(_series(kind, chance)) for kind in KINDS})
    while len(made.truths) < ARTICLES:
        kind = KINDS[len(made.truths) % len(KINDS)]
        truth = _article(kind, made.rows[kind.place], chance, len(made.truths))
        made.truths += [truth] if truth else []
    return made


def _series(kind: Kind, chance: random.Random) -> Iterator[tuple[date, int]]:
    value = kind.start
    swapped, revised = chance.randrange(100, 600), chance.randrange(200, 700)
    missing = {chance.randrange(50, DAYS - 50) for _ in range(12)}
    for number in range(DAYS):
        value += chance.choice((0, kind.step // 3, kind.step, kind.step, 2 * kind.step)) + chance.randrange(4)
        value -= 9 * kind.step if number == revised else 0
        if number not in missing:
            yield FIRST + number * DAY, _swap(value) if number == swapped else value


def _swap(value: int) -> int:
    """Two neighbouring digits the other way round, the first that differ after the leading one."""
    digits = list(str(value))
    place = next((i for i in range(1, len(digits) - 1) if digits[i] != digits[i + 1]), 0)
    digits[place], digits[place + 1] = digits[place + 1], digits[place]
    return int("".join(digits))


def _article(kind: Kind, rows: dict[date, int], chance: random.Random, number: int) -> Truth | None:
    day = chance.choice([each for each in sorted(rows) if each > FIRST + 40 * DAY])
    recipe = ("exact", "late", "hedged", "rounded", "slip", "above", "undated", "late-hedge", "beside", "exact")[
        number % 10
    ]
    so_far = {each: value for each, value in rows.items() if each <= day}
    shown = chance.choice([each for each in so_far if 1 <= (day - each).days <= 30]) if "late" in recipe else day
    value = rows[shown]
    words, status, days = f"{value:,}", "exact", 0
    match recipe:
        case "late" | "late-hedge":
            if recipe == "late-hedge":
                words = f"more than {_floor(value):,}"
            newest = max(each for each, other in so_far.items() if _says(words, other))
            days = (day - newest).days
            status = "stale" if days else "within_hedge" if recipe == "late-hedge" else "exact"
        case "hedged":
            words, status = _hedged(value, chance), "within_hedge"
        case "rounded":
            words, status = f"{round(value, -2):,}", "within_hedge"
        case "slip" | "above":
            wrong = _swap(value) if recipe == "slip" else max(so_far.values()) + 3 * kind.step + chance.randrange(50)
            if wrong in rows.values() or wrong % 10 == 0 or (recipe == "slip" and wrong == value):
                return None
            words, days = f"{wrong:,}", None
            status = "above_all" if wrong > max(so_far.values()) else "not_in_series"
        case "undated":
            if list(rows.values()).count(value) != 1 or value % 10 == 0:
                return None
    return _tell(kind, recipe, day, chance, number, words, status if recipe != "beside" else None, days)


def _tell(
    kind: Kind,
    recipe: str,
    day: date,
    chance: random.Random,
    number: int,
    words: str,
    status: str | None,
    days: int | None,
) -> Truth:
    sentence = chance.choice(kind.sentences).format(n=words)
    beside = chance.choice(kind.beside).format(small=chance.randrange(3, 60))
    told = [beside] if recipe == "beside" else [sentence, beside]
    text = " ".join(f"{each[0].upper()}{each[1:]}" for each in told)
    undated = recipe == "undated"
    article = make_article(
        text, id=f"{number}-{recipe}", source=f"Outlet {number}", published=None if undated else day.isoformat()
    )
    return Truth(article, words, status, None if undated else days, day.isoformat() if undated else None)


def _floor(value: int) -> int:
    """Two digits and zeros, less when these are the number itself."""
    unit = 10 ** (len(str(value)) - 2)
    return (value - 1) // unit * unit


def _says(words: str, value: int) -> bool:
    """Whether words are used for a number: "more than 2,300" for 2,301 to 2,399."""
    number = int(words.rsplit(maxsplit=1)[-1].replace(",", ""))
    if not words.startswith("more"):
        return value == number
    unit = 10 ** (len(str(number)) - len(str(number).rstrip("0")))
    return number <= value < number + unit


def _hedged(value: int, chance: random.Random) -> str:
    low = _floor(value)
    unit = 10 ** (len(str(value)) - 2)
    return chance.choice(
        (f"more than {low:,}", f"at least {low:,}", f"nearly {low + unit:,}", f"about {round(value, -1):,}")
    )


@dataclass
class Score:
    """What came of it.

    Attributes:
        right: Articles whose figure was judged as it is, and those without one of which nothing was said.
        articles: All articles.
        dated: Undated articles that were dated right.
        undated: All of those.
        alarms: Findings on figures that are fine, or on figures of other things.
        figures: Figures that could have raised one.
        wrong: What was wrong, for a person.
    """

    right: int = 0
    articles: int = 0
    dated: int = 0
    undated: int = 0
    alarms: int = 0
    figures: int = 0
    wrong: list[str] = field(default_factory=list)


def score(made: Made, extractions: Sequence[Extraction], compared: Comparison) -> Score:
    """Hold what was found against what is true."""
    total = Score()
    claims = {(each.article.id, claim.id): claim for each in extractions for claim in each.claims}
    dates = {each.article_id: each.date for each in compared.dated_articles or ()}
    for truth in made.truths:
        name = truth.article.id
        said = [each for each in compared.referenced or () if each.article_id == name]
        own = [each for each in said if _is_of(claims[name, each.claim_id].text, truth.words)]
        good = not said if truth.status is None else [_judged(each, truth) for each in own] == [_wanted(truth)]
        total.articles += 1
        total.right += good
        total.undated += truth.day is not None
        total.dated += truth.day is not None and dates.get(name) == truth.day
        found = [each for each in compared.findings if each.reference and each.claims[0].article_id == name]
        fine = truth.status in ("exact", "within_hedge") or (truth.status == "stale" and (truth.days or 0) <= GRACE)
        alarms = [each for each in found if fine or not _is_of(each.claims[0].text, truth.words)]
        total.alarms += len(alarms)
        total.figures += sum(each.article.id == name and len(each.claims) for each in extractions)
        if not good or alarms or (truth.day and dates.get(name) != truth.day):
            got = [(claims[name, each.claim_id].text, each.status, each.days) for each in said]
            total.wrong.append(
                f"{truth.article.text} [{name}; {truth.status} {truth.days} {truth.day}]: {got} {dates.get(name)}"
            )
    return total


def _judged(each: ReferenceFigure, truth: Truth) -> tuple[str, int | None]:
    """Status and days; how far away the row is that a wrong number is held against is not judged."""
    return (each.status, each.days if _wanted(truth)[1] is not None else None)


def _wanted(truth: Truth) -> tuple[str | None, int | None]:
    """A figure that dates its article is of that very day."""
    return (truth.status, 0 if truth.day else truth.days)


def _is_of(text: str, words: str) -> bool:
    return text.casefold() == words.casefold()


def main(seeds: Sequence[int]) -> None:
    """Print the figures for some seeds."""
    from claimx.pipeline.read import Reader

    reader = Reader(tagger=False)
    for seed in seeds:
        made = make(seed)
        extractions = [reader.read_one(truth.article) for truth in made.truths]
        with tempfile.TemporaryDirectory() as folder:
            made.write(Path(folder) / "series.csv")
            lines = read_reference(Path(folder) / "series.csv")
        found = score(made, extractions, compare_extractions(extractions, reference=lines))
        print(
            json.dumps(
                {
                    "seed": seed,
                    "right": f"{found.right}/{found.articles}",
                    "dated": f"{found.dated}/{found.undated}",
                    "false_alarms": f"{found.alarms}/{found.figures}",
                }
            )
        )
        for line in found.wrong:
            print("  ", line)


if __name__ == "__main__":
    main([int(each) for each in sys.argv[1:]] or [1])
