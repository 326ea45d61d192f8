"""What became of each input of a part, so that those that may end otherwise can be tried again in their places."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, repeat

from claimx.batch.endings import MAY_END_OTHERWISE
from claimx.batch.manifest import AGAIN, FinishedPart
from claimx.batch.rows import NOTHING, ResultRow

FOUND, LEFT_OUT, DEAD = "f", "l", "d"


def outcomes_of(rows: Iterable[ResultRow]) -> tuple[str, tuple[int, ...]]:
    """A letter for what became of each input, and the places of those that may end otherwise.

    Args:
        rows: Of all inputs of a part, in their order.
    """
    letters = "".join(map(_outcome_of, rows))
    return letters, tuple(place for place, letter in enumerate(letters) if letter == AGAIN)


def _outcome_of(row: ResultRow) -> str:
    if row["left_out"] is not None:
        return LEFT_OUT
    if row["error"] is None:
        return FOUND
    return AGAIN if row["error"] in MAY_END_OTHERWISE else DEAD


def merge(
    done: FinishedPart, found: Iterable[ResultRow], dead: Iterable[ResultRow], again: Sequence[ResultRow]
) -> list[ResultRow]:
    """Put the rows of a part together in the order of its inputs.

    Args:
        done: What the manifest says of it.
        found: The rows of its file.
        dead: The rows of its dead letters.
        again: What was made of the inputs that were tried again; takes the places of their dead letters.
    """
    left_out: Iterator[ResultRow] = chain.from_iterable(
        repeat({**NOTHING, "left_out": reason}, number) for reason, number in done.left_out.items()
    )
    written = {FOUND: iter(found), LEFT_OUT: left_out, DEAD: iter(dead)}
    tried = iter(again)
    rows: list[ResultRow] = []
    for letter in done.outcomes:
        if letter == AGAIN:
            next(written[DEAD])
            rows.append(next(tried))
        else:
            rows.append(next(written[letter]))
    return rows
