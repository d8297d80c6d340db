"""Texts: what two have in common."""
