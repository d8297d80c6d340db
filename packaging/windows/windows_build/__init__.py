"""Builds what is delivered for Windows, on Linux: `python3 dev.py windows build`, see packaging/README.md."""
