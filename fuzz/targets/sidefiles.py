"""Files beside the articles: references in each format, corrections, a baseline and an earlier run."""

from collections.abc import Callable
from pathlib import Path

from claimx.sources.reference import read_reference
from claimx.workflow.baseline import read_baseline, read_run
from claimx.workflow.corrections import read_corrections
from fuzz.target import Target
from fuzz.targets.settings import folder, refusing

PIECES = (
    *(
        "date,metric,value\n",
        "2031-05-04,killed,31\n",
        '"1,160"',
        "\t",
        ";",
        '"',
        "\r",
        "\n",
        '[{"date": ',
        "}]",
        "killed",
    ),
    *("[[figure]]\n", "[[correction]]\n", "[[accepted]]\n", 'fingerprint = "', 'claim = "', 'verdict = "', "value = "),
    *("1e999", "-1", "NaN", "9" * 30, '"date": "2031-02-30"', "until = 2031-05-04\n", '"schema": "claimx.comparison"'),
)
FILES: tuple[tuple[str, Callable[[Path], object]], ...] = (
    *((f"figures{suffix}", read_reference) for suffix in (".csv", ".tsv", ".json", ".jsonl", ".toml")),
    ("baseline.toml", read_baseline),
    ("corrections.toml", read_corrections),
    ("run.json", read_run),
)


def check(data: bytes) -> None:
    """Read bytes as each of the files."""
    with folder() as place:
        for name, read in FILES:
            path = place / name
            path.write_bytes(data)
            with refusing(path):
                read(path)


TARGET = Target(check, PIECES, max_bytes=6000)
