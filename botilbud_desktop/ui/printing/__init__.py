"""Printing: the system's dialog, the choice and order of the pages, and printing them one after another."""
