"""Quotations: their marks, cues, speakers and reported words."""
