"""Reads many drafts at once: those of a folder, or chosen files."""
