"""Tests of what is attached to a draft."""
