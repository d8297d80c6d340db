"""Rounds in the window: adding one from a file, trying it out, and drafts whose round is not there."""
