"""Which library multiplies the matrices of the base model: the one bundled with thinc, or that of np.

On a processor that the bundled library does not know it falls back to plain loops, and numpy's is faster by half; on
another it may be the other way round. A probe of a few milliseconds tells. Both give the same annotations; where they
are nearly as fast it is always numpy's, so that chance does not choose.

numpy's would share one multiplication among all cores. These matrices are too small for that: the threads wait for one
another longer than they work, and take the cores from other articles.
"""

from contextlib import AbstractContextManager
from functools import cache
from time import perf_counter
from typing import TYPE_CHECKING, cast

import numpy as np
from spacy.language import Language
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

if TYPE_CHECKING:
    from thinc.types import Floats2d

ROWS, WIDTH = 300, 288
"""A paragraph or two by the width of the base model's layers."""

ROUNDS = 7

MARGIN = 1.25
"""How many times as fast the bundled library must be to be taken."""


@cache
def _libraries() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """While this is entered, a multiplication takes one thread."""
    limit: AbstractContextManager[object] = _libraries().limit(limits=1, user_api="blas")
    return limit


@cache
def faster_ops() -> NumpyOps:
    """The operations with the library that multiplies faster here; probed once in a process."""
    numpys, bundled = NumpyOps(use_blis=False), NumpyOps(use_blis=True)
    left = cast("Floats2d", np.linspace(-1, 1, ROWS * WIDTH, dtype="f").reshape(ROWS, WIDTH))
    right = cast("Floats2d", np.linspace(1, -1, WIDTH * WIDTH, dtype="f").reshape(WIDTH, WIDTH))
    with one_thread():
        worth = MARGIN * _seconds(bundled, left, right) < _seconds(numpys, left, right)
    return bundled if worth else numpys


def _seconds(ops: NumpyOps, left: "Floats2d", right: "Floats2d") -> float:
    """The best of some rounds: the others are those in which the machine did something else."""

    def once() -> float:
        begun = perf_counter()
        ops.gemm(left, right, trans2=True)
        return perf_counter() - begun

    return min(once() for _ in range(ROUNDS))


def run_with(nlp: Language, ops: NumpyOps) -> None:
    """Let all models of a pipeline use some operations; those on another device than the processor are left alone.

    Args:
        nlp: The pipeline, which is changed in place.
        ops: The operations.
    """
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                if isinstance(node.ops, NumpyOps):
                    node.ops = ops
