"""Many articles: a pool of processes on one machine, runs that can be resumed, and Spark."""

from claimx.batch.local import PooledExtractor

__all__ = ["PooledExtractor"]
