"""The output that README.md shows is the output of the samples. CLAIMX_UPDATE_GOLDEN=1 puts the present one there."""

import os
import re
from pathlib import Path

import claimx
from claimx.report.table import render_comparison
from claimx.report.wording import VERDICTS

ROOT = Path(__file__).parents[2]
EXCERPT = re.compile(r"(?<=<!-- excerpt of: claimx compare samples -->\n```text\n).*?(?=```)", re.DOTALL)


def excerpt() -> str:
    """The first block of each verdict, the first finding, the last line."""
    found = tuple(claimx.extract(ROOT / "samples"))
    shown = render_comparison(claimx.compare(*found), found, width=100, color=False).replace(f"{ROOT}/", "")
    blocks, findings = shown.split("FINDINGS\n")
    firsts = [
        next((block for block in blocks.split("\n\n") if block.lstrip().startswith(verdict)), None)
        for verdict in VERDICTS.values()
    ]
    kept = [block.strip("\n") for block in firsts if block]
    first_finding = findings.strip("\n").split("\n\n")[0]
    return "\n\n".join([*kept, "…", "FINDINGS", first_finding, "…", shown.splitlines()[-1]]) + "\n"


def test_excerpt() -> None:
    path, now = ROOT / "README.md", excerpt()
    page = path.read_text(encoding="utf-8")
    if os.environ.get("CLAIMX_UPDATE_GOLDEN") and not os.environ.get("CI"):
        page = EXCERPT.sub(lambda _: now, page, count=1)
        path.write_text(page, encoding="utf-8")
    assert EXCERPT.findall(page) == [now]
