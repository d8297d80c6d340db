"""Sentences that say a figure plainly, with no more than it."""
