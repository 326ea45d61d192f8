"""How the time of comparing grows with the number of claims, a twentieth of them about one hot event."""

import gc
import math
import os
import resource
import sys
import time

from bench.news import HOT, extractions
from bench.result import Bar, NotMeasured, Result
from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction

STEPS = "10000,100000,1000000"
"""Claims of each step, unless CLAIMX_BENCH_CLAIMS says otherwise."""

QUICK = (300, 1_000)
BARS = (Bar(of="growth_over_n_log_n", at_most=1.0),)

SMALL, TIMES = 30_000, 3
"""Up to so many claims a step is measured so many times, and the least time counts: seconds vary by a third."""

KIB_A_CLAIM = 14
"""What articles and comparison take together; a step for which there is not as much memory is left out."""


def measure(*, quick: bool = False) -> Result:
    """CPU seconds of comparing at each step; growth over n·log n is that from the first step to the last.

    Args:
        quick: Whether to take few claims.

    Raises:
        NotMeasured: If there is not memory enough for two steps.
    """
    told = os.environ.get("CLAIMX_BENCH_CLAIMS", STEPS)
    steps = QUICK if quick else tuple(int(each) for each in told.split(","))
    fitting = [claims for claims in steps if claims * KIB_A_CLAIM <= _free_kib()]
    if len(fitting) < 2:
        raise NotMeasured(f"there is not memory enough: {KIB_A_CLAIM} KiB a claim")
    bare = _most_kib()
    rows = [_row(claims, bare) for claims in fitting]
    first, last = rows[0], rows[-1]
    wanted = last["claims"] * math.log(last["claims"]) / (first["claims"] * math.log(first["claims"]))
    return {
        "hot_event": HOT,
        "steps": rows,
        "left_out": [claims for claims in steps if claims not in fitting],
        "growth": round(last["seconds"] / first["seconds"], 1),
        "n_log_n": round(wanted, 1),
        "growth_over_n_log_n": round(last["seconds"] / first["seconds"] / wanted, 2),
    }


def _free_kib() -> int:
    """Memory that can be had now."""
    return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 1024


def _row(claims: int, bare: int) -> dict[str, float]:
    """One step; `bare` is the memory of the process before the first one, in KiB."""
    articles = [Extraction.model_validate(each) for each in extractions(claims)]
    counted = sum(len(each.claims) for each in articles)
    seconds = math.inf
    for _ in range(TIMES if claims <= SMALL else 1):
        gc.collect()
        begun = time.process_time()
        made = compare_extractions(articles)
        seconds = min(seconds, time.process_time() - begun)
    peak = _most_kib()
    print(f"bench: compare: {counted} claims in {seconds:.1f} s, {peak // 1024} MiB", file=sys.stderr, flush=True)
    return {
        "claims": counted,
        "articles": len(articles),
        "groups": len(made.groups),
        "findings": len(made.findings),
        "largest_group": max(len(group.members) for group in made.groups),
        "seconds": round(seconds, 2),
        "microseconds_a_claim": round(seconds / counted * 1e6, 1),
        "peak_mib": peak // 1024,
        "kib_a_claim": round((peak - bare) / counted, 1),
    }


def _most_kib() -> int:
    """The most memory that this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
