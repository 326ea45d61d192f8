"""Run one benchmark in a process of its own: `python -m bench.child NAME FILE [--quick]` writes its result to FILE."""

import importlib
import inspect
import json
import sys
import time
from pathlib import Path

from bench.result import NotMeasured, Value


def run(name: str, *, quick: bool, package: str = "bench") -> dict[str, Value]:
    """Import a benchmark and measure.

    Args:
        name: Of the module.
        quick: Whether to measure little, to see that it works; a benchmark whose `measure` takes no `quick` ignores it.
        package: Where the module is.

    Returns:
        `status`, and `result` with `bars` and `seconds`, or the `reason` why nothing was measured.
    """
    begun = time.perf_counter()
    try:
        module = importlib.import_module(f"{package}.{name}")
        takes_quick = "quick" in inspect.signature(module.measure).parameters
        result = module.measure(quick=quick) if takes_quick else module.measure()
    except NotMeasured as missing:
        return {"status": "not measured", "reason": str(missing)}
    bars = [] if quick else [bar.check(result) for bar in getattr(module, "BARS", ())]
    return {"status": "measured", "seconds": round(time.perf_counter() - begun, 1), "bars": bars, "result": result}


if __name__ == "__main__":
    made = run(sys.argv[1], quick="--quick" in sys.argv[3:])
    Path(sys.argv[2]).write_text(json.dumps(made), encoding="utf-8")
