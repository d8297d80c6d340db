"""Compares what the texts say in figures with the form's values and the register of municipalities.

Only what cannot be true if the table is becomes a `Contradiction`, and only where the words say what a figure is of.
Which of the two is wrong the program does not know.
"""
