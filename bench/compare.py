"""How the time of comparing grows with the number of claims, a twentieth of them about one hot event."""

import math
import os
import resource
import sys
import time

from bench.news import HOT, extractions
from bench.result import Bar, Result
from claimx.compare import compare_extractions
from claimx.records.extraction import Extraction

STEPS = "10000,30000,100000"
"""Claims of each step, unless CLAIMX_BENCH_CLAIMS says otherwise: many more take many GiB."""

QUICK = (300, 1_000)
BARS = (Bar(of="growth_over_n_log_n", at_most=1.0),)


def measure(*, quick: bool = False) -> Result:
    """CPU seconds of comparing at each step; growth over n·log n is that from the first step to the last.

    Args:
        quick: Whether to take few claims.
    """
    told = os.environ.get("CLAIMX_BENCH_CLAIMS", STEPS)
    steps = QUICK if quick else tuple(int(each) for each in told.split(","))
    rows = [_row(claims) for claims in steps]
    first, last = rows[0], rows[-1]
    wanted = last["claims"] * math.log(last["claims"]) / (first["claims"] * math.log(first["claims"]))
    return {
        "hot_event": HOT,
        "steps": rows,
        "growth": round(last["seconds"] / first["seconds"], 1),
        "n_log_n": round(wanted, 1),
        "growth_over_n_log_n": round(last["seconds"] / first["seconds"] / wanted, 2),
    }


def _row(claims: int) -> dict[str, float]:
    articles = [Extraction.model_validate(each) for each in extractions(claims)]
    counted = sum(len(each.claims) for each in articles)
    begun = time.process_time()
    made = compare_extractions(articles)
    seconds = time.process_time() - begun
    print(f"bench: compare: {counted} claims in {seconds:.1f} s", file=sys.stderr, flush=True)
    return {
        "claims": counted,
        "articles": len(articles),
        "groups": len(made.groups),
        "findings": len(made.findings),
        "largest_group": max(len(group.members) for group in made.groups),
        "seconds": round(seconds, 2),
        "microseconds_a_claim": round(seconds / counted * 1e6, 1),
        "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
