"""Readers of the required contents, one each: what the words of a sentence give of it."""
