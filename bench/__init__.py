"""What claimx costs: each module with a function `measure` is a benchmark, and `python -m bench` runs them all."""
