"""What programs are given, byte by byte, made from the comparison that the tables are shown with."""

import pytest
from golden import flood
from golden.test_terminal import hold_against

from claimx.report.flat import render_claims, render_members
from claimx.report.github import render_github
from claimx.report.gitlab import render_gitlab
from claimx.report.junit import render_junit
from claimx.report.markdown import render_markdown
from claimx.report.sarif import render_sarif

FOUND = flood.extractions()
COMPARISON = flood.comparison(FOUND)
FORMS = {
    "comparison.sarif": lambda: render_sarif(COMPARISON),
    "comparison-junit.xml": lambda: render_junit(COMPARISON, fail_on="error"),
    "comparison-gitlab.json": lambda: render_gitlab(COMPARISON),
    "comparison-github.txt": lambda: render_github(COMPARISON),
    "comparison.md": lambda: render_markdown(COMPARISON, FOUND),
    "comparison.csv": lambda: render_members(COMPARISON, FOUND),
    "extractions.csv": lambda: "".join(render_claims(FOUND)),
}


@pytest.mark.parametrize("name", FORMS)
def test_form(name: str) -> None:
    hold_against(name, FORMS[name]())
