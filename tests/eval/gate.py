"""Measure claimx on the evaluation data and hold the figures against their floors.

    python tests/eval/gate.py                                       measure and print; exit 1 below a floor
    python tests/eval/gate.py --update                              raise the floors to what was measured
    python tests/eval/gate.py --update --allow-regression REASON    lower them too, and keep the reason
    python tests/eval/gate.py --record                              add the figures to RESULTS.md
    python tests/eval/gate.py --full                                the large sets too, which take an hour
    python tests/eval/gate.py seeds dev                             only these sets

The data is no part of this repository: it is the folder in CLAIMX_EVAL_DATA, else ../shared. Without it only the set
of our own sentences is measured. Exit: 0, 1 below a floor or a floor not raised, 2 a step failed.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from floors import Floors, below, raised, read_floors, write_floors
from results import with_column
from suites import ROOT, EvalError, Figures, Suite, data_hash, find_data, fired_rules, folder_of, measure, read_suites

HERE = Path(__file__).parent
OVERFITTED = 0.25
"""Seeds this far above dev: the rules fit the articles that they were written beside."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and do what the flags ask for.

    Returns:
        The exit status.
    """
    options = _options(arguments)
    try:
        data = find_data()
        suites = chosen(options.suites, full=options.full)
        if data is None and not options.suites:
            print("no evaluation data (CLAIMX_EVAL_DATA, ../shared): only sentences of our own are measured")
            suites = [suite for suite in suites if suite.own]
        folders = {suite.name: folder_of(suite, data) for suite in suites}
        figures, rules = measure_all(suites, folders)
    except EvalError as error:
        print(f"evals failed: {error}", file=sys.stderr)
        return 2
    floors = read_floors(HERE / "floors.json")
    hashes = {suite.name: data_hash(suite, folders[suite.name]) for suite in suites}
    failures = report(suites, figures, floors, hashes)
    for rule in only_in_seeds(rules):
        print(f"overfitting: {rule} fires in the seeds and in nothing else")
    if options.record:
        record(figures, HERE / "RESULTS.md")
    if options.update:
        return update(figures, floors, hashes, options.allow_regression)
    return 1 if failures else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suites", nargs="*", metavar="SET", help="sets to measure; all by default")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-regression", metavar="REASON", help="with --update: lower floors too, for this reason")
    parser.add_argument("--record", action="store_true", help="add the figures to RESULTS.md")
    parser.add_argument("--full", action="store_true", help="measure the large sets too")
    return parser.parse_args(arguments)


def chosen(names: Sequence[str], *, full: bool) -> list[Suite]:
    """The sets of these names; where no name is given all, the large ones only if asked for.

    Raises:
        EvalError: If a name is not known.
    """
    suites = read_suites(HERE / "suites.toml")
    unknown = set(names) - {suite.name for suite in suites}
    if unknown:
        raise EvalError(f"no set {', '.join(sorted(unknown))}; there are {', '.join(suite.name for suite in suites)}")
    return [suite for suite in suites if (suite.name in names if names else full or not suite.large)]


def measure_all(suites: Sequence[Suite], folders: Mapping[str, Path]) -> tuple[dict[str, Figures], dict[str, set[str]]]:
    """Measure every set, two at a time.

    Returns:
        The figures, and the rules that fired, both by name of the set.
    """
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(max_workers=2) as pool:
        work = Path(name)
        results = pool.map(lambda suite: measure(suite, folders[suite.name], work), suites)
        figures = {suite.name: figures for suite, figures in zip(suites, results, strict=True)}
        return figures, {suite.name: fired_rules(suite, work) for suite in suites}


def report(
    suites: Sequence[Suite], figures: Mapping[str, Figures], floors: Mapping[str, Floors], hashes: Mapping[str, str]
) -> list[str]:
    """Print a table of what was measured.

    Returns:
        What is below its floor, as `set figure`.
    """
    failures: list[str] = []
    print(f"{'set':<13} {'figure':<24} {'measured':>8} {'floor':>7} {'goal':>6}")
    for suite in suites:
        entry = floors.get(suite.name)
        low = below(figures[suite.name], entry)
        goals = {name: goal for score in suite.scores for name, goal in score.goals.items()}
        for name, value in figures[suite.name].items():
            floor = entry.figures.get(name) if entry else None
            said = "BELOW ITS FLOOR" if name in low else "goal not reached" if value < goals.get(name, 0) else ""
            columns = f"{suite.name:<13} {name:<24} {show(value):>8} {show(floor):>7} {show(goals.get(name)):>6}"
            print(f"{columns}  {said}".rstrip())
        failures += [f"{suite.name} {name}" for name in low]
        if entry and entry.data != hashes[suite.name]:
            print(f"{suite.name}: the data is not that of the floors; run --update after a look at the figures")
    for name, seeds, dev in overfitted(figures):
        print(f"overfitting: {name} is {show(seeds)} on seeds and {show(dev)} on dev")
    print(f"below the floor: {', '.join(failures)}" if failures else "no figure is below its floor")
    return failures


def overfitted(figures: Mapping[str, Figures]) -> list[tuple[str, float, float]]:
    """Shares that are much better on the seeds than on dev."""
    seeds, dev = figures.get("seeds", {}), figures.get("dev", {})
    return [
        (name, value, dev[name])
        for name, value in seeds.items()
        if name in dev and isinstance(value, float) and value - dev[name] > OVERFITTED
    ]


def only_in_seeds(rules: Mapping[str, set[str]]) -> list[str]:
    """Rules that fire in the seeds and in no other articles that were measured; none where only the seeds were.

    Our own sentences are no articles: every entry fires in its examples.
    """
    others = [fired for name, fired in rules.items() if name not in ("seeds", "own")]
    return sorted(rules.get("seeds", set()).difference(*others)) if others else []


def show(value: float | None) -> str:
    """A share with three decimals, a count without."""
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)


def update(
    figures: Mapping[str, Figures], floors: Mapping[str, Floors], hashes: Mapping[str, str], reason: str | None
) -> int:
    """Write the floors that the figures earn.

    Returns:
        1 where a floor would have to be lowered and no reason is given.
    """
    new, refused = dict(floors), []
    for name, measured in figures.items():
        new[name], low = raised(measured, floors.get(name), data=hashes[name], allow_regression=reason)
        refused += [f"{name} {figure}" for figure in low]
    write_floors(HERE / "floors.json", new)
    if refused:
        print(f"not lowered without --allow-regression REASON: {', '.join(refused)}", file=sys.stderr)
    return 1 if refused else 0


def record(figures: Mapping[str, Figures], path: Path) -> None:
    """Add a column with the date and name of the commit and every figure."""
    commit = subprocess.run(
        ["git", "-C", str(ROOT), "log", "-1", "--format=%cs %h"],  # noqa: S607
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    shown = {(suite, name): show(value) for suite, found in figures.items() for name, value in found.items()}
    page = path.read_text(encoding="utf-8") if path.exists() else ""
    path.write_text(with_column(page, commit, shown), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
