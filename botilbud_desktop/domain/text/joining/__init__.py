"""Joins lines that the layout of a PDF or a mail has cut, and leaves the breaks that the writer made."""
