"""Keeps account of what is found: facts, what is left out, and how they become one proposal."""
