"""Indstillinger: the dialog, and putting into effect what was chosen."""
