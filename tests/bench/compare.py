"""How the time of comparing grows with the number of claims: `python tests/bench/compare.py`, JSON on standard output.

Near-linear means a ratio near ten for ten times the claims, also where all are about one event.
"""

import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from builders import make_article, make_claim, make_event, make_extraction

from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction

SMALL, TIMES = 150, 10
OUTLETS, PER_EVENT = 40, 6


def read(number: int, place: str, draw: random.Random) -> Extraction:
    """One article of a flood with a count of dead, of missing and of homes."""
    dead = draw.randint(10, 400)
    text = f"The flood in {place} killed {dead} people. Some {dead + 1000} are missing. It ruined {dead + 50} homes."
    day = f"2031-05-{1 + number % 28:02d}"
    article = make_article(text=text, id=f"a{number}", source=f"outlet {number % OUTLETS}", published=day)
    event = make_event(article=article, name=f"flood in {place}", kind="flood", place=place)
    claims = [
        make_claim(article=article, text=str(dead), who="people", where=place, event=event),
        make_claim(article=article, text=f"Some {dead + 1000}", metric="missing", event=event),
        make_claim(article=article, text=str(dead + 50), metric="infrastructure_damaged", unit="home", event=event),
    ]
    return make_extraction(article=article, events=[event], claims=claims)


def articles(count: int, *, hot: bool) -> list[Extraction]:
    """So many articles, all on one event or six on each."""
    draw = random.Random(1)  # noqa: S311 - a bench needs the same numbers each time
    return [read(number, "Orsa" if hot else f"Place{number // PER_EVENT}", draw) for number in range(count)]


def seconds(extractions: list[Extraction]) -> float:
    """CPU seconds of one comparison, the better of two."""
    best = float("inf")
    for _ in range(2):
        start = time.process_time()
        compare_extractions(extractions)
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Measure both kinds and write the ratios."""
    found: dict[str, dict[str, float]] = {}
    for name, hot in (("many_events", False), ("one_event", True)):
        small, large = (seconds(articles(count, hot=hot)) for count in (SMALL, SMALL * TIMES))
        found[name] = {"small_s": round(small, 3), "large_s": round(large, 3), "ratio": round(large / small, 1)}
    sys.stdout.write(json.dumps({"times": TIMES, "articles": SMALL, **found}, indent=2) + "\n")


if __name__ == "__main__":
    main()
