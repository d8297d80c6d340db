"""Labelled descriptions: what a careful official finds in them, and how often the program says the same."""
