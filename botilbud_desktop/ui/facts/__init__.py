"""Sentences from the table of projects: offered at the overall description, put in, and renewed."""
