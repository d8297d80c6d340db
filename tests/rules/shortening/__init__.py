"""Tests of what makes a text shorter."""
