"""Sentences made from the table, to be put into the overall description, and those that the table no longer bears."""
