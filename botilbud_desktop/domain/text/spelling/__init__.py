"""Spelling as far as it needs no dictionary: the words of a text, and what is asked about each."""
