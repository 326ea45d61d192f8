"""The fast way from a text to its figures: the same laws, and every figure stands in the text."""

from claimx.pipeline.read import Reader
from fuzz.target import Target
from fuzz.targets.extract import PIECES, make_check

TARGET = Target(make_check(Reader(tier="figures")), PIECES, max_bytes=600)
