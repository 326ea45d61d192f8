"""Which figures are about one thing, and what they say of one another: extractions in, one comparison out."""

from claimx.compare.comparison import compare_extractions
from claimx.compare.outcome import FailOn, choose_codes, exit_code, with_findings
from claimx.compare.selection import Selection
from claimx.compare.settings import CompareSettings

__all__ = [
    "CompareSettings",
    "FailOn",
    "Selection",
    "choose_codes",
    "compare_extractions",
    "exit_code",
    "with_findings",
]
