"""Reads the text of PDFs of others, with where it stands, and makes lines, paragraphs and tables of it."""
