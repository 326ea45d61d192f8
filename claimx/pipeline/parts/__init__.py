"""Parts of totals, and figures that take the place of others."""
