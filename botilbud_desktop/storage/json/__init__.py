"""Strict JSON, and the typed models read from it."""
