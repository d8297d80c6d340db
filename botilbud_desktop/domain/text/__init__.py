"""Texts: counting, cleaning, sorting, and characters that the web form may lose."""
