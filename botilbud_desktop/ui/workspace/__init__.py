"""The workspace of an open draft: steps, page and guidance side by side."""
