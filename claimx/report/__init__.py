"""Reporters: records in, one string out; a file for each format."""
