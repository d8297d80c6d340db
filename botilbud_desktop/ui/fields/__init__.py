"""Fields: an input with its label, help and message, bound to one path of the application."""
