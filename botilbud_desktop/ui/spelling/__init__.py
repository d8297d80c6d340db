"""Spelling in the window: words that no dictionary has are marked, and what may be meant is suggested."""
