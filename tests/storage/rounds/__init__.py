"""Rounds from outside: where they come from, and what they may hold."""
