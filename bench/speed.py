"""Words a second of each tier against the stock pipeline and against the bare parse, all in one run.

`stock` is the base model as spaCy loads it, doing no claim work; `stock_equal_blas` the same with the library for
matrices that claimx chose; `bare` is its tokenizer, tok2vec, tagger and parser alone. A tier is everything from an
article to its extraction. CPU time on one thread, each article read by all in turn, the best of three readings.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from time import process_time

from bench.articles import article_sets
from bench.result import Bar, Result
from claimx.pipeline.base.blas import faster_ops, one_thread, run_with
from claimx.pipeline.model import load_base_model
from claimx.pipeline.read import Reader
from claimx.records import Article

READINGS = 3
ARTICLES, FEW = 30, 2
"""Of each set of the evaluation data."""

UNNEEDED = ("attribute_ruler", "lemmatizer", "ner")
"""What the bare parse leaves out."""

BARS = (
    Bar(of="ratios.full_to_stock", at_least=1.3),
    Bar(of="ratios.full_to_stock_equal_blas", at_least=1.0),
    Bar(of="ratios.figures_to_bare", at_least=2.5),
)

Read = Callable[[Article], object]


def measure(*, quick: bool = False) -> Result:
    """Words a second of each way to read, and the ratios that have a bar.

    Args:
        quick: Whether to read only a few articles of each set.
    """
    ways = _ways()
    sets = dict(article_sets(FEW if quick else ARTICLES))
    articles = [each for found in sets.values() for each in found]
    for article in articles[:: max(1, len(articles) // 10)]:
        for read in ways.values():
            read(article)
    words = sum(len((article.text or "").split()) for article in articles)
    by_set = {name: _summed(ways, found) for name, found in sets.items()}
    speed = {name: words / sum(seconds[name] for seconds in by_set.values()) for name in ways}
    return {
        "articles": len(articles),
        "words": words,
        "words_per_second": {name: round(each) for name, each in speed.items()},
        "ratios": {
            "full_to_stock": round(speed["full"] / speed["stock"], 2),
            "full_to_stock_equal_blas": round(speed["full"] / speed["stock_equal_blas"], 2),
            "full_with_tagger_to_stock": round(speed["full_with_tagger"] / speed["stock"], 2),
            "full_with_tagger_to_stock_equal_blas": round(speed["full_with_tagger"] / speed["stock_equal_blas"], 2),
            "figures_to_bare": round(speed["figures"] / speed["bare"], 2),
            "figures_to_bare_equal_blas": round(speed["figures"] / speed["bare_equal_blas"], 2),
        },
        "figures_to_bare_by_set": {
            name: round(seconds["bare"] / seconds["figures"], 2) for name, seconds in by_set.items()
        },
    }


def _summed(ways: Mapping[str, Read], articles: Sequence[Article]) -> Mapping[str, float]:
    """Seconds of each way over some articles."""
    seconds = dict.fromkeys(ways, 0.0)
    for article in articles:
        for name, read in ways.items():
            seconds[name] += min(_seconds(read, article) for _ in range(READINGS))
    return seconds


def _ways() -> Mapping[str, Read]:
    return dict(_loaded())


def _loaded() -> Iterator[tuple[str, Read]]:
    for name, unneeded in (("stock", ()), ("bare", UNNEEDED)):
        for equal in (False, True):
            nlp = load_base_model()
            for pipe in unneeded:
                nlp.disable_pipe(pipe)
            if equal:
                run_with(nlp, faster_ops())
            yield f"{name}_equal_blas" if equal else name, lambda article, nlp=nlp: nlp(article.text or "")
    yield "full", Reader().read_one
    yield "full_with_tagger", Reader(tagger=True).read_one
    yield "figures", Reader(tier="figures").read_one


def _seconds(read: Read, article: Article) -> float:
    with one_thread():
        begun = process_time()
        read(article)
        return process_time() - begun
