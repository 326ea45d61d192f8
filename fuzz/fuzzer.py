"""One target under atheris in this process, which libFuzzer ends: `python -m fuzz.fuzzer NAME FOLDER… -flags`.

With `--blind` the fuzzer does not see which lines of claimx an input reaches: ten times as many inputs in that time,
none of them led by what the last one reached.
"""

import importlib
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, cast

import atheris

from fuzz.limits import within_limits
from fuzz.mutate import make_mutator

if TYPE_CHECKING:
    from fuzz.target import Target


def _by_bytes(data: bytes, size: int) -> bytes:
    """The fuzzer's own change, looked up late: it is there only when the fuzzing has begun."""
    changed: bytes = atheris.Mutate(data, size)
    return changed


def main() -> None:
    """Fuzz the target that the first argument names; the others are libFuzzer's."""
    blind = "--blind" in sys.argv
    with nullcontext() if blind else atheris.instrument_imports(include=["claimx"], enable_loader_override=False):
        module = importlib.import_module(f"fuzz.targets.{sys.argv[1]}")
    target = cast("Target", module.TARGET)
    check = atheris.instrument_func(target.check) if blind else target.check
    arguments = [sys.argv[0], f"-max_len={target.max_bytes}", *(each for each in sys.argv[2:] if each != "--blind")]
    mutator = make_mutator(target.pieces, _by_bytes)
    atheris.Setup(arguments, within_limits(check), custom_mutator=mutator)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
