"""Tries the finished packages on a real Windows: `python dev.py windows try`, which the workflow runs."""
