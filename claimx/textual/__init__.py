"""Pure functions on strings: numbers, quotation marks, dates, layout; their words come in as arguments."""
