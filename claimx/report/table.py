"""Plain tables for the terminal."""

from claimx.report import comparison_table, extraction_table
from claimx.report.interface import ComparisonReporter, ExtractionReporter

render_comparison: ComparisonReporter = comparison_table.render_comparison
render_extractions: ExtractionReporter = extraction_table.render_extractions

__all__ = ["render_comparison", "render_extractions"]
