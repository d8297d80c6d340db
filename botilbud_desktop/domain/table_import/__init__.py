"""Imports projects from a spreadsheet's table: recognises headings, reads cells, flags doubtful ones."""
