"""Hostile input, made by a fuzzer: what must hold of any bytes, one target for each part of claimx that reads some."""
