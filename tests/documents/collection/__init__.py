"""A collection of applications as a table and as text."""
