"""Counting, cleaning and searching text."""
