"""Speakers: what phrases say of them, and who they mean."""
