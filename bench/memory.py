"""How much memory grows over many articles after a warm-up.

The growth of the resident set of this process, in MiB, from the end of the warm-up to the last article, and at steps
between. All articles are different: of the evaluation data where it is there, each a second time with the words of its
long names and numbers changed, so that new words go on coming.
"""

import gc
import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from bench.articles import data
from bench.result import Bar, NotMeasured, Result
from claimx.records import Article, make_article
from claimx.sources import Loaded
from claimx.workflow import Extractor

ARTICLES, FEW = 20_000, 600
WARM_UP = 1_000
STEPS = 10
BARS = (Bar(of="growth_mib", at_most=20),)

_CAPITAL = re.compile(r"\b[A-Z][a-z]{4,}")


def measure(*, quick: bool = False, articles: int = ARTICLES) -> Result:
    """Growth in all and by steps.

    Args:
        quick: Whether to read few articles.
        articles: How many are read after the warm-up.
    """
    count, warm_up = (FEW, FEW // 2) if quick else (articles, WARM_UP)
    extractor = Extractor(tagger=False)
    given = _articles()
    for article in islice(given, warm_up):
        extractor.extract(Loaded(article))
    start = _resident()
    sizes: list[float] = []
    for number, article in enumerate(islice(given, count), 1):
        extractor.extract(Loaded(article))
        if number % max(1, count // STEPS) == 0:
            sizes.append(round(_resident() - start, 1))
    return {"articles": count, "warm_up": warm_up, "start_mib": round(start), "growth_mib": sizes[-1], "steps": sizes}


def _articles() -> Iterator[Article]:
    """The articles of the evaluation data, then the same with names that no other has."""
    files = sorted(Path(data() / "corpora").glob("*.jsonl"))
    texts = [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    if not texts:
        raise NotMeasured("there is no evaluation data")
    for turn in range(100):
        for text in texts:
            yield make_article(_CAPITAL.sub(rf"\g<0>{'abcdefghij'[turn % 10] * turn}", text) if turn else text)


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 2**20
