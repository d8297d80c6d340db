"""Indstillinger: the dialog, and applying what was chosen."""
