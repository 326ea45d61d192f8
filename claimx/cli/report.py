"""`claimx report`: a comparison as one page for people."""

from claimx.cli.compare import compare
from claimx.cli.derived import with_options_decided
from claimx.cli.options import FailOn
from claimx.cli.writing import CompareFormat

EXAMPLES = """\
claimx report articles/ -o report.html
claimx report sources/ --draft story.txt -o report.html
claimx report articles/ --reference ministry.csv -o report.html"""

HELP = """Write one HTML page: the findings with both sentences, each figure over time, the articles with their marks.

The page needs nothing else: no network, no script. compare -f html gives the same, with an exit code for CI."""

report = with_options_decided(
    compare, form=CompareFormat.HTML, fail_on=FailOn.NEVER, exit_zero=True, pairs=False, limit=None
)
