"""Builds the Windows release on Linux: `python3 dev.py windows build`, see packaging/README.md."""
