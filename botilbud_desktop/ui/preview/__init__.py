"""Vis: the document page by page, beside the answers with the way to each field."""
