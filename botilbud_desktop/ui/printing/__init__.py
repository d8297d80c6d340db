"""Printing: the system's dialog, which pages in which order, and one page after another on the paper."""
