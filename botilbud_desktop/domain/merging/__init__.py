"""Comparing and merging two states of a draft."""
