"""Options of a comparison, which `compare`, `check` and `report` share."""

from pathlib import Path
from typing import Annotated

import typer

from claimx.cli.options import FailOn

Metrics = Annotated[
    list[str] | None,
    typer.Option("--metric", metavar="NAME", help="Compare only this metric, as killed; can be repeated."),
]
Places = Annotated[
    list[str] | None,
    typer.Option(
        "--where",
        metavar="PLACE",
        help="Compare only figures of this place, as Kenya or KE; can be repeated.",
    ),
]
Events = Annotated[
    list[str] | None,
    typer.Option("--event", metavar="WORDS", help="Compare only figures of the event so named; can be repeated."),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Compare only figures of this day or later.")
]
Drafts = Annotated[
    list[str] | None,
    typer.Option("--draft", metavar="PATH", help="Check each figure of this text against the inputs; can be repeated."),
]
Revisions = Annotated[
    bool,
    typer.Option(
        "--revisions", help="The inputs hold versions of one article, or of each address: say what changed in which."
    ),
]
References = Annotated[
    list[Path] | None,
    typer.Option(
        "--reference",
        metavar="FILE",
        help="Hold figures against an official series or a list of approved figures (CSV, JSON, TOML); can be"
        " repeated.",
    ),
]
Corrections = Annotated[
    Path | None,
    typer.Option("--corrections", metavar="FILE", help="Take what FILE says of claims for what was read."),
]
Baseline = Annotated[
    Path | None,
    typer.Option("--baseline", metavar="FILE", help="Hide the findings accepted in FILE; claimx baseline makes it."),
]
Previous = Annotated[
    Path | None,
    typer.Option("--previous", metavar="RUN", help="Mark what is new since this run, which was written as JSON."),
]
Threshold = Annotated[
    FailOn,
    typer.Option("--fail-on", envvar="CLAIMX_FAIL_ON", help="The weakest findings that end with exit code 1."),
]
OtherThreshold = Annotated[
    FailOn | None,
    typer.Option("--fail-on", envvar="CLAIMX_FAIL_ON", help="The weakest findings that end with exit code 1."),
]
ExitZero = Annotated[
    bool, typer.Option("--exit-zero", help="End with 0 whatever is found, as --fail-on never; errors still end with 2.")
]
Statistics = Annotated[
    bool, typer.Option("--statistics", help="Say on stderr how many findings there are of each code.")
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        min=0,
        metavar="N",
        help="Show the first N findings in a table, strongest first; all count.",
        show_default=False,
    ),
]
Pairs = Annotated[bool, typer.Option("--pairs", help="Write every pair of figures that was compared.")]
