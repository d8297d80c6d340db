"""Reads rows of labels and values, and the tables that municipalities and the program itself write."""
