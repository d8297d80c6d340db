"""Finds the structure of a document: its lines, its headings, and which project each line is about."""
