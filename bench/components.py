"""What each component costs, as a share of the parse that all of them need.

The denominator is the CPU time of the pipes of the base model, as claimx runs them, on the same texts in the same run;
the components of claimx, the making of tokens and the making of records are measured beside it. claimx runs them in
about half of the time that spaCy takes with the same library for matrices, which is `spacy_parse`: the components as a
share of that are `own_to_spacy_parse`. The same articles are read each time, in
the same order, and the fastest of three readings of each step of each article counts, so that the shares vary by a few
hundredths and not with what else the machine does.
"""

from collections.abc import Callable, Sequence
from functools import partial
from time import process_time
from typing import TYPE_CHECKING, TypeVar

from bench.articles import article_sets
from bench.result import Bar, Result
from claimx.pipeline.base.blas import faster_ops, one_thread, run_with
from claimx.pipeline.build import PIPELINE
from claimx.pipeline.collect import collect
from claimx.pipeline.layers import Context, update
from claimx.pipeline.model import load_base_model
from claimx.pipeline.read import Reader
from claimx.pipeline.tokens import make_tokens
from claimx.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

READINGS = 3
ARTICLES, FEW = 50, 3
"""Of each set of the evaluation data."""

TOKENS, PARSE, OWN, RECORDS, SPACY = "tokens", "parse", "own_components", "records", "spacy_parse"
BARS = (Bar(of="all.own_components", at_most=0.5),)

Times = dict[str, float]
T = TypeVar("T")


def measure(*, quick: bool = False) -> Result:
    """Each step as a share of the parse, by set and in all, and the seconds that the parse took.

    Args:
        quick: Whether to read only a few articles of each set.
    """
    most = FEW if quick else ARTICLES
    reader, stock = Reader(), load_base_model()
    run_with(stock, faster_ops())
    _warm_up(reader, stock)
    tables = {name: _total(reader, stock, articles) for name, articles in article_sets(most)}
    tables["all"] = {step: sum(table[step] for table in tables.values()) for step in tables["samples"]}
    return {name: _shares(table) for name, table in tables.items()}


def _warm_up(reader: Reader, stock: "Language") -> None:
    """Read something first: words are looked up in the vocabulary more slowly the first time."""
    for _, articles in article_sets(1):
        for article in articles:
            reader.read_one(article)
            stock(article.text or "")


def _total(reader: Reader, stock: "Language", articles: Sequence[Article]) -> Times:
    """CPU seconds of each step over some articles."""
    steps = [TOKENS, PARSE, *PIPELINE, RECORDS, SPACY]
    total = dict.fromkeys(steps, 0.0)
    for article in articles:
        readings = [_read(reader, stock, article) for _ in range(READINGS)]
        for step in steps:
            total[step] += min(reading[step] for reading in readings)
    return total | {OWN: sum(total[name] for name in PIPELINE)}


def _read(reader: Reader, stock: "Language", article: Article) -> Times:
    """CPU seconds of each step over one article, on one thread as claimx runs it."""
    with one_thread():
        return _timed(reader, stock, article)


def _timed(reader: Reader, stock: "Language", article: Article) -> Times:
    times: Times = {PARSE: 0.0, SPACY: 0.0}

    def timed(step: str, work: Callable[[], T]) -> T:
        begun = process_time()
        made = work()
        times[step] = times.get(step, 0.0) + process_time() - begun
        return made

    doc = timed(TOKENS, lambda: make_tokens(reader.nlp, article.text or ""))
    update(doc, context=Context(published=article.published_date, source=article.source))
    for name, pipe in reader.nlp.pipeline:
        doc = timed(name if name in PIPELINE else PARSE, partial(pipe, doc))
    timed(RECORDS, lambda: collect(doc, article, producer=reader.producer))
    plain = stock.make_doc(article.text or "")
    for _, pipe in stock.pipeline:
        plain = timed(SPACY, partial(pipe, plain))
    return times


def _shares(table: Times) -> Times:
    """Each step as a share of the parse, and the seconds of that."""
    shares = {step: round(seconds / table[PARSE], 4) for step, seconds in table.items() if step != PARSE}
    return {
        **shares,
        "own_to_spacy_parse": round(table[OWN] / table[SPACY], 4),
        "parse_seconds": round(table[PARSE], 2),
    }
