"""Readers that find in a text what it says in figures: amounts, counts, shares, times, laws, municipalities.

They tell where each stands and how exactly it is said. Whether it is meant of the application is for others to judge.
"""
