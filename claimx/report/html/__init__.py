"""The HTML report: one file that needs nothing else, no script and no network."""

from claimx.report.html.page import render_html

__all__ = ["render_html"]
