"""The command `merge`."""
