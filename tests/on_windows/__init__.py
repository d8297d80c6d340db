"""Behaviour that differs on Windows, tested with a Windows Python: run by `dev.py windows test` under Wine."""
