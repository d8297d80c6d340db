"""Vis: the document page by page, beside the answers with a link to each field."""
