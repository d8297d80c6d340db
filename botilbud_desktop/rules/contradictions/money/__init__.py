"""Compares the amounts of a text with the loans and the cost of the table.

What an amount is of is told by the words beside it, by the line above it, or by the amounts beside it.
"""
