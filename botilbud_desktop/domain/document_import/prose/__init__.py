"""Reads what sentences tell. Nothing of it is sure: a sentence may be a wish, a comparison or yesterday's plan."""
