"""The plain view of a draft that is too large for the form: its large lists and texts, to be made smaller."""
