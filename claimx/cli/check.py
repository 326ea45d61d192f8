"""`claimx check`: what `compare` does, by the settings of a project, for CI and for hooks before a commit."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli import comparing, options
from claimx.cli.derived import with_groups
from claimx.cli.exits import ExitCode
from claimx.cli.option_groups import Pipeline, Reading, Telling, Working
from claimx.cli.options import FailOn
from claimx.cli.saying import say_note
from claimx.cli.settings import ConfigFile, Isolated, read_settings_in_force, settings_with_origin
from claimx.cli.writing import Codes, CompareFormat, Shown, chosen_format, conclude
from claimx.errors import ClaimxError

if TYPE_CHECKING:
    from claimx.cli.account import Account
    from claimx.cli.stages import Stages
    from claimx.workflow import Compared, Extracting, ReadSettings
    from claimx.workflow.config import Config, Configured

EXAMPLES = """\
claimx check
claimx check -f github
claimx check --select CX1 --fail-on warning -o report.html"""

HELP = """Compare the articles that claimx.toml names, and fail where a finding is at or above its fail-on.

Settings are taken from the nearest claimx.toml, or [tool.claimx] in pyproject.toml; options come before the
environment, and that before the file. claimx config show says what is in force. A table is written unless -f, the
settings or the suffix of -o say otherwise."""

NOTHING_NAMED = "CX964"
DEFAULT = "default"


@with_groups
def check(  # noqa: PLR0913 - one argument for each option of its own
    inputs: options.Inputs = None,
    *,
    form: Annotated[
        CompareFormat | None,
        typer.Option("-f", "--format", envvar="CLAIMX_FORMAT", help="As for compare; github for GitHub Actions."),
    ] = None,
    out: options.Output = None,
    fail_on: comparing.OtherThreshold = None,
    exit_zero: comparing.ExitZero = False,
    select: options.Select = None,
    extend_select: options.ExtendSelect = None,
    ignore: options.Ignore = None,
    statistics: comparing.Statistics = False,
    limit: comparing.Limit = None,
    config: ConfigFile = None,
    isolated: Isolated = False,
    reading: Reading,
    pipeline: Pipeline,
    working: Working,
    telling: Telling,
) -> ExitCode:
    """Run the command; the arguments are its options.

    Raises:
        ClaimxError: If nothing can be done at all.
    """
    from claimx.cli import run
    from claimx.cli.account import open_account

    in_force = read_settings_in_force(config, isolated=isolated)
    settings = in_force.config
    codes = Codes.of([*(select or settings.select), *(extend_select or ())], ignore or settings.ignore)
    threshold = FailOn.NEVER if exit_zero else fail_on or FailOn(settings.fail_on)
    written = chosen_format(form or _format(settings), out, unseen=CompareFormat.TABLE)
    names = inputs or [*settings.articles]
    account = open_account(names, telling, strict=working.strict)
    _tell_origins(in_force, account.stages)
    lexicon = pipeline.lexicon or [Path(folder) for folder in settings.lexicon]
    extractor = run.make_extractor(account, replace(pipeline, lexicon=lexicon), cached=not working.no_cache)
    several = run.in_processes(extractor, account, names, working)
    read = run.read_settings(reading.unless_given(manifest=_path(settings.manifest), fields=settings.fields))
    compared = _compare(settings, names, read, several, account)
    return conclude(compared, account, codes, threshold, Shown(written, out, statistics=statistics, limit=limit))


def _format(settings: "Config") -> CompareFormat:
    try:
        return CompareFormat(settings.format)
    except ValueError as err:
        known = ", ".join(each.value for each in CompareFormat)
        raise ClaimxError(f"there is no format {settings.format!r}", remedy=f"the formats are {known}") from err


def _compare(
    settings: "Config", inputs: list[str], reading: "ReadSettings", extractor: "Extracting", account: "Account"
) -> "Compared":
    """Compare as the settings say.

    Raises:
        ClaimxError: If they name no article, or something in them is not what it must be.
    """
    from claimx import workflow

    if not inputs:
        raise ClaimxError(
            "no articles are named",
            remedy='write articles = ["articles/"] in claimx.toml, or name them after the command',
            code=NOTHING_NAMED,
        )
    compared = workflow.compare(
        inputs,
        reading,
        extractor,
        compare_settings=settings.compare,
        metrics=frozenset(settings.metrics),
        where=settings.where,
        events=settings.events,
        since=settings.since,
        drafts=settings.drafts,
        revisions=settings.revisions,
        beside=workflow.Beside(
            baseline=_path(settings.baseline),
            previous=_path(settings.previous),
            corrections=_path(settings.corrections),
            references=tuple(Path(name) for name in settings.references),
        ),
        tell=say_note,
        watch=account.count,
        on_compare=account.comparing,
    )
    account.writing()
    return compared


def _tell_origins(configured: "Configured", stages: "Stages") -> None:
    """Say which settings are not those by default, and where each is from."""
    found: dict[str, list[str]] = {}
    for name, _, origin in settings_with_origin(configured):
        if origin != DEFAULT:
            found.setdefault(origin, []).append(name)
    for origin, names in found.items():
        stages.tell(f"settings of {origin}: {', '.join(names)}")
    if not found:
        stages.tell("all settings are those by default")


def _path(name: str | None) -> Path | None:
    return Path(name) if name else None
